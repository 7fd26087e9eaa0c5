"""Whose way a concern goes: by age on the day, and by nation (standards 2.5, A16)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeguarding.concerns.routes import (
    BARRING_ELSEWHERE,
    OFFICER_HINTS,
    OFFICERS,
    TRUST_LEAD,
    WAYS,
    barring_words,
    called,
    kind_by_age,
    officer,
    way,
)
from schemes.planning.models import Scheme


@pytest.mark.parametrize(
    ("born", "day", "kind"),
    [
        (date(2008, 11, 30), date(2026, 11, 29), "child"),  # the day before the 18th birthday
        (date(2008, 11, 30), date(2026, 11, 30), "adult"),  # on it
        (date(2008, 2, 29), date(2026, 2, 28), "child"),  # born on a leap day
        (date(2008, 2, 29), date(2026, 3, 1), "adult"),
        (None, date(2026, 11, 30), ""),
    ],
)
def test_a_child_until_the_eighteenth_birthday(born, day, kind):
    assert kind_by_age(born, day) == kind


@given(st.dates(date(1990, 1, 1), date(2020, 1, 1)), st.dates(date(2020, 1, 2), date(2040, 1, 1)))
def test_nobody_becomes_a_child_again(born, day):
    later = date.fromordinal(day.toordinal() + 1)
    assert not (kind_by_age(born, day) == "adult" and kind_by_age(born, later) == "child")


@pytest.mark.parametrize("nation", Scheme.Nation.values)
def test_each_nation_has_both_ways_an_officer_and_a_duty_to_refer(nation):
    assert {(nation, kind) for kind in ("child", "adult")} <= WAYS.keys()
    assert OFFICERS[nation] and OFFICER_HINTS[nation] and barring_words(nation)


def test_not_knowing_the_age_it_goes_a_childs_way():
    assert way("england", "") == way("england", "child") != way("england", "adult")


@pytest.mark.parametrize(
    ("to", "nation", "words"),
    [
        ("children", "scotland", "Children’s social work"),
        ("adults", "northern-ireland", "Adult protection gateway of the Trust"),
        ("lado", "england", "Designated officer (LADO)"),
        ("lado", "wales", "Designated officer for safeguarding"),
        ("police", "england", ""),
    ],
)
def test_a_receiver_is_called_what_they_are_called_there(to, nation, words):
    assert called(to, nation) == words


def test_a_scheme_for_grown_ups_in_england_tells_the_lead_for_people_in_positions_of_trust():
    assert officer("england", with_children=False) == TRUST_LEAD
    assert officer("scotland", with_children=False) == OFFICERS["scotland"]


def test_scotland_has_three_months_for_the_barring_referral():
    assert "three months" in barring_words("scotland") and barring_words("wales") == BARRING_ELSEWHERE
