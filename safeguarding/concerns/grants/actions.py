"""Letting a named person read one concern, and breaking the glass (roles.md)."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from safeguarding.actions import guarded_open, guarded_shut
from safeguarding.concerns.actions import entry
from safeguarding.concerns.models import ConcernEntry, ConcernGrant
from safeguarding.concerns.queries import has_live_grant, shut_out
from safeguarding.concerns.telling.actions import glass_broken_tell
from schemes.people.permissions import STAFF, Role

GLASS_MINUTES = 30
REASON_LETTERS = 20
LONGEST = timedelta(days=183)


@transaction.atomic
def concern_grant(*, concern, membership, reason, ends_at, by) -> ConcernGrant:
    """A lead lets a named person read it, with a reason and an end. It shows in the concern's history."""
    refuse_reader(concern, membership)
    if membership.role not in STAFF:
        raise Refused("Only somebody who works for the scheme can be let in: they sign in with a second factor.")
    if not reason.strip():
        raise Refused("Write down why this person needs to read it.")
    if not timezone.now() < ends_at <= timezone.now() + LONGEST:
        raise Refused("Choose an end between tomorrow and six months from now.")
    return let_in(concern, membership, reason, ends_at, by, is_break_glass=False)


@transaction.atomic
def concern_break_glass(*, concern, membership, reason) -> ConcernGrant:
    """A manager opens a concern because no lead is there: half an hour, every lead is told at once."""
    refuse_reader(concern, membership)
    if membership.role != Role.MANAGER:
        raise Refused("Only a manager of the scheme can do this.")
    if len(reason.strip()) < REASON_LETTERS:
        raise Refused(f"Say in at least {REASON_LETTERS} letters why this cannot wait for a safeguarding lead.")
    ends_at = timezone.now() + timedelta(minutes=GLASS_MINUTES)
    grant = let_in(concern, membership, reason.strip(), ends_at, membership.user, is_break_glass=True)
    audit_record(verb="concern.glass_broken", subject=concern, scheme=concern.scheme, by=membership.user)
    glass_broken_tell(grant=grant)
    return grant


@transaction.atomic
def concern_grant_end(*, grant, by) -> None:
    """Shut the door again before its time."""
    grant = locked(grant)
    if grant.ended_at:
        return
    grant.ended_at = timezone.now()
    grant.save(update_fields=["ended_at"])
    user = grant.membership.user
    if not has_live_grant(grant.concern, user):
        guarded_shut(record=grant.concern, to=user)
    entry(grant.concern, ConcernEntry.Kind.GRANT, f"{user} can no longer read this.", by)


def refuse_reader(concern, membership) -> None:
    if membership.ended_at or membership.scheme_id != concern.scheme_id:
        raise Refused("This person has no role in this scheme.")
    if membership.user_id in shut_out(concern):
        raise Refused("This person cannot be let in.")


def let_in(concern, membership, reason, ends_at, by, *, is_break_glass) -> ConcernGrant:
    grant = ConcernGrant.objects.create(
        concern=concern,
        membership=membership,
        is_break_glass=is_break_glass,
        reason=reason,
        ends_at=ends_at,
        given_by=by,
    )
    guarded_open(record=concern, to=membership.user)
    kind = ConcernEntry.Kind.BREAK_GLASS if is_break_glass else ConcernEntry.Kind.GRANT
    until = timezone.localtime(ends_at).strftime("%-d %B %Y, %H:%M")
    entry(concern, kind, f"{membership.user} may read this until {until}. Why: {reason}", by)
    return grant
