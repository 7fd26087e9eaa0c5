"""Sessions: planned by the two or their co-ordinator, written down by the mentor, felt by the young person (S13)."""

from django.db import transaction
from django.utils import timezone

from matching.pairing.actions import match_activate
from matching.pairing.models import Match
from matching.pairing.states import TOGETHER
from matching.relationships.actions.noting import noted
from matching.relationships.models import MentoringSession
from mentoring.transitions import Refused, locked

Outcome = MentoringSession.Outcome


@transaction.atomic
def session_plan(*, match, planned_at, place: str = "", channel: str = "in-person", by) -> MentoringSession:
    """The next time. Whoever plans it, the young person says whether they will be there."""
    match = _together(match)
    session = match.mentoringsessions.create(planned_at=planned_at, place=place, channel=channel)
    noted(session, "session.planned", by)
    return session


@transaction.atomic
def session_change(*, session, planned_at, place: str, by) -> MentoringSession:
    """Another time or place. A change of the young person's own says that they will come; the mentor's asks again."""
    session = _open(session)
    session.planned_at, session.place = planned_at, place
    session.mentee_coming = True if by == session.match.young_person.user else None
    session.save(update_fields=["planned_at", "place", "mentee_coming"])
    noted(session, "session.changed", by)
    return session


@transaction.atomic
def session_coming(*, session, coming: bool, by) -> MentoringSession:
    """What the young person says beforehand: I’ll be there, or I can’t."""
    session = _open(session)
    session.mentee_coming = coming
    session.save(update_fields=["mentee_coming"])
    noted(session, "session.coming", by, coming=coming)
    return session


@transaction.atomic
def session_log(
    *, match, session=None, outcome: str, planned_at, minutes=None, channel: str, mentor_feeling: str = "",
    shared_note: str = "", mentor_note: str = "", by,
) -> MentoringSession:  # fmt: skip
    """Write down how a session went, planned or not. Pressing twice writes one; the first that was held makes two
    people who were introduced a pair (lifecycle.md)."""
    match = _together(match)
    session = _open(session) if session else _new(match, planned_at)
    held = outcome == Outcome.HELD
    if session.match_id != match.pk:
        raise Refused("This session is not one of these two. Nothing was changed.")
    if held and planned_at > timezone.now():
        raise Refused("This time has not come yet. Check the day and the time.")
    session.outcome, session.planned_at, session.channel = outcome, planned_at, channel
    session.minutes = minutes if held else None
    session.mentor_feeling = mentor_feeling if held else ""
    session.shared_note, session.mentor_note = shared_note, mentor_note
    session.logged_by, session.logged_at = by, timezone.now()
    session.save()
    noted(session, "session.logged", by, outcome=outcome)
    if held and match.state == Match.State.INTRODUCED:
        match_activate(match=match, by=by)
    return session


@transaction.atomic
def session_feel(*, session, feeling: str, by) -> MentoringSession:
    """How it is going, in one tap of the young person's (R11). Co-ordinators read it, the mentor does not."""
    session = locked(session)
    if session.outcome != Outcome.HELD:
        raise Refused("You can say this once you have met.")
    session.mentee_feeling = feeling
    session.save(update_fields=["mentee_feeling"])
    noted(session, "session.felt", by)
    return session


def _together(match) -> Match:
    match = locked(match)
    if match.state not in TOGETHER:
        raise Refused("Sessions begin once the two have been introduced.")
    return match


def _open(session) -> MentoringSession:
    session = locked(session)
    if session.outcome != Outcome.PLANNED:
        raise Refused("This session is written down already. Nothing was changed.")
    return session


def _new(match, planned_at) -> MentoringSession:
    if match.mentoringsessions.filter(planned_at=planned_at).exclude(outcome=Outcome.PLANNED).exists():
        raise Refused("You have written down a session at this time already. Nothing was changed.")
    return MentoringSession(match=match)
