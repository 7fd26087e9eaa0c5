"""Setting out, being back, needing longer; and what staff found out where somebody was not back."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from safeguarding.visits.models import WATCHERS, Visit
from safeguarding.visits.queries import GOES_OUT
from schemes.people.models import Membership

LONGEST = timedelta(hours=12)
LONGER = timedelta(minutes=30)


@transaction.atomic
def visit_start(*, scheme, kind, where, phone, back_by, with_whom="", by) -> Visit:
    """They set out. If they do not say that they are back, staff hear of it."""
    if not holds(by, scheme, GOES_OUT):
        raise Refused("This is for mentors and those who work for the scheme.")
    refuse_time(back_by)
    visit = Visit.objects.create(
        scheme=scheme, who=by, kind=kind, where=where, with_whom=with_whom, phone=phone, back_by=back_by
    )
    audit_record(verb="visit.begun", subject=visit, scheme=scheme, by=by)
    return visit


@transaction.atomic
def visit_back(*, visit, by) -> Visit:
    """Back and safe; said by themselves alone. Twice is once."""
    visit = own(locked(visit), by)
    if visit.back_at is None:
        visit.back_at = timezone.now()
        visit.save(update_fields=["back_at"])
        audit_record(verb="visit.ended", subject=visit, scheme=visit.scheme, by=by)
    return visit


@transaction.atomic
def visit_longer(*, visit, by) -> Visit:
    """Half an hour more, from now or from when they meant to be back, whichever is later."""
    visit = own(locked(visit), by)
    if not visit.is_out:
        raise Refused("You have said already that you are back.")
    until = max(visit.back_by, timezone.now()) + LONGER
    refuse_time(until)
    visit.back_by = until
    visit.save(update_fields=["back_by"])
    audit_record(verb="visit.changed", subject=visit, scheme=visit.scheme, by=by)
    return visit


@transaction.atomic
def visit_settle(*, visit, words, by) -> Visit:
    """Staff found out how they are; with what they did, so that the next knows. Not by the one who is out."""
    visit = locked(visit)
    if visit.who_id == by.pk or not holds(by, visit.scheme, WATCHERS):
        raise Refused("Somebody else who works for the scheme has to find out.")
    if not visit.is_out:
        raise Refused("This is settled already.")
    if not words.strip():
        raise Refused("Write down how they are, and how you know.")
    visit.settled_at, visit.settled_by, visit.settled_words = timezone.now(), by, words
    visit.save(update_fields=["settled_at", "settled_by", "settled_words"])
    audit_record(verb="visit.settled", subject=visit, scheme=visit.scheme, by=by)
    return visit


def refuse_time(back_by) -> None:
    now = timezone.now()
    if back_by <= now:
        raise Refused("That time has passed. When will you be back?")
    if back_by > now + LONGEST:
        raise Refused("That is more than twelve hours from now. Check the time.")


def own(visit, by) -> Visit:
    if visit.who_id != by.pk:
        raise Refused("Only they themselves can say this.")
    return visit


def holds(user, scheme, roles) -> bool:
    return Membership.objects.filter(user=user, scheme=scheme, role__in=roles, ended_at__isnull=True).exists()
