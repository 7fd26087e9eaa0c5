"""Writes about people of a scheme: roles, invitations, and the steps of a volunteer's and a young person's way."""

import hashlib
from datetime import timedelta

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import get_random_string

from mentoring.accounts.models import User
from mentoring.audit.actions import audit_record
from mentoring.conventions import modules
from mentoring.transitions import Refused, state_move
from schemes.people.models import Invitation, Membership, Referral, Volunteer, YoungPerson
from schemes.people.permissions import Role

INVITATION_DAYS = 14


def leads_group(scheme) -> Group:
    """The guardian group of a scheme's safeguarding leads; granting and ending the role keeps it true."""
    return Group.objects.get_or_create(name=f"leads of {scheme.pk}")[0]


@transaction.atomic
def membership_grant(*, scheme, user, role, by) -> Membership:
    """Give a person a role in a scheme; twice is once."""
    membership, is_new = Membership.objects.get_or_create(scheme=scheme, user=user, role=role, ended_at=None)
    if is_new:
        if role == Role.LEAD:
            user.groups.add(leads_group(scheme))
        audit_record(
            verb="membership.granted",
            subject=membership,
            scheme=scheme,
            about=[user],
            details={"role": role},
            by=by,
        )
    return membership


@transaction.atomic
def membership_end(*, membership, by) -> None:
    """Take a role away, and everything that hung on it, in the same transaction."""
    membership.ended_at = timezone.now()
    membership.save(update_fields=["ended_at"])
    if membership.role == Role.LEAD:
        membership.user.groups.remove(leads_group(membership.scheme))
    for room in modules("leaving"):
        room.role_ended(membership=membership, by=by)
    audit_record(
        verb="membership.ended",
        subject=membership,
        scheme=membership.scheme,
        about=[membership.user],
        details={"role": membership.role},
        by=by,
    )


def token_hash(token: str) -> str:
    """What is kept of a one-time link."""
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def invitation_send(*, scheme, email: str, name: str, role, by) -> tuple[Invitation, str]:
    """Invite somebody to a role; the token goes into the mail and is not kept. The caller sends it on commit."""
    token = get_random_string(40)
    invitation = Invitation.objects.create(
        scheme=scheme,
        email=email.lower(),
        name=name,
        role=role,
        token_hash=token_hash(token),
        invited_by=by,
        expires_at=timezone.now() + timedelta(days=INVITATION_DAYS),
    )
    audit_record(verb="invitation.sent", subject=invitation, scheme=scheme, details={"role": role}, by=by)
    return invitation, token


@transaction.atomic
def invitation_take_up(*, invitation, password: str) -> User:
    """The invited person sets a password and has the role. Links them to their own volunteer or mentee record."""
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if invitation.taken_up_at or invitation.withdrawn_at or invitation.expires_at < timezone.now():
        raise Refused("This invitation has been used or has run out. Ask for a new one.")
    user = User.objects.filter(email=invitation.email).first()
    if user is None:
        user = User.objects.make(email=invitation.email, name=invitation.name, password=password)
    invitation.taken_up_at = timezone.now()
    invitation.save(update_fields=["taken_up_at"])
    membership_grant(scheme=invitation.scheme, user=user, role=invitation.role, by=user)
    person_link(scheme=invitation.scheme, user=user, role=invitation.role)
    return user


def person_link(*, scheme, user, role) -> None:
    """Join an account to the record the scheme already holds under that address."""
    model = {Role.MENTOR: Volunteer, Role.MENTEE: YoungPerson}.get(role)
    if model:
        model.objects.filter(scheme=scheme, email__iexact=user.email, user__isnull=True).update(user=user)


@transaction.atomic
def volunteer_add(*, scheme, by=None, **fields) -> Volunteer:
    """A volunteer enquired (or was brought over from a spreadsheet); nothing is checked yet."""
    volunteer = Volunteer.objects.create(scheme=scheme, **fields)
    volunteer.state_changes.create(to_state=volunteer.state, by=by)
    audit_record(verb="volunteer.added", subject=volunteer, scheme=scheme, about=[volunteer.user], by=by)
    return volunteer


@transaction.atomic
def volunteer_edit(*, volunteer, changes: dict, by) -> Volunteer:
    """Change what is known of a volunteer."""
    return _edit(volunteer, changes, by)


def volunteer_move(*, volunteer, to: str, why: str = "", by) -> Volunteer:
    """Take a volunteer one lawful step on (lifecycle.md)."""
    return state_move(
        row=volunteer,
        to=to,
        moves=Volunteer.moves,
        changes="state_changes",
        why=why,
        about=[volunteer.user],
        by=by,
    )


@transaction.atomic
def young_person_add(*, scheme, referral: dict, by=None, **fields) -> YoungPerson:
    """A young person was referred or came by themselves; `referral` holds the fields of the Referral."""
    young_person = YoungPerson.objects.create(scheme=scheme, **fields)
    young_person.state_changes.create(to_state=young_person.state, by=by)
    Referral.objects.create(scheme=scheme, young_person=young_person, **referral)
    audit_record(verb="youngperson.added", subject=young_person, scheme=scheme, about=[young_person.user], by=by)
    return young_person


@transaction.atomic
def young_person_edit(*, young_person, changes: dict, by) -> YoungPerson:
    """Change what is known of a young person."""
    return _edit(young_person, changes, by)


def young_person_move(*, young_person, to: str, why: str = "", by) -> YoungPerson:
    """Take a young person one lawful step on (lifecycle.md)."""
    return state_move(
        row=young_person,
        to=to,
        moves=YoungPerson.moves,
        changes="state_changes",
        why=why,
        about=[young_person.user],
        by=by,
    )


def _edit(person, changes: dict, by):
    for name, value in changes.items():
        setattr(person, name, value)
    person.save(update_fields=list(changes))
    audit_record(
        verb=f"{person._meta.model_name}.edited",
        subject=person,
        scheme=person.scheme,
        about=[person.user],
        details={"fields": sorted(changes)},
        by=by,
    )
    return person
