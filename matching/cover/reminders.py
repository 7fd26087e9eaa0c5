"""A pause is thought of before its last day, and nobody is forgotten after it (L7; windows, as every rule)."""

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from matching.cover.queries import AHEAD_DAYS, answers_to_cover, pauses_ending, returns_unconfirmed
from matching.support.reminders import co_ordinators_of
from mentoring.notices.escalation import Rung, rungs_reached
from mentoring.notices.rules import Due, key_of, rule
from schemes.people.holders import Holders

OWN_PAGE = "/"
#: Nobody said how a pause goes on: the manager hears after so many days. A question is asked again, then told of.
MANAGER_DAYS, AGAIN_DAYS, TOLD_DAYS = 7, 3, 5


@rule("A pause comes to its end soon.")
def pause_near_its_end(at):
    """A week before its last day, or the day to look again: the co-ordinator, and the mentor."""
    holders = Holders()
    for pause in pauses_ending(at):
        match, due_on = pause.match, pause.ends_on
        path = _match_page(match)
        rungs = [
            Rung(-AHEAD_DAYS, "", co_ordinators_of(match, holders), path),
            Rung(-AHEAD_DAYS, "mentor", (match.volunteer.user_id,), OWN_PAGE),
        ]
        yield from _dues(pause, due_on, at, match, rungs)


@rule("A pause is over, and nobody has said how it goes on.")
def return_not_confirmed(at):
    """The day after, to the mentor and the co-ordinator; a week later to the manager."""
    holders = Holders()
    for pause in returns_unconfirmed(at):
        match = pause.match
        both = {match.volunteer.user_id, match.young_person.user_id}
        managers = tuple(person for person in holders.of(match.scheme_id, "manager") if person not in both)
        rungs = [
            Rung(1, "", co_ordinators_of(match, holders), _match_page(match)),
            Rung(1, "mentor", (match.volunteer.user_id,), OWN_PAGE),
            Rung(MANAGER_DAYS, "manager", managers, OWN_PAGE),
        ]
        yield from _dues(pause, pause.ends_on, at, match, rungs)


@rule(_("Somebody would like an answer of yours."))
def cover_to_answer(at):
    """Whoever is asked next, at once and again three days later; then the co-ordinator, who may have to ring."""
    holders = Holders()
    for cover in answers_to_cover(at):
        match, is_mentor = cover.pause.match, cover.waits_for == "mentor"
        person = cover.volunteer if is_mentor else match.young_person
        asked_on = localdate(cover.mentee_answered_at if is_mentor else cover.created_at)
        rungs = [
            Rung(0, cover.waits_for, (person.user_id,), OWN_PAGE),
            Rung(AGAIN_DAYS, f"{cover.waits_for} again", (person.user_id,), OWN_PAGE),
            Rung(TOLD_DAYS, f"{cover.waits_for} told", co_ordinators_of(match, holders), _match_page(match)),
        ]
        yield from _dues(cover, asked_on, at, match, rungs)


def _dues(row, due_on, at, match, rungs):
    for person, rung in rungs_reached(due_on, localdate(at), rungs):
        if person:
            yield Due(key_of(row), due_on, person, rung.path, step=rung.step, scheme_key=str(match.scheme_id))


def _match_page(match) -> str:
    return reverse("matching:match_show", args=[match.scheme.slug, match.pk])
