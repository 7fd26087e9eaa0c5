"""Writes about endings. A match is closed by `match_end` alone, and only with a whole formal ending (S15)."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from matching.cover.actions import pause_close
from matching.endings.afterwards.rules import follow_up_on
from matching.endings.models import Ending, FollowUp, GoalAtEnd
from matching.endings.queries import conflicts_of, known_of
from matching.endings.rules import ending_lacks, needs_review
from matching.pairing.actions.choosing import moved
from matching.pairing.actions.holding import match_held, not_one_of_two
from matching.pairing.models import Match
from matching.pairing.states import TOGETHER
from matching.relationships.goals.actions import goal_move
from matching.relationships.goals.queries import goals_chosen
from matching.relationships.sides import side_of
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from schemes.people.actions import young_person_edit, young_person_move
from schemes.planning.actions import scheme_move

#: Where each answer to "another mentor?" leads, and what stays with the record.
REMATCH = {
    "yes": ("waiting", "Would like another mentor"),
    "not-now": ("paused", "Not now, after an ending"),
    "never": ("chose-not", "Does not want another mentor"),
}


@transaction.atomic
def match_ending_begin(*, match, why: str, by) -> Match:
    """It is coming to an end: both are told, and the ending is chased until it is recorded. A pause is over with it,
    and with the pause what whoever stood in could open (L7)."""
    not_one_of_two(match.volunteer, match.young_person, by)
    pause_close(match=match, by=by)
    return moved(match, Match.State.ENDING, by, why=why)


@transaction.atomic
def ending_save(*, match, fields: dict, goals: Mapping | None = None, by) -> Ending:
    """Keep what is known of the ending so far; nothing is closed by it. `goals`: {goal's key: (what became of it, who
    goes on with it)}. Whoever wrote a letter goes on standing under it."""
    match = _held(match, by)
    _coming_to_an_end(match)
    first = {**fields, "recorded_by": by}
    ending, _ = Ending.objects.update_or_create(match=match, defaults=fields, create_defaults=first)
    for goal in goals_chosen(match.goals.all()):
        if said := (goals or {}).get(goal.pk):
            _goal_closed(ending, goal, *said, by=by)
    _audit("ending.recorded", ending, by)
    return ending


def _goal_closed(ending, goal, outcome: str, carried_on_with: str, *, by) -> None:
    """A goal that goes on with somebody else stays open: it is the young person's, not the match's."""
    fields = {"outcome": outcome, "carried_on_with": carried_on_with if outcome == "carried-on" else ""}
    GoalAtEnd.objects.update_or_create(goal=goal, defaults={**fields, "ending": ending})
    progress = {"reached": "reached", "let-go": "parked"}.get(outcome, "open")
    if goal.progress != progress:
        goal_move(goal=goal, progress=progress, by=by)


@transaction.atomic
def match_end(*, match, by) -> Match:
    """Close the match with its formal ending; refused, each lack named, while something is missing."""
    match = _held(match, by)
    ending = Ending.objects.filter(match=match).first()
    if ending is None:
        raise Refused("Record the formal ending first: a meeting with the co-ordinator, or a letter.")
    lacks = ending_lacks(known_of(match, ending), timezone.localdate())
    if lacks:
        raise Refused(*lacks)
    match = moved(match, Match.State.ENDED, by)
    match.ended_on = timezone.localdate()
    match.save(update_fields=["ended_on"])
    FollowUp.objects.get_or_create(ending=ending, defaults={"due_on": follow_up_on(match.ended_on)})
    return match


@transaction.atomic
def ending_say(*, match, reason: str = "", reason_words: str = "", reflection: str = "", by) -> Ending:
    """One of the two says in their own portal why it ends, from their side, and what it was like: as much of it as they
    like. It stands in their words; staff read it, the other one never does."""
    match = match_held(match)
    side = side_of(match, by)
    if not side:
        raise Refused("Only the two themselves can say this.")
    _coming_to_an_end(match)
    ending, _ = Ending.objects.get_or_create(match=match, defaults={"recorded_by": by})
    said = {"reason": reason, "reason_words": reason_words, "reflection": reflection, "said_at": timezone.now()}
    for name, value in said.items():
        setattr(ending, f"{side}_{name}", value)
    ending.save(update_fields=[f"{side}_{name}" for name in said])
    _audit("ending.said", ending, by)
    return ending


def _held(match, by) -> Match:
    """Both people and the match under a lock; nobody records the end of their own pair."""
    match = match_held(match)
    not_one_of_two(match.volunteer, match.young_person, by)
    return match


def _coming_to_an_end(match) -> None:
    if match.state != Match.State.ENDING:
        raise Refused("This match is not coming to an end. Begin the ending first.")


@transaction.atomic
def ending_review_sign(*, ending, learned: str = "", by) -> Ending:
    """Look back on an ending nobody planned, and sign; before that there is no new match (lifecycle.md, the gate)."""
    ending = locked(ending)
    not_one_of_two(ending.match.volunteer, ending.match.young_person, by)
    if not needs_review(ending.planned):
        raise Refused("A planned ending needs no review.")
    ending.review_signed_at, ending.review_signed_by, ending.learned = timezone.now(), by, learned
    ending.save(update_fields=["review_signed_at", "review_signed_by", "learned"])
    _audit("ending.review-signed", ending, by)
    return ending


@transaction.atomic
def rematch_answer(*, young_person, answer: str, by):
    """Would they like another mentor, said after an ending and in their own time: "yes", "not-now" or "never" (R10).
    Nobody has to say why, and "not now" keeps the door open."""
    young_person = locked(young_person)
    if answer == "yes" and young_person.state == "waiting":
        changes = {"still_wants_mentor_on": timezone.localdate()}
        return young_person_edit(young_person=young_person, changes=changes, by=by)
    to, why = REMATCH[answer]
    return young_person if young_person.state == to else young_person_move(
        young_person=young_person, to=to, why=why, by=by
    )  # fmt: skip


@transaction.atomic
def conflict_decide(*, match, goes_on: bool, because: str, by) -> Match:
    """Staff decide about two who are together and of whom somebody said that they know each other: with a reason, they
    go on, or it comes to an end."""
    match = match_held(match)
    if by.pk in {match.volunteer.user_id, match.young_person.user_id}:
        raise Refused("This is about you. Somebody else has to decide.")
    if not because.strip():
        raise Refused("Say why, so that it can be understood later.")
    undecided = list(conflicts_of(match).filter(decided_at__isnull=True))
    if not undecided or match.state not in TOGETHER:
        raise Refused("There is nothing left to decide here.")
    for conflict in undecided:
        conflict.decided_at, conflict.decided_by = timezone.now(), by
        conflict.goes_on, conflict.because = goes_on, because
        conflict.save(update_fields=["decided_at", "decided_by", "goes_on", "because"])
        about = [match.volunteer.user, match.young_person.user]
        audit_record(verb="conflict.decided", subject=conflict, scheme=match.scheme, about=about, by=by)
    if goes_on or match.state == Match.State.ENDING:
        return match
    return match_ending_begin(match=match, why=because, by=by)


@transaction.atomic
def scheme_close(*, scheme, by):
    """Close a scheme for good: every match is formally ended first."""
    open_matches = Match.objects.filter(scheme=scheme).exclude(state__in=[Match.State.ENDED, Match.State.DECLINED])
    number = open_matches.count()
    if number:
        raise Refused(f"{number} {'match is' if number == 1 else 'matches are'} not formally ended yet.")
    return scheme_move(scheme=scheme, to="closed", by=by)


def _audit(verb: str, ending: Ending, by) -> None:
    match = ending.match
    about = [match.volunteer.user, match.young_person.user]
    audit_record(verb=verb, subject=ending, scheme=match.scheme, about=about, by=by)
