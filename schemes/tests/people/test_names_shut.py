"""Whose names a manager learns, and what staff reach before their second factor (roles.md)."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from schemes.people.actions import invitation_send, membership_end, membership_grant, volunteer_edit
from schemes.people.models import Invitation
from schemes.training.queries import reviewable


@pytest.fixture
def without_second_factor(cast):
    def signed_in(user):
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in


@pytest.mark.parametrize("role", ["coordinator", "manager", "lead", "supervisor", "trainer"])
def test_staff_reach_neither_first_page_nor_own_pages_before_a_second_factor(cast, without_second_factor, role):
    client = without_second_factor(getattr(cast, role))
    for address in ("/", reverse("schemes:my_referrals")):
        response = client.get(address)
        assert (response.status_code, response.headers["Location"]) == (302, reverse("mfa_index"))


def test_nobody_is_held_up_before_they_tell_what_worries_them(cast, without_second_factor):
    response = without_second_factor(cast.supervisor).get(reverse("safeguarding:concern_raise_mine"))
    assert response.status_code == 200


def test_a_mentor_needs_no_second_factor_for_their_own_pages(cast, without_second_factor):
    where = reverse("safeguarding:who_looked_mine")
    assert without_second_factor(cast.mentor).get(where).status_code == 200


def test_a_manager_reads_no_name_of_a_mentor_or_young_person_among_the_members(cast):
    for role, name in (("mentee", "Ivy Lane"), ("mentor", "Max Dale"), ("trainer", "Tia Cole")):
        invitation_send(scheme=cast.scheme, email=f"{role}@new.example", name=name, role=role, by=cast.coordinator)
    where = reverse("schemes:member_list", args=[cast.scheme.slug])
    seen = cast.client(cast.manager).get(where).content.decode()
    assert cast.trainer.name in seen and "Tia Cole" in seen
    for name in (cast.mentee.name, cast.mentor.name, "Ivy Lane", "Max Dale"):
        assert name not in seen
    assert "Ivy Lane" in cast.client(cast.coordinator).get(where).content.decode()


def test_a_manager_is_not_told_by_name_whose_invitation_ran_out(cast):
    invitation_send(scheme=cast.scheme, email="ivy@new.example", name="Ivy Lane", role="mentee", by=cast.coordinator)
    Invitation.objects.update(expires_at=timezone.now() - timedelta(days=1))
    assert "Ivy Lane" not in cast.client(cast.manager).get("/").content.decode()
    assert "Ivy Lane" in cast.client(cast.coordinator).get("/").content.decode()


def test_a_referrer_whose_role_ended_reads_no_stage_any_more(cast):
    where = reverse("schemes:my_referrals")
    assert cast.young_person.name in cast.client(cast.referrer).get(where).content.decode()
    membership_end(membership=cast.referrer.memberships.get(), by=cast.manager)
    assert cast.young_person.name not in cast.client(cast.referrer).get(where).content.decode()


def test_a_supervisor_whose_role_ended_reviews_nobody_by_another_role(cast):
    volunteer_edit(volunteer=cast.volunteer, changes={"supervisor": cast.supervisor}, by=cast.coordinator)
    membership_grant(scheme=cast.scheme, user=cast.supervisor, role="trainer", by=cast.manager)
    assert reviewable(cast.actor(cast.supervisor), cast.scheme).exists()
    cast.supervisor.memberships.filter(role="supervisor").update(ended_at=timezone.now())  # by whatever door
    assert not reviewable(cast.actor(cast.supervisor), cast.scheme).exists()
