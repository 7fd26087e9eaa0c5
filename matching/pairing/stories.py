"""A match told: what happened in time order, and what can be done next."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.urls import reverse
from django.utils.timezone import localdate, make_aware

from matching.endings.queries import conflict_undecided_of, conflicts_of
from matching.pairing.meetings.queries import meeting_of
from matching.pairing.models import Match
from matching.pairing.queries import mentor_preview

HAPPENED = {
    "proposed": "Proposed",
    "profiles-shared": "The mentor’s profile was shared",
    "accepted": "Both said yes",
    "risk-approved": "The risk assessment was approved",
    "introduced": "Introduced to each other",
    "active": "Together",
    "under-review": "In review",
    "paused": "Paused",
    "ending": "Coming to an end",
    "ended": "Ended",
    "declined": "Not taken up",
}
TONES = {"accepted": "good", "introduced": "good", "active": "good", "declined": "warn", "paused": "warn"}


def match_story(match, *, is_own: bool) -> list[dict]:
    """Steps and techniques of a pair, oldest first; `is_own`: the reader is one of the two: not who, and not why."""
    events = [
        {
            "when": step.created_at,
            "what": "They go on after all" if step.from_state == "ended" else HAPPENED[step.to_state],
            "more": step.why,
            "who": str(step.by or ""),
            "tone": TONES.get(step.to_state, ""),
        }
        for step in match.state_changes.select_related("by")
    ]
    events += [
        {"when": technique.used_on, "what": technique.get_kind_display(), "more": technique.note, "who": ""}
        for technique in match.techniques
    ]
    events += [
        {
            "when": meeting.recorded_at,
            "what": f"{meeting.get_kind_display()}: {meeting.get_outcome_display().lower()}",
            "more": meeting.why_not,
            "who": str(meeting.recorded_by or ""),
        }
        for meeting in match.meetings.exclude(recorded_at=None).select_related("recorded_by")
    ]
    events += [] if is_own else _gone_on(match)
    if is_own:
        events = [{**event, "more": "", "who": ""} for event in events]
    return sorted(events, key=lambda event: _instant(event["when"]))


def _gone_on(match) -> list[dict]:
    """They were said to know each other, and staff decided that they go on; an ending says its reason by itself."""
    return [
        {
            "when": conflict.decided_at,
            "what": "They know each other, and go on",
            "more": conflict.because,
            "who": str(conflict.decided_by or ""),
        }
        for conflict in conflicts_of(match).filter(goes_on=True, decided_at__isnull=False)
    ]


def _instant(when: date) -> datetime:
    """A day among instants: it stands at its beginning."""
    return when if isinstance(when, datetime) else make_aware(datetime.combine(when, time()))


@dataclass(frozen=True)
class NextStep:
    """A button of the match page; with `why_not` it is shown shut."""

    words: str
    url: str
    post: bool = True
    primary: bool = True
    why_not: str = ""


def next_steps(match, lines) -> list[NextStep]:
    """What may lawfully come next for this pair, the likeliest first."""
    if conflict_undecided_of(match):
        return [_step(match, "conflict_decide", "They know each other: decide what happens", post=False)]
    state, mentor, mentee = match.state, match.volunteer.first_name, match.young_person.first_name
    found = []
    if state == Match.State.PROPOSED:
        said_yes = mentor_preview(match.volunteer, localdate()).agreed_at
        what = f"Show {mentor}’s profile" if said_yes else f"Show only {mentor}’s first name"
        found.append(_step(match, "match_share_profiles", f"{what} to {mentee}"))
    if state == Match.State.PROFILES_SHARED:
        found.append(_step(match, "match_answer", "Write down an answer", post=False))
        if not match.mentee_answer and not meeting_of(match):
            found.append(_step(match, "meeting_plan", "Plan a short meeting first", post=False, primary=False))
    if state in (Match.State.ACCEPTED, Match.State.RISK_APPROVED):
        found += _before_introduction(match, lines)
    if state == Match.State.INTRODUCED:
        found += _first_meeting(match)
    if Match.State.DECLINED in match.moves[state]:
        found.append(_step(match, "match_decline", "Take this proposal back", post=False, primary=False))
    return found


def _before_introduction(match, lines) -> list[NextStep]:
    wrong = [line for line in lines if not line.ok]
    number = "One thing has" if len(wrong) == 1 else f"{len(wrong)} things have"
    why_not = f"{number} to be put right first. The checklist says how." if wrong else ""
    found = [_step(match, "match_introduce", "Introduce them", why_not=why_not)]
    if any(line.key == "risk" and line.at for line in wrong):
        found.append(_step(match, "match_risk_write", "Write the risk assessment", post=False, primary=bool(why_not)))
    return found


def _first_meeting(match) -> list[NextStep]:
    """Planned first, with the co-ordinator there; a meeting that took place unplanned can be written down too."""
    meeting = meeting_of(match)
    if meeting is None:
        return [
            _step(match, "meeting_plan", "Plan their first meeting", post=False),
            _step(match, "meeting_record", "They have met already", post=False, primary=False),
        ]
    return [_step(match, "meeting_record", "Write down how they met", post=False)]


def _step(match, name, words, **more) -> NextStep:
    return NextStep(words, reverse(f"matching:{name}", args=[match.scheme.slug, match.pk]), **more)
