"""Writes about meetings with the co-ordinator there: asked for, planned, written down (S12)."""

from django.db import transaction
from django.utils import timezone

from matching.pairing.actions.choosing import asked_match
from matching.pairing.actions.holding import match_held, not_one_of_two, scheme_held
from matching.pairing.actions.introducing import match_activate
from matching.pairing.actions.notes import technique_log
from matching.pairing.gate import blocked_by
from matching.pairing.models import Match, Meeting, Technique
from matching.pairing.queries import gate_of, gate_still_proposed
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from mentoring.web.wording import short_day

Kind, Outcome = Meeting.Kind, Meeting.Outcome


@transaction.atomic
def meeting_ask(*, match, by) -> Meeting:
    """ "I'd like to meet first": the young person is not bound to anything, and may still answer at any time."""
    match = asked_match(match, "mentee", by)
    if match.mentee_answer:
        raise Refused("You have answered already. Nothing was changed.")
    meeting = match.meetings.still_open().filter(kind=Kind.LOOK).first()
    if meeting is None:
        meeting = match.meetings.create(kind=Kind.LOOK)
        _noted(meeting, "meeting.asked", by)
    return meeting


@transaction.atomic
def meeting_plan(*, match, planned_at, place_kind: str, place: str, staff, also_there: str = "", by) -> Meeting:
    """When and where, and who of the scheme is there; planned again, it is the same meeting at another time.

    The gate is asked again, as far as it holds at this moment: no date is given past it.
    """
    scheme_held(match.scheme)
    match = match_held(match)
    not_one_of_two(match.volunteer, match.young_person, by)
    kind = _kind_now(match)
    if staff.pk in {match.volunteer.user_id, match.young_person.user_id}:
        raise Refused("Somebody of the scheme who is neither of the two has to be there.")
    if planned_at < timezone.now():
        raise Refused("This time has passed. Choose a later one.")
    today = timezone.localdate()
    wrong = blocked_by(gate_still_proposed(match, today) if kind == Kind.LOOK else gate_of(match, today))
    if wrong:
        raise Refused(*wrong)
    meeting = match.meetings.still_open().filter(kind=kind).first() or Meeting(match=match, kind=kind)
    meeting.outcome, meeting.planned_at, meeting.staff = Outcome.PLANNED, planned_at, staff
    meeting.place_kind, meeting.place, meeting.also_there = place_kind, place, also_there
    meeting.save()
    _noted(meeting, "meeting.planned", by)
    return meeting


@transaction.atomic
def meeting_record(*, match, outcome: str, met_at=None, talked_about=(), why_not: str = "", by) -> Meeting:
    """Held or not, written down by whoever was there; the first one that was held makes two people a pair."""
    match = match_held(match)
    not_one_of_two(match.volunteer, match.young_person, by)
    kind = _kind_now(match)
    meeting = match.meetings.still_open().filter(kind=kind).first() or Meeting(match=match, kind=kind)
    if outcome == Outcome.HELD:
        _held(meeting, met_at, by)
    elif not why_not.strip():
        raise Refused("Say in a few words why they did not meet.")
    meeting.outcome, meeting.talked_about, meeting.why_not = outcome, list(talked_about), why_not
    meeting.recorded_by, meeting.recorded_at = by, timezone.now()
    meeting.save()
    _noted(meeting, "meeting.recorded", by, outcome=outcome)
    if outcome == Outcome.HELD:
        _after(match, meeting, by)
    return meeting


@transaction.atomic
def meeting_talked_about(*, meeting, talked_about, by) -> Meeting:
    """What was left over from the first meeting has been talked about since."""
    meeting = locked(meeting)
    not_one_of_two(meeting.match.volunteer, meeting.match.young_person, by)
    if meeting.outcome != Outcome.HELD:
        raise Refused("They have not met yet.")
    meeting.talked_about = [*meeting.talked_about, *(key for key in talked_about if key not in meeting.talked_about)]
    meeting.save(update_fields=["talked_about"])
    _noted(meeting, "meeting.talked-about", by)
    return meeting


def _kind_now(match) -> str:
    """Which meeting this pair may have at this moment."""
    if match.state == Match.State.PROFILES_SHARED and match.mentee_answer == Match.Answer.OPEN:
        return Kind.LOOK
    if match.state == Match.State.INTRODUCED:
        return Kind.FIRST
    raise Refused("There is no meeting to plan for these two at this moment.")


def _held(meeting, met_at, by) -> None:
    if met_at is None or met_at > timezone.now():
        raise Refused("This time has not come yet. Check the day and the time.")
    introduced_on = meeting.match.introduced_on
    if introduced_on and timezone.localdate(met_at) < introduced_on:
        day = short_day(introduced_on, timezone.localdate())
        raise Refused(f"They were introduced on {day}. Check the day of their first meeting.")
    meeting.planned_at, meeting.staff = met_at, meeting.staff or by


def _after(match, meeting, by) -> None:
    if meeting.kind == Kind.LOOK:
        held_on = timezone.localdate(meeting.planned_at)
        technique_log(match=match, kind=Technique.Kind.INTERVIEW, used_on=held_on, note="They met first", by=by)
    else:
        match_activate(match=match, by=by)


def _noted(meeting, verb: str, by, **details) -> None:
    match = meeting.match
    about = [match.volunteer.user, match.young_person.user]
    audit_record(
        verb=verb, subject=meeting, scheme=match.scheme, about=about, details={"kind": meeting.kind, **details}, by=by
    )
