"""A month, two more, and the clock that stands still (UK GDPR article 12; the regulator's way of counting)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeguarding.records.clock import answer_by, months_after

DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))


def by(asked_on, *, pauses=(), longer=False, today=date(2026, 1, 1), days_off=()):
    return answer_by(asked_on, pauses=pauses, longer=longer, today=today, days_off=days_off)


@pytest.mark.parametrize(
    ("asked_on", "given_by"),
    [
        (date(2026, 9, 3), date(2026, 10, 5)),  # 3 October is a Saturday
        (date(2026, 3, 31), date(2026, 4, 30)),  # April has no 31st
        (date(2026, 1, 31), date(2026, 3, 2)),  # February ends on a Saturday
        (date(2026, 12, 10), date(2027, 1, 11)),
        (date(2028, 1, 31), date(2028, 2, 29)),
    ],
)
def test_one_calendar_month_to_the_same_day_or_the_last_and_never_a_day_off(asked_on, given_by):
    assert by(asked_on) == given_by


def test_a_bank_holiday_moves_it_on():
    assert by(date(2026, 11, 25), days_off={date(2026, 12, 25), date(2026, 12, 28)}) == date(2026, 12, 29)


def test_longer_is_three_months_in_all():
    assert by(date(2026, 9, 3), longer=True) == date(2026, 12, 3)


def test_while_the_clock_stands_still_the_day_moves_on_and_the_days_are_given_back_afterwards():
    began = date(2026, 9, 10)
    waiting = [(began, None)]
    assert by(date(2026, 9, 3), pauses=waiting, today=began + timedelta(days=5)) == date(2026, 10, 8)
    assert by(date(2026, 9, 3), pauses=[(began, began + timedelta(days=6))]) == date(2026, 10, 9)


@given(
    asked_on=DAYS, waits=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 60)), max_size=3), longer=st.booleans()
)
def test_it_is_a_working_day_at_least_a_month_on_and_every_paused_day_is_given_back(asked_on, waits, longer):
    pauses, day = [], asked_on
    for after, lasting in waits:
        began = day + timedelta(days=after)
        day = began + timedelta(days=lasting)
        pauses.append((began, day))
    found = by(asked_on, pauses=pauses, longer=longer)
    least = months_after(asked_on, 3 if longer else 1) + timedelta(days=sum(lasting for _, lasting in waits))
    assert found.weekday() < 5
    assert timedelta(0) <= found - least <= timedelta(days=2)
