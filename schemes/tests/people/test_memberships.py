"""Roles, invitations and one-time links (issue 2 §3; roles.md)."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from mentoring.accounts.models import User
from mentoring.transitions import Refused
from schemes.people.actions import (
    invitation_send,
    invitation_take_up,
    membership_end,
    membership_grant,
    volunteer_add,
    young_person_add,
)
from schemes.people.models import Invitation
from schemes.people.permissions import Role, roles_to_give

MEMBERS = "/schemes/sheffield/members/"


def invite(world, role="trainer", email="new@cast.example", by=None, **more):
    return invitation_send(scheme=world.scheme, email=email, name="Nell Fox", role=role, by=by or world.manager, **more)


def roles_of(user, scheme):
    return {member.role for member in user.memberships.filter(scheme=scheme, ended_at__isnull=True)}


def test_a_coordinator_invites_to_no_role_above_their_own():
    given = roles_to_give(frozenset({Role.COORDINATOR}))
    assert Role.COORDINATOR in given
    assert not {Role.MANAGER, Role.LEAD} & set(given)
    assert {Role.MANAGER, Role.LEAD} <= set(roles_to_give(frozenset({Role.MANAGER})))
    assert roles_to_give(frozenset({Role.SUPERVISOR, Role.LEAD})) == []


@pytest.mark.parametrize(("who", "expected"), [("coordinator", 422), ("manager", 302)])
def test_the_page_refuses_a_role_above_ones_own(cast, who, expected):
    client = cast.client(getattr(cast, who))
    response = client.post(MEMBERS + "invite/", {"name": "Nell", "email": "n@cast.example", "role": "manager"})
    assert response.status_code == expected
    assert Invitation.objects.filter(role="manager").exists() == (expected == 302)


def test_the_mail_carries_the_link_and_no_other_persons_name(cast, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        _, token = invite(cast, role="mentee")
    sent = mail.outbox[0]
    assert f"/invitation/{token}/" in sent.body
    assert cast.manager.name not in sent.body
    assert cast.scheme.name not in sent.subject + sent.body


def test_taking_up_an_invitation_gives_the_role_and_signs_in(cast):
    _, token = invite(cast)
    client = cast.client()
    assert b"Nell Fox" in client.get(f"/invitation/{token}/").content
    response = client.post(f"/invitation/{token}/", {"password": "four quiet red kites"})
    assert response.status_code == 302
    user = User.objects.get(email="new@cast.example")
    assert roles_of(user, cast.scheme) == {"trainer"}
    assert client.session["_auth_user_id"] == str(user.pk)


def test_a_weak_password_is_refused_and_the_link_stays_good(cast):
    invitation, token = invite(cast)
    response = cast.client().post(f"/invitation/{token}/", {"password": "password"})
    assert response.status_code == 422
    assert not User.objects.filter(email=invitation.email).exists()
    assert cast.client().get(f"/invitation/{token}/").status_code == 200


def test_a_link_works_once_for_a_time_and_not_after_it_was_taken_back(cast):
    invitation, token = invite(cast)
    invitation_take_up(invitation=invitation, password="four quiet red kites")
    assert cast.client().get(f"/invitation/{token}/").status_code == 410
    with pytest.raises(Refused):
        invitation_take_up(invitation=invitation, password="four quiet red kites")
    late, _ = invite(cast, email="late@cast.example")
    Invitation.objects.filter(pk=late.pk).update(expires_at=timezone.now() - timedelta(minutes=1))
    with pytest.raises(Refused):
        invitation_take_up(invitation=late, password="four quiet red kites")


def test_a_second_invitation_shuts_the_first(cast):
    _, old = invite(cast)
    _, new = invite(cast)
    assert cast.client().get(f"/invitation/{old}/").status_code == 410
    assert cast.client().get(f"/invitation/{new}/").status_code == 200


def test_whoever_has_an_account_keeps_their_password_and_signs_in_as_always(cast):
    _, token = invite(cast, role="supervisor", email=cast.mentor.email)
    client = cast.client()
    response = client.post(f"/invitation/{token}/", {"password": "somebody else's idea"})
    assert response.headers["Location"] == "/accounts/login/"
    cast.mentor.refresh_from_db()
    assert cast.mentor.check_password("seventeen steps")
    assert roles_of(cast.mentor, cast.scheme) == {"mentor", "supervisor"}
    assert "_auth_user_id" not in client.session


def test_an_invitation_from_a_record_joins_the_account_to_that_record_and_no_other(cast):
    """Families share addresses: two records under one address, and the link belongs to one of them."""
    mine, sibling = (
        young_person_add(
            scheme=cast.scheme,
            name=name,
            email="family@cast.example",
            referral={"received_on": timezone.localdate()},
            by=cast.coordinator,
        )
        for name in ("Ana", "Bo")
    )
    invitation, _ = invite(cast, role="mentee", email="family@cast.example", young_person=mine)
    user = invitation_take_up(invitation=invitation, password="four quiet red kites")
    mine.refresh_from_db()
    sibling.refresh_from_db()
    assert (mine.user, sibling.user) == (user, None)


def test_an_invitation_from_the_members_page_leaves_two_like_records_alone(cast):
    twins = [
        volunteer_add(scheme=cast.scheme, name=name, email="pair@cast.example", by=cast.coordinator) for name in "AB"
    ]
    invitation, _ = invite(cast, role="mentor", email="pair@cast.example")
    invitation_take_up(invitation=invitation, password="four quiet red kites")
    for twin in twins:
        twin.refresh_from_db()
    assert [twin.user for twin in twins] == [None, None]


def test_a_referrer_who_takes_up_the_role_sees_the_stage_of_those_they_referred_and_nothing_else(cast):
    young_person_add(
        scheme=cast.scheme,
        name="Ana",
        phone="07700 900111",
        referral={"received_on": timezone.localdate(), "referrer_email": "Pa@cast.example"},
        by=None,
    )
    invitation, _ = invite(cast, role="referrer", email="pa@cast.example")
    user = invitation_take_up(invitation=invitation, password="four quiet red kites")
    page = cast.client(user).get("/me/referrals/").content.decode()
    assert "Ana" in page
    assert "We have it" in page
    assert "07700 900111" not in page


def test_ending_a_role_shuts_its_doors_at_once(cast):
    client = cast.client(cast.lead)
    assert client.get("/schemes/sheffield/people/volunteers/").status_code == 200
    membership_end(membership=cast.lead.memberships.get(scheme=cast.scheme), by=cast.manager)
    assert client.get("/schemes/sheffield/people/volunteers/").status_code == 404
    assert not cast.lead.groups.exists()


def test_the_last_manager_stays_until_there_is_another(cast):
    only = cast.manager.memberships.get(scheme=cast.scheme, role="manager")
    with pytest.raises(Refused):
        membership_end(membership=only, by=cast.manager)
    membership_grant(scheme=cast.scheme, user=cast.lead, role="manager", by=cast.manager)
    membership_end(membership=only, by=cast.manager)
    assert roles_of(cast.manager, cast.scheme) == set()


def test_a_coordinator_cannot_end_a_leads_role(cast):
    lead = cast.lead.memberships.get(scheme=cast.scheme)
    assert cast.client(cast.coordinator).post(f"{MEMBERS}{lead.pk}/end/").status_code == 403
    assert roles_of(cast.lead, cast.scheme) == {"lead"}
