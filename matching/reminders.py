"""Rules about two people and their time together (reminders.md). The rows are those the screens show."""

from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.timezone import localdate

from matching.endings.queries import endings_not_recorded, lapsed_matches
from matching.endings.reminders import conflict_undecided  # noqa: F401  known by being imported
from matching.pairing.meetings.reminders import meeting_not_recorded, meeting_soon  # noqa: F401  known by being imported
from matching.pairing.reminders import pick_to_answer, profile_to_read, risk_running_out  # noqa: F401  known by being imported
from matching.relationships.queries import (
    ROUNDS,
    goals_to_review,
    matches_without_contact,
    reviews_due,
    session_coming,
    sessions_not_logged,
)
from matching.supervision.queries import supervision_coming, supervision_gaps, supervision_overdue
from matching.waiting.reminders import progress_contact  # noqa: F401  known by being imported
from mentoring.notices.escalation import Rung, rungs_reached
from mentoring.notices.rules import Due, key_of, rule
from schemes.people.holders import Holders

OWN_PAGE = "/"  # everybody's own first page


def dues(record, due_on: date, at: datetime, scheme, rungs: list[Rung]) -> list[Due]:
    """One Due for each person of each rung reached by `at`."""
    return [
        Due(key_of(record), due_on, person, rung.path, step=rung.step, scheme_key=str(scheme.pk))
        for person, rung in rungs_reached(due_on, localdate(at), rungs)
    ]


def match_page(match) -> str:
    return reverse("matching:match_show", kwargs={"scheme": match.scheme.slug, "match_id": match.pk})


def supervision_page(supervision) -> str:
    keys = {"scheme": supervision.scheme.slug, "supervision_id": supervision.pk}
    return reverse("matching:supervision_record", kwargs=keys)


def both(match) -> tuple:
    return (match.volunteer.user_id, match.young_person.user_id)


@rule("You have a meeting coming up.")
def session_soon(at):
    """24 hours before, to both."""
    return [
        Due(key_of(session), localdate(session.planned_at), person, OWN_PAGE, scheme_key=str(session.match.scheme_id))
        for session in session_coming(at)
        for person in both(session.match)
        if person
    ]


@rule("A meeting has not been written down yet.")
def session_not_logged(at):
    """48 hours after, to the mentor; after seven days to the co-ordinator."""
    holders = Holders()
    return [due for session in sessions_not_logged(at) for due in _session_dues(session, at, holders)]


def _session_dues(session, at, holders) -> list[Due]:
    match = session.match
    rungs = [
        Rung(2, "", (match.volunteer.user_id,), OWN_PAGE),
        Rung(7, "co-ordinator", tuple(holders.of(match.scheme_id, "coordinator")), match_page(match)),
    ]
    return dues(session, localdate(session.planned_at), at, match.scheme, rungs)


@rule("It has been quiet for a while. Have a look.")
def match_quiet(at):
    """Twice the agreed rhythm: the mentor, a week later the co-ordinator, another week later the supervisor."""
    holders = Holders()
    return [due for match in matches_without_contact(at) for due in _quiet_dues(match, at, holders)]


def _quiet_dues(match, at, holders) -> list[Due]:
    rungs = [
        Rung(0, "", (match.volunteer.user_id,), OWN_PAGE),
        Rung(7, "co-ordinator", tuple(holders.of(match.scheme_id, "coordinator")), match_page(match)),
        Rung(14, "supervisor", (match.volunteer.supervisor_id,), match_page(match)),
    ]
    quiet_from = match.last_contact_on + timedelta(days=ROUNDS * match.rhythm_days)
    return dues(match, quiet_from, at, match.scheme, rungs)


@rule("Supervision is coming up.")
def supervision_soon(at):
    """Seven days before, to both."""
    return [
        Due(key_of(row), localdate(row.planned_at), person, path, scheme_key=str(row.scheme_id))
        for row in supervision_coming(at)
        for person, path in ((row.supervisor_id, supervision_page(row)), (row.volunteer.user_id, OWN_PAGE))
        if person
    ]


@rule("A supervision has not been written down yet.")
def supervision_late(at):
    """The day after, to both; the co-ordinator at seven days, the manager at fourteen."""
    holders = Holders()
    return [due for row in supervision_overdue(at) for due in _late_dues(row, at, holders)]


def _late_dues(row, at, holders) -> list[Due]:
    path = supervision_page(row)
    rungs = [
        Rung(1, "", (row.supervisor_id,), path),
        Rung(1, "mentor", (row.volunteer.user_id,), OWN_PAGE),
        Rung(7, "co-ordinator", tuple(holders.of(row.scheme_id, "coordinator")), path),
        Rung(14, "manager", tuple(holders.of(row.scheme_id, "manager")), OWN_PAGE),
    ]
    return dues(row, localdate(row.planned_at), at, row.scheme, rungs)


@rule("A mentor has no supervision planned.")
def supervision_missing(at):
    """From the day the next one should have been: the supervisor, at seven days the co-ordinator, then the manager."""
    holders = Holders()
    return [due for gap in supervision_gaps(at) for due in _gap_dues(gap, at, holders)]


def _gap_dues(gap, at, holders) -> list[Due]:
    scheme = gap.volunteer.scheme
    path = reverse("matching:supervision_list", kwargs={"scheme": scheme.slug})
    rungs = [
        Rung(0, "", (gap.volunteer.supervisor_id,), path),
        Rung(7, "co-ordinator", tuple(holders.of(scheme.pk, "coordinator")), path),
        Rung(14, "manager", tuple(holders.of(scheme.pk, "manager")), OWN_PAGE),
    ]
    return dues(gap.volunteer, gap.due_on, at, scheme, rungs)


@rule("A review is due.")
def review_due(at):
    """Fourteen days before to the co-ordinator and both sides; overdue the day after; the manager at fourteen days."""
    holders = Holders()
    return [due for review in reviews_due(at) for due in _review_dues(review, at, holders)]


def _review_dues(review, at, holders) -> list[Due]:
    match, path = review.match, match_page(review.match)
    co_ordinators = tuple(holders.of(match.scheme_id, "coordinator"))
    rungs = [
        Rung(-14, "", co_ordinators, path),
        Rung(-14, "both", both(match), OWN_PAGE),
        Rung(1, "overdue", co_ordinators, path),
        Rung(14, "manager", tuple(holders.of(match.scheme_id, "manager")), OWN_PAGE),
    ]
    return dues(review, review.due_on, at, match.scheme, rungs)


@rule("A day to look at a goal again has come.")
def goal_review(at):
    """The day, to both sides."""
    return [
        due
        for goal in goals_to_review(at)
        for due in dues(goal, goal.review_on, at, goal.match.scheme, [Rung(0, "", both(goal.match), OWN_PAGE)])
    ]


@rule("An ending has not been recorded yet.")
def ending_missing(at):
    """Seven days after the last contact in "ending", and for a lapsed match; the manager fourteen days later."""
    holders = Holders()
    found = [*((match, 7) for match in endings_not_recorded(at)), *((match, 28) for match in lapsed_matches(at))]
    return [due for match, days in found for due in _ending_dues(match, days, at, holders)]


def _ending_dues(match, days: int, at, holders) -> list[Due]:
    rungs = [
        Rung(days, "", tuple(holders.of(match.scheme_id, "coordinator")), match_page(match)),
        Rung(days + 14, "manager", tuple(holders.of(match.scheme_id, "manager")), OWN_PAGE),
    ]
    return dues(match, match.last_contact_on, at, match.scheme, rungs)
