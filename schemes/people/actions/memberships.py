"""Writes about who holds which role, and the invitations by which people take a role up (roles.md)."""

from datetime import timedelta

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from mentoring.accounts.models import User
from mentoring.audit.actions import audit_record
from mentoring.conventions import modules
from mentoring.transitions import Refused, locked
from schemes.people import mail
from schemes.people.models import Invitation, Membership, Referral, Volunteer, YoungPerson
from schemes.people.permissions import Role
from schemes.people.tokens import new_token, token_hash

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
    """Take a role away, and everything that hung on it, in the same transaction. A scheme keeps one manager."""
    locked(membership.scheme)  # two managers who end each other at once must see each other
    membership = locked(membership)
    if membership.ended_at:
        return
    others = Membership.objects.filter(scheme=membership.scheme, role=membership.role, ended_at__isnull=True)
    if membership.role == Role.MANAGER and not others.exclude(pk=membership.pk).exists():
        raise Refused("This is the scheme’s only manager. Give somebody else the role first.")
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


@transaction.atomic
def invitation_send(
    *, scheme, email: str, name: str, role, volunteer=None, young_person=None, by
) -> tuple[Invitation, str]:
    """Invite somebody to a role; the token goes into a letter, sealed, and is kept nowhere once that has gone.

    A new invitation to the same person for the same role takes the older ones back: one link works at a time.
    """
    older = Invitation.objects.filter(scheme=scheme, email=email.lower(), role=role, taken_up_at__isnull=True)
    mail.invitations_unsend(older)
    older.filter(withdrawn_at__isnull=True).update(withdrawn_at=timezone.now())
    token = new_token()
    invitation = Invitation.objects.create(
        scheme=scheme,
        email=email.lower(),
        name=name,
        role=role,
        volunteer=volunteer,
        young_person=young_person,
        token_hash=token_hash(token),
        invited_by=by,
        expires_at=timezone.now() + timedelta(days=INVITATION_DAYS),
    )
    audit_record(verb="invitation.sent", subject=invitation, scheme=scheme, details={"role": role}, by=by)
    mail.invitation_mail(invitation, token)
    return invitation, token


@transaction.atomic
def invitation_withdraw(*, invitation, by) -> Invitation:
    """Take an invitation back; its link stops working at once."""
    invitation = locked(invitation)
    if invitation.taken_up_at:
        raise Refused("This invitation has been taken up. End the role instead.")
    invitation.withdrawn_at = invitation.withdrawn_at or timezone.now()
    invitation.save(update_fields=["withdrawn_at"])
    mail.invitations_unsend([invitation])
    audit_record(verb="invitation.withdrawn", subject=invitation, scheme=invitation.scheme, by=by)
    return invitation


@transaction.atomic
def invitation_take_up(*, invitation, password: str = "") -> User:
    """The invited person has the role, and a password if they had no account. Joins them to their own record.

    The one-time link reached their mailbox, which proves the address.
    """
    invitation = locked(invitation)
    if not invitation.is_open(timezone.now()):
        raise Refused("This invitation has been used or has run out. Ask for a new one.")
    user = User.objects.filter(email=invitation.email).first()
    if user is None:
        user = User.objects.make(email=invitation.email, name=invitation.name, password=password)
    invitation.taken_up_at = timezone.now()
    invitation.save(update_fields=["taken_up_at"])
    membership_grant(scheme=invitation.scheme, user=user, role=invitation.role, by=user)
    _join_to_records(invitation, user)
    return user


def _join_to_records(invitation, user) -> None:
    """Join an account to the record it was invited from; a referrer to the referrals under that address."""
    for record in filter(None, (invitation.volunteer, invitation.young_person)):
        if record.user_id not in (None, user.pk):
            raise Refused("This record belongs to another account already. Ask the scheme to look at it.")
        record.user = user
        record.save(update_fields=["user"])
    if invitation.volunteer is None and invitation.young_person is None:
        person_link(scheme=invitation.scheme, user=user, role=invitation.role)
    if invitation.role == Role.REFERRER:
        own = Referral.objects.filter(scheme=invitation.scheme, referrer_email__iexact=user.email)
        own.filter(referrer__isnull=True).update(referrer=user)


def person_link(*, scheme, user, role) -> None:
    """Join an account to the one record the scheme holds under that address; two such records are left for a person
    to sort out (families share addresses)."""
    model = {Role.MENTOR: Volunteer, Role.MENTEE: YoungPerson}.get(role)
    if model:
        found = list(model.objects.filter(scheme=scheme, email__iexact=user.email, user__isnull=True)[:2])
        if len(found) == 1:
            found[0].user = user
            found[0].save(update_fields=["user"])
