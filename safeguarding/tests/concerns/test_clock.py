"""Until when a lead takes a concern on (lifecycle.md: one hour in danger, else the same working day)."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeguarding.concerns.bank_holidays import ENGLAND_AND_WALES
from safeguarding.concerns.clock import acknowledge_by

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
    assert acknowledge_by(raised, danger=False, days_off=ENGLAND_AND_WALES) == expected


def test_danger_is_one_hour_whatever_the_day():
    raised = at(2026, 12, 25, 23, 30)
    assert acknowledge_by(raised, danger=True, days_off=ENGLAND_AND_WALES) == raised + timedelta(hours=1)


@given(st.dates(date(2026, 1, 1), date(2027, 12, 1)), st.times(), st.booleans())
def test_the_clock_ends_later_than_it_begins_and_on_a_working_day(day, hour, danger):
    raised = datetime.combine(day, hour, tzinfo=LONDON)
    until = acknowledge_by(raised, danger=danger, days_off=ENGLAND_AND_WALES)
    assert until > raised
    assert danger or (until.weekday() < 5 and until.date() not in ENGLAND_AND_WALES)


def test_without_a_list_of_bank_holidays_the_clock_is_only_stricter():
    christmas = at(2026, 12, 25, 9)
    assert acknowledge_by(christmas, danger=False).date() == date(2026, 12, 25)
