"""Working days, and who reads what by role: plain values."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeguarding.complaints.clock import working_days_after
from safeguarding.complaints.reading import reads
from safeguarding.concerns.bank_holidays import days_off
from schemes.people.permissions import Role

ENGLAND = days_off("england")


@pytest.mark.parametrize(
    ("made_on", "expected"),
    [
        (date(2026, 11, 30), date(2026, 12, 3)),  # a Monday
        (date(2026, 12, 3), date(2026, 12, 8)),  # over a weekend
        (date(2026, 12, 5), date(2026, 12, 9)),  # on a Saturday
        (date(2026, 12, 23), date(2026, 12, 30)),  # over Christmas, of which the 28th is given for a Saturday
    ],
)
def test_p8_three_working_days_skip_weekends_and_bank_holidays(made_on, expected):
    assert working_days_after(made_on, 3, days_off=ENGLAND) == expected


@given(day=st.dates(date(2026, 1, 1), date(2027, 12, 1)), number=st.integers(1, 20))
def test_it_ends_on_a_working_day_with_so_many_between(day, number):
    end = working_days_after(day, number, days_off=ENGLAND)
    between = [date.fromordinal(one) for one in range(day.toordinal() + 1, end.toordinal() + 1)]
    assert end.weekday() < 5 and end not in ENGLAND
    assert sum(one.weekday() < 5 and one not in ENGLAND for one in between) == number


@given(held=st.sets(st.sampled_from(list(Role))), reaches=st.booleans())
def test_p8_whoever_co_ordinates_reads_no_independent_one_whatever_else_they_are(held, reaches):
    assert not reads(held | {Role.COORDINATOR}, is_independent=True, reaches_managers=reaches)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.COORDINATOR, Role.MANAGER, Role.LEAD}))
def test_no_other_role_reads_any(role):
    assert not reads({role}, is_independent=False, reaches_managers=True)
