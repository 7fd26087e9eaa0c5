"""A young person who asked for something is answered (reminders.md: windows, one definition with the screens)."""

from django.urls import reverse
from django.utils.timezone import localdate

from matching.relationships.asks.home import ANSWER_DAYS
from matching.relationships.asks.queries import asks_unanswered
from mentoring.notices.escalation import Rung, rungs_reached
from mentoring.notices.rules import Due, key_of, rule
from schemes.people.holders import Holders


@rule("Somebody waits for an answer of yours.")
def ask_waiting(at):
    """At once to the co-ordinators, less one of the two; once more when the answer is late."""
    holders = Holders()
    return [due for ask in asks_unanswered(at) for due in _dues(ask, at, holders)]


def _dues(ask, at, holders) -> list[Due]:
    match, asked_on = ask.match, localdate(ask.created_at)
    both = {match.volunteer.user_id, match.young_person.user_id}
    told = tuple(person for person in holders.of(match.scheme_id, "coordinator") if person not in both)
    path = reverse("matching:ask_answer", args=[match.scheme.slug, ask.pk])
    rungs = [Rung(0, "", told, path), Rung(ANSWER_DAYS + 1, "late", told, path)]
    return [
        Due(key_of(ask), asked_on, person, rung.path, step=rung.step, scheme_key=str(match.scheme_id))
        for person, rung in rungs_reached(asked_on, localdate(at), rungs)
    ]
