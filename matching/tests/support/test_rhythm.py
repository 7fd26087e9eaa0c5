"""S14, P8: when each side is spoken with next: weeks 1, 2 and 4, then monthly, then quarterly; peers closer."""

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.support.rhythm import FIRST_MONTH_DAYS, ContactRhythm, days_without, next_contact_on

START = date(2026, 3, 2)
USUAL = ContactRhythm(first_month=14, first_year=30, later=91)
rhythms = st.tuples(st.integers(2, 28), st.integers(7, 60), st.integers(7, 200)).map(lambda days: ContactRhythm(*days))


def due(last: int | None, rhythm=USUAL) -> int:
    """The same in days from the introduction."""
    spoken = None if last is None else START + timedelta(days=last)
    return (next_contact_on(START, spoken, rhythm) - START).days


@pytest.mark.parametrize(
    ("last", "following"),
    [(None, 7), (0, 7), (5, 14), (7, 14), (8, 22), (14, 28), (22, 52), (28, 58), (58, 88), (364, 394), (365, 456)],
)
def test_s14_weeks_one_two_and_four_then_monthly_then_quarterly(last, following):
    assert due(last) == following


def test_s14_days_that_pass_without_a_word_follow_each_other():
    assert [(day - START).days for day in islice(days_without(START, None, USUAL), 5)] == [7, 14, 28, 58, 88]


def test_p8_a_peer_mentors_match_is_held_more_closely():
    closer = USUAL.closer(21)
    assert [due(last, closer) for last in (None, 28, 400)] == [7, 49, 421]


@given(start=st.dates(date(2020, 1, 1), date(2035, 1, 1)), last=st.integers(0, 900), rhythm=rhythms)
def test_s14_the_next_is_ahead_and_never_further_than_the_interval(start, last, rhythm):
    spoken = start + timedelta(days=last)
    ahead = (next_contact_on(start, spoken, rhythm) - spoken).days
    longest = rhythm.first_month if last < FIRST_MONTH_DAYS else rhythm.first_year if last < 365 else rhythm.later
    assert 0 < ahead <= max(longest, rhythm.first_year if last < FIRST_MONTH_DAYS else 0)


@given(last=st.integers(0, 900), rhythm=rhythms, closest=st.integers(7, 60))
def test_p8_a_peer_is_never_left_longer_than_the_scheme_says(last, rhythm, closest):
    assert due(last, rhythm.closer(closest)) - last <= closest
