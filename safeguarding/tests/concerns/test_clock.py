"""The clocks of a concern: one hour in danger, else the same working day; one working day for what follows."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeguarding.concerns.bank_holidays import YEARS, days_off
from safeguarding.concerns.clock import CLOSES, OPENS, acknowledge_by, working_day_after

ENGLAND = days_off("england")
LONDON = ZoneInfo("Europe/London")


def at(*parts):
    return datetime(*parts, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("raised", "expected"),
    [
        (at(2026, 11, 19, 10), at(2026, 11, 19, 17)),  # a Thursday morning: the same day
        (at(2026, 11, 19, 16, 59), at(2026, 11, 19, 17)),
        (at(2026, 11, 19, 17), at(2026, 11, 20, 17)),  # after hours: the next working day
        (at(2026, 11, 20, 18), at(2026, 11, 23, 17)),  # a Friday evening: Monday
        (at(2026, 11, 21, 3), at(2026, 11, 23, 17)),  # a Saturday
        (at(2026, 12, 24, 20), at(2026, 12, 29, 17)),  # over Christmas, with its bank holidays
    ],
)
def test_the_end_of_the_working_day(raised, expected):
    assert acknowledge_by(raised, danger=False, days_off=ENGLAND) == expected


def test_danger_is_one_hour_whatever_the_day():
    raised = at(2026, 12, 25, 23, 30)
    assert acknowledge_by(raised, danger=True, days_off=ENGLAND) == raised + timedelta(hours=1)


@given(st.dates(date(2026, 1, 1), date(2027, 12, 1)), st.times(), st.booleans())
def test_the_clock_ends_later_than_it_begins_and_on_a_working_day(day, hour, danger):
    raised = datetime.combine(day, hour, tzinfo=LONDON)
    until = acknowledge_by(raised, danger=danger, days_off=ENGLAND)
    assert until > raised
    assert danger or (until.weekday() < 5 and until.date() not in ENGLAND)


def test_without_a_list_of_bank_holidays_the_clock_is_only_stricter():
    christmas = at(2026, 12, 25, 9)
    assert acknowledge_by(christmas, danger=False).date() == date(2026, 12, 25)


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (at(2026, 11, 19, 10), at(2026, 11, 20, 10)),  # a Thursday at ten: Friday at ten
        (at(2026, 11, 19, 8), at(2026, 11, 19, 17)),  # before anybody is at work: that day
        (at(2026, 11, 19, 17), at(2026, 11, 20, 17)),  # as they go home: the next day
        (at(2026, 11, 20, 16), at(2026, 11, 23, 16)),  # a Friday afternoon: Monday afternoon
        (at(2026, 11, 21, 3), at(2026, 11, 23, 17)),  # a Saturday
        (at(2026, 12, 24, 16, 30), at(2026, 12, 29, 16, 30)),  # over Christmas
        (at(2026, 10, 23, 12), at(2026, 10, 26, 12)),  # the night the clocks go back is no working hour
    ],
)
def test_a16_one_working_day_is_eight_hours_of_work(start, expected):
    assert working_day_after(start, days_off=ENGLAND) == expected


def test_a16_a_scottish_holiday_stops_the_clock_in_scotland_alone():
    eve = at(2026, 11, 27, 12)  # a Friday; St Andrew’s Day is the Monday after
    assert working_day_after(eve, days_off=days_off("scotland")) == at(2026, 12, 1, 12)
    assert working_day_after(eve, days_off=ENGLAND) == at(2026, 11, 30, 12)


@given(st.dates(date(2026, 1, 1), date(2027, 12, 1)), st.times(), st.integers(1, 5))
def test_a16_it_ends_in_working_hours_and_never_before_so_many_days_of_work(day, hour, days):
    start = datetime.combine(day, hour, tzinfo=LONDON)
    end = working_day_after(start, days_off=ENGLAND, days=days)
    assert end > start and end.weekday() < 5 and end.date() not in ENGLAND
    assert OPENS < end.time() <= CLOSES or end.time() == OPENS
    between = [day + timedelta(n) for n in range(1, (end.date() - day).days)]
    assert sum(one.weekday() < 5 and one not in ENGLAND for one in between) <= days


@pytest.mark.parametrize(
    ("nation", "library"),
    [("england", "ENG"), ("wales", "WLS"), ("scotland", "SCT"), ("northern-ireland", "NIR")],
)
def test_the_bank_holidays_of_each_nation_are_those_of_an_independent_library(nation, library):
    theirs = holidays.country_holidays("GB", subdiv=library, years=YEARS)
    assert days_off(nation) == {day for day in theirs if day.weekday() < 5}


def test_a_nation_nobody_knows_has_no_days_off():
    assert days_off("elsewhere") == frozenset()
