"""Whose names a manager learns, and what a role that ended no longer shows (roles.md)."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from schemes.people.actions import invitation_send, membership_end, membership_grant, volunteer_edit
from schemes.people.models import Invitation
from schemes.training.queries import reviewable


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
