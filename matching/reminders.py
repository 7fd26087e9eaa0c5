"""Rules about two people and their time together (reminders.md). The rows are those the screens show."""

from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from matching.cover.news.reminders import news_waits  # noqa: F401  known by being imported
from matching.cover.reminders import cover_to_answer, pause_near_its_end, return_not_confirmed  # noqa: F401  known by being imported
from matching.endings.afterwards.reminders import follow_up_due  # noqa: F401  known by being imported
from matching.endings.planning.reminders import ending_time_up, ending_to_plan  # noqa: F401  known by being imported
from matching.endings.queries import BEGUN_DAYS, endings_not_recorded, lapsed_matches
from matching.endings.reminders import conflict_undecided, match_departed  # noqa: F401  known by being imported
from matching.expenses.reminders import expense_answered, expense_waiting  # noqa: F401  known by being imported
from matching.pairing.meetings.reminders import meeting_not_recorded, meeting_off, meeting_soon  # noqa: F401  known by being imported
from matching.pairing.reminders import pick_to_answer, profile_to_look_at, profile_to_read, risk_running_out  # noqa: F401  known by being imported
from matching.relationships.asks.reminders import ask_waiting  # noqa: F401  known by being imported
from matching.relationships.messages.reminders import (  # noqa: F401  known by being imported
    message_to_read,
    message_waits,
)
from matching.relationships.queries import (
    ROUNDS,
    goals_to_review,
    matches_without_contact,
    reviews_due,
    session_coming,
    sessions_not_logged,
)
from matching.supervision.reminders import (  # noqa: F401  known by being imported
    supervision_action_due,
    supervision_group_missing,
    supervision_late,
    supervision_missing,
    supervision_soon,
    support_plan_missing,
)
from matching.support.reminders import check_in_due, handed_over, session_hard  # noqa: F401  known by being imported
from matching.waiting.reminders import progress_contact  # noqa: F401  known by being imported
from matching.warning.reminders import match_to_look_at  # noqa: F401  known by being imported
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


def both(match) -> tuple:
    return (match.volunteer.user_id, match.young_person.user_id)


def comes(session):
    """Who meets the young person: the mentor, or whoever stands in."""
    return session.with_cover.volunteer if session.with_cover_id else session.match.volunteer


@rule(_("You have a meeting coming up."), optional=True)
def session_soon(at):
    """24 hours before, to both who meet."""
    return [
        Due(key_of(session), localdate(session.planned_at), person, OWN_PAGE, scheme_key=str(session.match.scheme_id))
        for session in session_coming(at)
        for person in (comes(session).user_id, session.match.young_person.user_id)
        if person
    ]


@rule(_("A meeting has not been written down yet."))
def session_not_logged(at):
    """48 hours after, to the mentor; after seven days to the co-ordinator."""
    holders = Holders()
    return [due for session in sessions_not_logged(at) for due in _session_dues(session, at, holders)]


def _session_dues(session, at, holders) -> list[Due]:
    match = session.match
    rungs = [
        Rung(2, "", (comes(session).user_id,), OWN_PAGE),
        Rung(7, "co-ordinator", tuple(holders.of(match.scheme_id, "coordinator")), match_page(match)),
    ]
    return dues(session, localdate(session.planned_at), at, match.scheme, rungs)


@rule(_("It has been quiet for a while. Have a look."))
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
    quiet_from = match.quiet_since + timedelta(days=ROUNDS * match.rhythm_days)
    return dues(match, quiet_from, at, match.scheme, rungs)


@rule(_("A review is due."))
def review_due(at):
    """Fourteen days before to the co-ordinator and both sides, three days before again to whoever has said nothing yet;
    overdue the day after; the manager at fourteen days."""
    holders = Holders()
    return [due for review in reviews_due(at) for due in _review_dues(review, at, holders)]


def _review_dues(review, at, holders) -> list[Due]:
    match, path = review.match, match_page(review.match)
    two = set(both(match))  # staff who are one of the two hear of it as one of the two
    co_ordinators = tuple(user for user in holders.of(match.scheme_id, "coordinator") if user not in two)
    managers = tuple(user for user in holders.of(match.scheme_id, "manager") if user not in two)
    rungs = [
        Rung(-14, "", co_ordinators, path),
        Rung(-14, "both", both(match), OWN_PAGE),
        Rung(-3, "asked again", _silent_on(review), OWN_PAGE),
        Rung(1, "overdue", co_ordinators, path),
        Rung(14, "manager", managers, OWN_PAGE),
    ]
    return dues(review, review.due_on, at, match.scheme, rungs)


def _silent_on(review) -> tuple:
    """Those of the two who have not said yet how it is for them."""
    views = zip(both(review.match), (review.mentor_view, review.mentee_view), strict=True)
    return tuple(person for person, view in views if not view)


@rule(_("A day to look at a goal again has come."), optional=True)
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
    found = [(match, BEGUN_DAYS) for match in endings_not_recorded(at)]
    found += [(match, match.scheme.lapse_after_days) for match in lapsed_matches(at)]
    return [due for match, days in found for due in _ending_dues(match, days, at, holders)]


def _ending_dues(match, days: int, at, holders) -> list[Due]:
    rungs = [
        Rung(days, "", tuple(holders.of(match.scheme_id, "coordinator")), match_page(match)),
        Rung(days + 14, "manager", tuple(holders.of(match.scheme_id, "manager")), OWN_PAGE),
    ]
    return dues(match, match.last_contact_on, at, match.scheme, rungs)
