"""Two people and their time together: who hears what, day by day (reminders.md, the lines about a match)."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from matching import reminders
from matching.models import Pause
from matching.relationships.actions import session_log, session_plan
from matching.relationships.goals.actions import goal_add
from matching.support.reminders import check_in_due
from matching.tests.readying import mentee_ready, mentor_ready, together
from mentoring.tests.due_kit import in_days, local, pairs, told
from mentoring.tests.kept import kept

#: Day after → who has been told of a session that nobody wrote down; of a silence that begins on day 0.
NOT_LOGGED = {
    1: "", 3: "mentor", 6: "mentor", 7: "mentor, coordinator:co-ordinator", 30: "mentor, coordinator:co-ordinator",
}  # fmt: skip
QUIET = {
    0: "", 1: "mentor", 6: "mentor", 7: "mentor, coordinator:co-ordinator", 13: "mentor, coordinator:co-ordinator",
    14: "mentor, coordinator:co-ordinator, supervisor:supervisor",
    60: "mentor, coordinator:co-ordinator, supervisor:supervisor",
}  # fmt: skip
GOAL = {-1: "", 0: "mentor, mentee", 1: "mentor, mentee", 7: "mentor, mentee"}


@kept
def pair(cast):
    cast.volunteer = mentor_ready(cast, cast.volunteer)
    cast.young_person = mentee_ready(cast, cast.young_person)
    cast.match = together(cast, cast.volunteer, cast.young_person)


def planned(pair, days=2):
    return session_plan(match=pair.match, planned_at=in_days(days), by=pair.mentor)


def ended(pair):
    type(pair.match).objects.filter(pk=pair.match.pk).update(state="ended")


def account_gone(pair):
    type(pair.volunteer).objects.filter(pk=pair.volunteer.pk).update(user=None)


def ladder(rule, pair, row, table, start=0) -> dict:
    return {days: told(rule, in_days(start + days), pair, row) for days in table}


def said(table) -> dict:
    return {days: pairs(who) for days, who in table.items()}


def test_a_session_that_nobody_wrote_down(pair):
    session = planned(pair)
    assert ladder(reminders.session_not_logged, pair, session, NOT_LOGGED, 2) == said(NOT_LOGGED)


def test_a_session_coming_is_told_within_a_day_before_it(pair):
    session = planned(pair, 10)
    hours = {-25: "", -23: "mentor, mentee", -1: "mentor, mentee", 1: ""}
    found = {hour: told(reminders.session_soon, in_days(10) + timedelta(hours=hour), pair, session) for hour in hours}
    assert found == said(hours)


def test_a_silence_of_twice_the_rhythm(pair):
    assert ladder(reminders.match_quiet, pair, pair.match, QUIET, 14) == said(QUIET)


def test_after_a_pause_the_silence_and_its_ladder_begin_anew(pair):
    pause = Pause.objects.create(
        match=pair.match, whose="mentor", from_on=localdate(), until_on=in_days(59).date(), why="Away",
        contact_by=pair.coordinator, planned_by=pair.coordinator,
    )  # fmt: skip
    Pause.objects.filter(pk=pause.pk).update(over_on=in_days(60).date())
    assert ladder(reminders.match_quiet, pair, pair.match, QUIET, 74) == said(QUIET)


def test_a_day_to_look_at_a_goal_again(pair):
    day = in_days(20).date()
    goal = goal_add(match=pair.match, words="Cook", kind="getting-to-know", review_on=day, by=pair.mentee)
    assert ladder(reminders.goal_review, pair, goal, GOAL, 20) == said(GOAL)


def test_the_manager_hears_of_two_check_ins_missed(pair):
    both = "coordinator:mentor, coordinator:mentee"
    table = {6: "", 7: both, 14: both, 15: f"{both}, manager:mentor manager, manager:mentee manager"}
    assert {days: told(check_in_due, in_days(days), pair, pair.match) for days in table} == said(table)


@pytest.mark.parametrize(
    ("rule", "days"),
    [(reminders.session_soon, 2), (reminders.session_not_logged, 40), (reminders.match_quiet, 60), (check_in_due, 60)],
)
def test_nobody_hears_once_it_has_ended(pair, rule, days):
    planned(pair)
    at = in_days(days) - timedelta(hours=1)
    assert told(rule, at, pair)
    ended(pair)
    assert told(rule, at, pair) == set()


def test_a_session_written_down_is_no_longer_asked_for(pair):
    session = planned(pair)
    off = {"outcome": "called-off", "reason": "ill", "called_off_by": "scheme", "channel": "phone"}
    session_log(match=pair.match, session=session, planned_at=session.planned_at, **off, by=pair.mentor)
    assert told(reminders.session_not_logged, in_days(40), pair, session) == set()
    assert told(reminders.session_soon, in_days(2) - timedelta(hours=1), pair, session) == set()


def test_without_an_account_the_mentor_is_not_told_and_the_others_are(pair):
    session = planned(pair)
    account_gone(pair)
    assert told(reminders.session_soon, in_days(2) - timedelta(hours=1), pair, session) == pairs("mentee")
    assert told(reminders.session_not_logged, in_days(12), pair, session) == pairs("coordinator:co-ordinator")
    assert told(reminders.match_quiet, in_days(40), pair) >= pairs("coordinator:co-ordinator")


@pytest.mark.parametrize(("month", "day"), [(3, 28), (10, 31)])
def test_on_the_weekend_when_the_clocks_change(pair, month, day):
    """An hour more or less, and still nobody is left out within the last day before."""
    sunday = local(localdate().replace(year=2027, month=month, day=day), 15)
    session = session_plan(match=pair.match, planned_at=sunday, by=pair.mentor)
    assert told(reminders.session_soon, sunday - timedelta(hours=25), pair, session) == set()
    for hours in (23, 12, 1):
        assert told(reminders.session_soon, sunday - timedelta(hours=hours), pair, session) == pairs("mentor, mentee")
