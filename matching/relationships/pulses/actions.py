"""Saying how it is going, one tap at a time; when to be asked; and that somebody followed it up (R11)."""

from django.db import transaction
from django.utils import timezone

from matching.pairing.models import Match
from matching.pairing.states import TOGETHER
from matching.relationships.pulses.models import Pulse, PulseAsking
from matching.relationships.pulses.rules import HIGHEST, LOWEST, QUESTIONS, next_day
from matching.relationships.sides import side_of
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked


@transaction.atomic
def pulse_answer(*, match, question: str, value: int, by) -> Pulse:
    """One tap. All taps of one day are one pulse; the next is asked for two weeks later."""
    match = _own(match, by)
    if question not in QUESTIONS or not LOWEST <= value <= HIGHEST:
        raise Refused("Choose one of the four.")
    today = timezone.localdate()
    pulse, is_new = match.pulses.get_or_create(said_on=today)
    pulse.answers = {**pulse.answers, question: value}
    pulse.save(update_fields=["answers"])
    if is_new:
        _noted(pulse, "pulse.given", by)
        _ask(match, not_before=next_day(today))
    return pulse


@transaction.atomic
def pulse_add_words(*, match, words: str, by) -> Pulse:
    """A few words to it, if they like."""
    match = _own(match, by)
    pulse = match.pulses.filter(said_on=timezone.localdate()).first()
    if pulse is None:
        raise Refused("Tap an answer first, then write something to it.")
    pulse.words = words
    pulse.save(update_fields=["words"])
    return pulse


@transaction.atomic
def pulse_skip(*, match, by) -> PulseAsking:
    """Not now: asked again in two weeks. Nobody is told, so the trail says nothing of it either."""
    return _ask(_own(match, by), not_before=next_day(timezone.localdate()))


@transaction.atomic
def pulse_switch(*, match, off: bool, by) -> PulseAsking:
    """Not any more, or again from today on. Nobody is told."""
    return _ask(_own(match, by), is_off=off, not_before=None if off else timezone.localdate())


@transaction.atomic
def pulse_follow_up(*, pulse, by) -> Pulse:
    """The co-ordinator has talked with the young person about it, so that it is off the list of what waits."""
    pulse = locked(pulse)
    if side_of(pulse.match, by):
        raise Refused("You are one of the two, so somebody else follows this up.")
    if pulse.followed_up_at is None:
        pulse.followed_up_at, pulse.followed_up_by = timezone.now(), by
        pulse.save(update_fields=["followed_up_at", "followed_up_by"])
        _noted(pulse, "pulse.followed_up", by)
    return pulse


def _own(match, by) -> Match:
    match = locked(match)
    if side_of(match, by) != "mentee" or match.state not in TOGETHER:
        raise Refused(f"Only {match.young_person.first_name} can say this, while the two are together.")
    return match


def _ask(match, **when) -> PulseAsking:
    asking, _ = PulseAsking.objects.update_or_create(match=match, defaults=when)
    return asking


def _noted(pulse, verb: str, by) -> None:
    """In the young person's own trail only: the mentor's must not tell that something was said about them."""
    match = pulse.match
    audit_record(verb=verb, subject=pulse, scheme=match.scheme_id, about=[match.young_person.user_id], by=by)
