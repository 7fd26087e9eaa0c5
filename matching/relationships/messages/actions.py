"""Writing to each other: sent, held where it gives a way past the agreed channels, passed on or not, reported (L5)."""

from django.db import transaction
from django.utils import timezone

from matching.relationships.actions.noting import noted
from matching.relationships.messages.holding import what_holds
from matching.relationships.messages.hours import readable_from
from matching.relationships.messages.models import Message, MessageReading
from matching.relationships.messages.queries import agreed_hours, reached, thread_of
from matching.relationships.sides import side_of
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked


def message_send(*, match, words: str, by) -> Message:
    """One of the two writes to the other. Outside the agreed hours it waits for them; with a number, a link or the like
    in it, it waits for somebody of the scheme."""
    return _send(match, words, ",".join(what_holds(words)), by)


@transaction.atomic
def _send(match, words: str, held_for: str, by) -> Message:
    match = locked(match)
    if not side_of(match, by):
        raise Refused("Only the two of them write here.")
    arrives = _from_now(match)
    message = match.messages.create(by=by, words=words, held_for=held_for, readable_from=None if held_for else arrives)
    _noted_for(message, "message.sent", message.by, by, held=bool(held_for))
    return message


@transaction.atomic
def messages_read(*, match, by) -> int:
    """What has reached this person is read now; how many were new."""
    now = timezone.now()
    return reached(match, by, now).filter(read_at__isnull=True).update(read_at=now)


@transaction.atomic
def message_report(*, message, by) -> Message:
    """Not right: whoever got it says so with one press. The leads and co-ordinators look at it."""
    message = locked(message)
    if message.by_id == by.pk:
        raise Refused("You wrote this yourself.")
    if message.reported_at is None:
        message.reported_at = timezone.now()
        message.save(update_fields=["reported_at"])
        _noted_for(message, "message.reported", by, by)
    return message


@transaction.atomic
def message_look(*, message, by) -> Message:
    """Staff open one that waits for them. The trail knows before it is shown, and so does whoever it waits for: who
    wrote what is held, who reported the other's. The other side is told of neither."""
    _not_ones_own(message.match, by)
    _noted_for(message, "message.read", _whose_it_is(message), by)
    return message


@transaction.atomic
def message_decide(*, message, passed_on: bool, told: str = "", by) -> Message:
    """A held message goes on to the other, within the agreed hours, or stays where it is; who wrote it is told why."""
    message = locked(message)
    _not_ones_own(message.match, by)
    if not message.held_for or message.decided_at:
        raise Refused("Somebody has decided about this already.")
    if not passed_on and not told.strip():
        raise Refused("Say kindly why it did not go on. Whoever wrote it reads this.")
    message.passed_on, message.told = passed_on, told
    message.decided_at, message.decided_by = timezone.now(), by
    message.readable_from = _from_now(message.match) if passed_on else None
    message.save(update_fields=["passed_on", "told", "decided_at", "decided_by", "readable_from"])
    _noted_for(message, "message.decided", message.by, by, passed_on=passed_on)
    return message


@transaction.atomic
def message_deal_with(*, message, by) -> Message:
    """A reported message has been dealt with; what was done stands in the concern or the contact that came of it."""
    message = locked(message)
    _not_ones_own(message.match, by)
    if message.reported_at and message.dealt_with_at is None:
        message.dealt_with_at = timezone.now()
        message.save(update_fields=["dealt_with_at"])
        _noted_for(message, "message.dealt-with", _whose_it_is(message), by)
    return message


@transaction.atomic
def messages_open(*, match, why: str, by) -> list[Message]:
    """Somebody is worried: staff read what the two wrote. The reason is kept and the trail knows before they read."""
    _not_ones_own(match, by)
    if not why.strip():
        raise Refused("Say why you have to read them.")
    reading = MessageReading.objects.create(match=match, why=why, by=by)
    noted(reading, "message.read", by, thread=True)
    return list(thread_of(match))


def _whose_it_is(message):
    """Whom a message that waits is about: its writer while it is held, else whoever reported it."""
    if message.held_for and message.decided_at is None:
        return message.by
    match = message.match
    return match.young_person.user if message.by_id == match.volunteer.user_id else match.volunteer.user


def _noted_for(message, verb: str, person, by, **details) -> None:
    """A row of the trail that one of the two may find under their own record, and the other may not."""
    audit_record(verb=verb, subject=message, scheme=message.match.scheme, about=[person], details=details, by=by)


def _from_now(match):
    """From when the other may read what goes on now; Refused where the two may not write here."""
    first, last = agreed_hours(match)
    return readable_from(timezone.now(), first, last, timezone.get_current_timezone())


def _not_ones_own(match, by) -> None:
    if side_of(match, by):
        raise Refused("You are one of the two. Somebody else looks at this.")
