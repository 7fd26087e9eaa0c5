"""Asking, taking it back, answering. None of these moves a match: people talk first (P8)."""

from django.db import transaction
from django.utils import timezone

from matching.pairing.states import TOGETHER
from matching.relationships.asks.models import Ask
from matching.relationships.sides import side_of
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked


@transaction.atomic
def ask_make(*, match, kind: str, words: str = "", mentor_may_know: bool = False, by) -> Ask:
    match = locked(match)
    if side_of(match, by) != "mentee" or match.state not in TOGETHER:
        raise Refused(f"Only {match.young_person.first_name} can ask this, while the two are together.")
    if match.asks.open().filter(kind=kind).exists():
        raise Refused("You have asked this already. You get an answer here.")
    ask = match.asks.create(kind=Ask.Kind(kind), words=words, mentor_may_know=mentor_may_know)
    _noted(ask, "ask.made", by)
    return ask


@transaction.atomic
def ask_take_back(*, ask, by) -> Ask:
    """I don’t want it any more."""
    ask = _open(ask)
    if side_of(ask.match, by) != "mentee":
        raise Refused("Only whoever asked can take it back.")
    ask.taken_back_at = timezone.now()
    ask.save(update_fields=["taken_back_at"])
    _noted(ask, "ask.taken_back", by)
    return ask


@transaction.atomic
def ask_answer(*, ask, answer: str, by) -> Ask:
    """What will be done, in words that the young person reads. Nothing else happens here."""
    ask = _open(ask)
    if side_of(ask.match, by):
        raise Refused("You are one of the two, so somebody else answers this.")
    ask.answer, ask.answered_at, ask.answered_by = answer, timezone.now(), by
    ask.save(update_fields=["answer", "answered_at", "answered_by"])
    _noted(ask, "ask.answered", by)
    return ask


@transaction.atomic
def ask_read(*, ask, by) -> Ask:
    """The young person has read the answer and puts it away."""
    ask = locked(ask)
    if side_of(ask.match, by) == "mentee" and ask.answered_at and not ask.read_at:
        ask.read_at = timezone.now()
        ask.save(update_fields=["read_at"])
    return ask


def _open(ask) -> Ask:
    ask = locked(ask)
    if not ask.is_open:
        raise Refused("This is not open any more.")
    return ask


def _noted(ask, verb: str, by) -> None:
    """In the young person's own trail only: the mentor's must not tell that something was asked."""
    match = ask.match
    audit_record(verb=verb, subject=ask, scheme=match.scheme_id, about=[match.young_person.user_id], by=by)
