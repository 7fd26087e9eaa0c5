"""When a notice may go (reminders.md: quiet hours 20:00–08:00 local for everything but immediate danger)."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from mentoring.notices.hours import LONGEST_WAIT, not_before, wait_after

LONDON = ZoneInfo("Europe/London")


def london(*parts):
    return datetime(*parts, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("at", "goes"),
    [
        (london(2026, 11, 23, 12, 0), london(2026, 11, 23, 12, 0)),
        (london(2026, 11, 23, 19, 59), london(2026, 11, 23, 19, 59)),
        (london(2026, 11, 23, 20, 0), london(2026, 11, 24, 8, 0)),
        (london(2026, 11, 23, 3, 0), london(2026, 11, 23, 8, 0)),
        (london(2026, 3, 28, 23, 30), london(2026, 3, 29, 8, 0)),  # the clocks go forward in between
    ],
)
def test_quiet_hours_wait_for_eight_in_the_morning(at, goes):
    assert not_before(at, urgent=False, zone=LONDON) == goes


def test_quiet_hours_are_those_of_the_place_not_of_the_server():
    at = datetime(2026, 7, 1, 19, 30, tzinfo=UTC)  # half past eight in a London summer
    assert not_before(at, urgent=False, zone=LONDON) == london(2026, 7, 2, 8, 0)


def test_immediate_danger_does_not_wait():
    at = london(2026, 11, 23, 3, 0)
    assert not_before(at, urgent=True, zone=LONDON) == at


def test_tries_come_less_and_less_often_but_never_stop():
    waits = [wait_after(number) for number in (1, 2, 3, 50)]
    assert waits == [timedelta(minutes=1), timedelta(minutes=2), timedelta(minutes=4), LONGEST_WAIT]
