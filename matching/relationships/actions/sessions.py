"""Sessions: planned by the two or their co-ordinator, written down by the mentor, felt by the young person (S13)."""

from django.db import transaction
from django.utils import timezone

from matching.cover.queries import who_meets
from matching.pairing.actions import match_activate
from matching.pairing.models import Match
from matching.pairing.states import MET, TOGETHER
from matching.relationships.actions.noting import noted
from matching.relationships.models import MentoringSession
from matching.relationships.outcomes import fitting, left_unsaid
from matching.relationships.stops import refuse_while_off
from mentoring.transitions import Refused, locked

Outcome = MentoringSession.Outcome
#: What may be said of a session beside its outcome, its time and how they met.
SAID = (
    "kind", "minutes", "reason", "called_off_by", "mentor_feeling", "topics", "home_safe", "shared_note", "mentor_note",
)  # fmt: skip


@transaction.atomic
def session_plan(*, match, planned_at, place: str = "", channel: str = "in-person", by) -> MentoringSession:
    """The next time. Whoever plans it, the young person says whether they will be there. On a day on which somebody
    stands in for the mentor it is theirs (L7)."""
    match = _together(match)
    refuse_while_off(match)
    cover = who_meets(match, timezone.localdate(planned_at))
    if by and by.pk == match.volunteer.user_id and cover:
        raise Refused(f"{cover.volunteer.first_name} stands in for you on that day. Choose a later one.")
    session = match.mentoringsessions.create(planned_at=planned_at, place=place, channel=channel, with_cover=cover)
    noted(session, "session.planned", by)
    return session


@transaction.atomic
def session_change(*, session, planned_at, place: str, by) -> MentoringSession:
    """Another time or place. A change of the young person's own says that they will come; the mentor's asks again."""
    session = _open(session)
    refuse_while_off(session.match)
    if planned_at != session.planned_at:
        session.times_moved, session.moved_on = session.times_moved + 1, timezone.localdate()
    _stays_with_the_same(session, timezone.localdate(planned_at))
    session.planned_at, session.place = planned_at, place
    session.mentee_coming = True if by == session.match.young_person.user else None
    session.save(update_fields=["planned_at", "place", "mentee_coming", "times_moved", "moved_on"])
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
    *, match, session=None, outcome: str, planned_at, channel: str, cover=None, by, **said
) -> MentoringSession:
    """Write down how a session went, planned or not. Pressing twice writes one; the first in which they met makes two
    people who were introduced a pair (lifecycle.md). `said`: SAID, as far as it was said. `cover`: who stood in."""
    match = _together(match)
    session = _open(session) if session else _new(match, planned_at)
    if session.match_id != match.pk or (session.with_cover_id and session.with_cover_id != (cover and cover.pk)):
        raise Refused("This session is not one of these two. Nothing was changed.")
    session.with_cover = cover
    written(session, {"outcome": outcome, "planned_at": planned_at, "channel": channel, **said})
    session.logged_by, session.logged_at = by, timezone.now()
    session.save()
    noted(session, "session.logged", by, outcome=outcome)
    if session.is_met and match.state == Match.State.INTRODUCED:
        match_activate(match=match, by=by)
    return session


def written(session, said: dict) -> None:
    """Put what was said on the session, as far as it fits its outcome; refused where something needed was left out."""
    if unknown := set(said) - {"outcome", "planned_at", "channel", *SAID}:
        raise TypeError(f"a session has no {unknown}")
    said = fitting(said)
    if said["outcome"] in MET and said["planned_at"] > timezone.now():
        raise Refused("This time has not come yet. Check the day and the time.")
    needed = {name: said[name] for name in ("minutes", "reason", "called_off_by")}
    if missing := left_unsaid(said["outcome"], **needed):
        raise Refused(*missing.values())
    for name, value in said.items():
        setattr(session, name, value)


@transaction.atomic
def session_feel(*, session, feeling: str, by) -> MentoringSession:
    """How it is going, in one tap of the young person's (R11). Co-ordinators read it, the mentor does not."""
    session = locked(session)
    if not session.is_met:
        raise Refused("You can say this once you have met.")
    session.mentee_feeling = feeling
    session.save(update_fields=["mentee_feeling"])
    noted(session, "session.felt", by)
    return session


def _stays_with_the_same(session, day) -> None:
    """A meeting that is moved stays with whom it was planned: nobody finds somebody else at the café."""
    cover = who_meets(session.match, day)
    if (cover and cover.pk) != session.with_cover_id:
        raise Refused("On that day the young person meets somebody else. Plan a new time instead.")


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
