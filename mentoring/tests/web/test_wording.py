"""Days, times and spans as people say them (look and words: "Thursday, 5.30 pm", dates as people write them)."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.web import wording
from mentoring.web.day_reading import read_day

TODAY = date(2026, 11, 22)  # a Sunday


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 26), "Thursday 26 November"),
        (date(2027, 1, 1), "Friday 1 January 2027"),
        (date(2025, 12, 31), "Wednesday 31 December 2025"),
    ],
)
def test_a_day_names_its_year_only_when_it_is_another_one(day, words):
    assert wording.day_words(day, TODAY) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (time(17, 30), "5.30 pm"),
        (time(9, 0), "9 am"),
        (time(12, 0), "midday"),
        (time(0, 0), "midnight"),
        (time(12, 5), "12.05 pm"),
        (time(0, 30), "12.30 am"),
    ],
)
def test_a_time_is_said_as_on_a_poster(moment, words):
    assert wording.clock(moment) == words


@pytest.mark.parametrize(
    ("away", "words"),
    [
        (-7, "Sunday 15 November, 5.30 pm"),
        (-1, "yesterday, 5.30 pm"),
        (0, "today, 5.30 pm"),
        (1, "tomorrow, 5.30 pm"),
        (4, "Thursday, 5.30 pm"),
        (6, "Saturday, 5.30 pm"),
        (7, "Sunday 29 November, 5.30 pm"),
    ],
)
def test_a_moment_in_the_coming_week_goes_by_its_day_alone(away, words):
    assert wording.when_words(datetime.combine(TODAY + timedelta(days=away), time(17, 30)), TODAY) == words


@pytest.mark.parametrize(
    ("away", "words"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (3, "in 3 days"),
        (-13, "13 days ago"),
        (-14, "2 weeks ago"),
        (-69, "9 weeks ago"),
        (-92, "3 months ago"),
        (-365, "1 year ago"),
        (427, "in 1 year and 2 months"),
    ],
)
def test_a_distance_is_said_to_the_grain_people_use(away, words):
    assert wording.distance(TODAY + timedelta(days=away), TODAY) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "just now"), (59.9, "just now"), (60, "1 minute ago"), (119, "1 minute ago"), (1199, "19 minutes ago")],
)
def test_minutes_back_are_said_whole(seconds, words):
    assert wording.since(seconds) == words


def test_whole_months_count_only_when_the_day_of_the_month_is_reached():
    assert wording.whole_months(date(2026, 8, 23), TODAY) == 2
    assert wording.whole_months(date(2026, 8, 22), TODAY) == 3
    assert wording.whole_months(TODAY, date(2026, 1, 1)) == 0


@pytest.mark.parametrize(
    ("due", "words", "tone"),
    [
        (TODAY - timedelta(days=1), "Overdue 1 day", "overdue"),
        (TODAY - timedelta(days=30), "Overdue 4 weeks", "overdue"),
        (TODAY, "Today", "today"),
        (TODAY + timedelta(days=5), "In 5 days", "waiting"),
    ],
)
def test_a_badge_says_how_late_a_thing_is_and_has_the_colour_for_it(due, words, tone):
    assert (wording.due_words(due, TODAY), wording.due_tone(due, TODAY)) == (words, tone)


def test_names_are_listed_as_in_a_sentence():
    assert wording.listed([]) == ""
    assert wording.listed(["Kofi"]) == "Kofi"
    assert wording.listed(["Kofi", "Zofia", "Jay"]) == "Kofi, Zofia and Jay"


def test_one_thing_is_not_said_as_many():
    assert wording.counted(1, "person", "people") == "1 person"
    assert wording.counted(1204, "hour") == "1,204 hours"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("3/11/2026", date(2026, 11, 3)),
        ("3.11.26", date(2026, 11, 3)),
        ("03 11 2026", date(2026, 11, 3)),
        ("2026-11-03", date(2026, 11, 3)),
        ("3 Nov 2026", date(2026, 11, 3)),
        ("  3rd of  November, 2026 ", date(2026, 11, 3)),
        ("Tuesday 3 November", date(2026, 11, 3)),
        ("12/5/98", date(1998, 5, 12)),
        ("29 Feb 2024", date(2024, 2, 29)),
        ("2 January", date(2027, 1, 2)),
        ("30 sept", date(2026, 9, 30)),
        ("today", TODAY),
        ("Yesterday", date(2026, 11, 21)),
        ("last Tuesday", date(2026, 11, 17)),
        ("last sunday", date(2026, 11, 15)),
        ("next Sunday", date(2026, 11, 29)),
    ],
)
def test_a_date_is_read_as_people_write_it_day_before_month(written, day):
    assert read_day(written, TODAY) == day


@pytest.mark.parametrize(
    "written", ["31/2/2026", "29 Feb 2026", "11/25/2026", "soon", "", "3", "99999", "3 ember 2026", "0/0/0"]
)
def test_what_is_no_date_is_refused_with_a_sentence_and_never_guessed(written):
    with pytest.raises(ValueError, match=r"\.$"):
        read_day(written, TODAY)


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31)))
def test_whatever_we_write_we_can_read_again(day):
    assert read_day(wording.day_words(day, date(1900, 1, 1)), TODAY) == day


@given(st.text(max_size=30))
def test_garbage_never_breaks_the_reading_of_a_date(written):
    try:
        assert isinstance(read_day(written, TODAY), date)
    except ValueError as problem:
        assert str(problem)
