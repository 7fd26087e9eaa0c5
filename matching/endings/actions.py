"""Writes about endings. A match is closed by `match_end` alone, and only with a whole formal ending (S15)."""

from django.db import transaction
from django.utils import timezone

from matching.endings.models import Ending
from matching.endings.rules import ending_lacks, needs_review
from matching.pairing.actions.choosing import moved
from matching.pairing.models import Match
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from schemes.planning.actions import scheme_move


def match_ending_begin(*, match, why: str, by) -> Match:
    """It is coming to an end: both are told, and the ending is chased until it is recorded."""
    return moved(match, Match.State.ENDING, by, why=why)


@transaction.atomic
def ending_save(*, match, fields: dict, by) -> Ending:
    """Keep what is known of the ending so far; nothing is closed by it."""
    match = locked(match)
    if match.state != Match.State.ENDING:
        raise Refused("This match is not coming to an end. Begin the ending first.")
    ending, _ = Ending.objects.update_or_create(
        match=match, defaults=fields, create_defaults={**fields, "recorded_by": by}
    )
    _audit("ending.recorded", ending, by)
    return ending


@transaction.atomic
def match_end(*, match, by) -> Match:
    """Close the match with its formal ending; refused, each lack named, while something is missing."""
    match = locked(match)
    ending = Ending.objects.filter(match=match).first()
    if ending is None:
        raise Refused("Record the formal ending first: a meeting with the co-ordinator, or a letter.")
    lacks = ending_lacks(
        way=ending.way,
        meeting_on=ending.meeting_on,
        letter=ending.letter,
        letter_sent_on=ending.letter_sent_on,
        today=timezone.localdate(),
    )
    if lacks:
        raise Refused(*lacks)
    match = moved(match, Match.State.ENDED, by)
    match.ended_on = timezone.localdate()
    match.save(update_fields=["ended_on"])
    return match


@transaction.atomic
def ending_reflect(*, match, side: str, words: str, by) -> Ending | None:
    """One of the two writes what it was like, in their own words; `side` is "mentee" or "mentor"."""
    ending = Ending.objects.select_for_update().filter(match=match).first()
    if ending is None:
        raise Refused("You can write here once the ending is being recorded.")
    setattr(ending, f"{side}_reflection", words)
    ending.save(update_fields=[f"{side}_reflection"])
    _audit("ending.reflected", ending, by)
    return ending


@transaction.atomic
def ending_letter_confirm(*, ending, on, by) -> Ending:
    """The young person has the letter."""
    ending = locked(ending)
    ending.letter_confirmed_on = on
    ending.save(update_fields=["letter_confirmed_on"])
    _audit("ending.letter-confirmed", ending, by)
    return ending


@transaction.atomic
def ending_review_sign(*, ending, by) -> Ending:
    """Look back on an ending nobody planned, and sign; before that there is no new match (lifecycle.md, the gate)."""
    ending = locked(ending)
    if not needs_review(ending.planned):
        raise Refused("A planned ending needs no review.")
    ending.review_signed_at, ending.review_signed_by = timezone.now(), by
    ending.save(update_fields=["review_signed_at", "review_signed_by"])
    _audit("ending.review-signed", ending, by)
    return ending


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
