"""How often they meant to meet and how often they did: planned and delivered dose (R5, L4)."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from matching.relationships.actions import session_log
from matching.relationships.doses.queries import doses_of
from matching.relationships.doses.rules import Dose, sessions_foreseen, silences_of
from matching.tests.relationships.phone import words

BEGIN = date(2026, 1, 1)
WEEKLY = 7


def day(number: int) -> date:
    return BEGIN + timedelta(days=number)


@pytest.mark.parametrize(
    "end, rhythms, silences, foreseen",
    [
        (6, [], [], 0),
        (7, [], [], 1),
        (28, [], [], 4),
        (28, [(0, 14)], [], 2),
        (28, [(14, 14)], [], 3),
        (28, [(-9, 1)], [], 28),
        (28, [], [(7, 21)], 2),
        (28, [], [(14, 99)], 2),
        (28, [(14, 1)], [(14, 28)], 2),
        (0, [(0, 1)], [], 0),
    ],
)
def test_r5_what_the_rhythm_foresees_by_hand(end, rhythms, silences, foreseen):
    told = [(day(begun), every) for begun, every in rhythms], [(day(first), day(after)) for first, after in silences]
    assert sessions_foreseen(BEGIN, day(end), *told, WEEKLY) == foreseen


days = st.integers(-20, 120)


@given(
    end=st.integers(0, 100),
    rhythms=st.lists(st.tuples(days, st.integers(1, 30)), max_size=4).map(sorted),
    silences=st.lists(st.tuples(days, st.integers(0, 40)), max_size=3),
)
def test_r5_the_sum_of_stretches_is_the_sum_of_days(end, rhythms, silences):
    """The oracle goes day by day: each day adds its part of a session."""
    quiet = [(begun, begun + length) for begun, length in silences]
    total = Fraction(0)
    for number in range(end):
        every = WEEKLY
        for begun, days_between in rhythms:
            every = days_between if begun <= number else every
        if not any(begun <= number < after for begun, after in quiet):
            total += Fraction(1, every)
    told = [(day(begun), every) for begun, every in rhythms], [(day(begun), day(after)) for begun, after in quiet]
    assert sessions_foreseen(BEGIN, day(end), *told, WEEKLY) == int(total)


def test_r5_a_pause_and_an_ending_are_silences_and_one_that_lasts_runs_on():
    changes = [(day(1), "active"), (day(8), "paused"), (day(15), "active"), (day(20), "paused"), (day(22), "ending")]
    assert silences_of(changes, day(30)) == [(day(8), day(15)), (day(20), day(30))]
    assert silences_of(changes[:1], day(30)) == []


@pytest.mark.parametrize("met, foreseen, is_thin", [(2, 4, True), (3, 5, False), (0, 3, False), (0, 0, False)])
def test_r10_below_sixty_in_a_hundred_is_too_little_once_there_is_enough_to_say(met, foreseen, is_thin):
    assert Dose(foreseen, met).is_thin is is_thin


@pytest.mark.parametrize(
    "met, foreseen, band", [(4, 5, "full"), (3, 4, "most"), (3, 5, "most"), (2, 4, "thin"), (0, 3, "early")]
)
def test_r5_bands_of_a_report_stand_on_the_same_line_as_the_sign(met, foreseen, band):
    assert Dose(foreseen, met).band == band
    assert (band == "thin") == Dose(foreseen, met).is_thin


@pytest.mark.parametrize("met, foreseen, words", [(3, 6, "3 of 6"), (0, 0, "0"), (1, 0, "1"), (7, 6, "7")])
def test_r5_who_met_more_often_than_they_meant_to_is_not_told_so_in_a_riddle(met, foreseen, words):
    assert Dose(foreseen, met).words == words


def log(pair, days_on, **said):
    at = timezone.now() + timedelta(days=days_on)
    with time_machine.travel(at + timedelta(hours=1)):
        kept = {"outcome": "held", "minutes": 60, "channel": "in-person"} | said
        session_log(match=pair.match, planned_at=at, **kept, by=pair.mentor)


@pytest.mark.django_db
@pytest.mark.usefixtures("at_noon")
def test_r5_the_match_page_and_the_list_say_how_often_they_met_of_how_often_they_meant_to(pair):
    log(pair, 1)
    log(pair, 8, kind="workshop", minutes=90)
    log(pair, 9, outcome="partly", reason="ill", minutes=30, kind="group")
    log(pair, 10, outcome="missed-mentee", reason="ill", minutes=None)
    today = timezone.localdate() + timedelta(days=42)
    pair.match.refresh_from_db()
    assert doses_of([pair.match], today)[pair.match.pk] == Dose(6, 3, 2, 180)
    with time_machine.travel(timezone.now() + timedelta(days=42)):
        client = pair.client(pair.coordinator)
        page = words(client.get(reverse("matching:match_show", args=[pair.scheme.slug, pair.match.pk])))
        rows = reverse("matching:match_list", args=[pair.scheme.slug])
        assert "3 of 6" in words(client.get(f"{rows}?group=together"))
        assert "3 of 6" not in words(client.get(rows))
    assert "3 of 6" in page
    assert "2 of them with a group or at a workshop." in page
    assert "less often than they agreed" in page


@pytest.mark.django_db
def test_r5_doses_of_many_matches_take_four_queries(pair, django_assert_num_queries):
    with django_assert_num_queries(4):
        doses_of([pair.match], timezone.localdate())
