"""S14, P8, L6: how often there is supervision is dated data with a floor, and one rule says what comes in time."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from matching.models import SupervisionRhythm
from matching.supervision.rhythm import Rhythm, comes_in_time, every_words, rhythm_problems, series_days
from matching.supervision.rhythms.actions import supervision_rhythm_set
from matching.supervision.rhythms.queries import rhythm_of
from mentoring.transitions import Refused

TODAY = date(2026, 6, 3)


@given(st.builds(Rhythm, st.integers(0, 400), st.integers(0, 400), st.integers(0, 400), st.integers(0, 400)))
def test_l6_no_lawful_rhythm_leaves_a_peer_longer_than_a_month(rhythm):
    if not rhythm_problems(rhythm):
        assert rhythm.peer_every_days <= 31
        assert rhythm.peer_every_days <= rhythm.every_days <= 92


@given(
    last=st.dates(date(2024, 1, 1), TODAY), every=st.integers(7, 120), number=st.integers(1, 12),
    today=st.dates(TODAY, date(2027, 1, 1)),
)  # fmt: skip
def test_s14_a_series_runs_ahead_on_working_days_no_further_apart_than_the_rhythm(last, every, number, today):
    days = series_days(last, every, number, today)
    assert len(days) == number
    assert days[0] > today
    assert all(day.weekday() < 5 for day in days)
    assert all(0 < (after - before).days <= every for before, after in zip(days, days[1:], strict=False))


@pytest.mark.parametrize(
    ("planned_on", "due_on", "comes"),
    [
        (None, TODAY + timedelta(days=30), False),
        (TODAY + timedelta(days=37), TODAY + timedelta(days=30), True),
        (TODAY + timedelta(days=38), TODAY + timedelta(days=30), False),
        (TODAY + timedelta(days=14), TODAY - timedelta(days=60), True),
        (TODAY + timedelta(days=15), TODAY - timedelta(days=60), False),
    ],
)
def test_s14_what_is_planned_comes_in_time_or_does_not(planned_on, due_on, comes):
    assert comes_in_time(planned_on, due_on, TODAY) is comes


def test_intervals_as_people_say_them():
    assert [every_words(days) for days in (0, 7, 42, 31)] == [
        "not at all", "every week", "every 6 weeks", "every 31 days",
    ]  # fmt: skip


def test_p8_a_scheme_that_set_nothing_has_the_usual_rhythm_and_a_new_one_holds_from_its_day(cast):
    today = timezone.localdate()
    assert rhythm_of(cast.scheme) == Rhythm(42, 28, 91, 91)
    supervision_rhythm_set(
        scheme=cast.scheme, rhythm=Rhythm(35, 14), from_on=today + timedelta(days=10), by=cast.coordinator
    )
    assert rhythm_of(cast.scheme).every_days == 42
    assert rhythm_of(cast.scheme, today + timedelta(days=10)).peer_every_days == 14
    assert rhythm_of(cast.other_scheme, today + timedelta(days=10)).every_days == 42


def test_l6_peers_less_than_monthly_are_refused_with_a_sentence_beside_the_field(cast):
    where = reverse("matching:supervision_rhythm_set", args=[cast.scheme.slug])
    sent = {"every_days": 42, "peer_every_days": 42, "group_every_days": 0, "peer_group_every_days": 0}
    answer = cast.client(cast.coordinator).post(where, {**sent, "from_on": "today"})
    assert answer.status_code == 422
    assert "Peer mentors are supervised at least once a month" in answer.content.decode()
    with pytest.raises(Refused, match="at least once a month"):
        supervision_rhythm_set(
            scheme=cast.scheme, rhythm=Rhythm(42, 42), from_on=timezone.localdate(), by=cast.coordinator
        )
    assert not SupervisionRhythm.objects.exists()
    cast.client(cast.coordinator).post(where, {**sent, "peer_every_days": 21, "from_on": "today"})
    assert rhythm_of(cast.scheme).peer_every_days == 21
    page = cast.client(cast.coordinator).get(reverse("matching:supervision_list", args=[cast.scheme.slug]))
    assert "peer mentors every 3 weeks" in page.content.decode()


def test_l6_the_database_itself_refuses_it(cast):
    wrong = {"scheme": cast.scheme, "from_on": timezone.localdate(), "every_days": 60, "peer_every_days": 60}
    with pytest.raises(IntegrityError), transaction.atomic():
        SupervisionRhythm.objects.create(**wrong)


def test_what_was_due_before_is_not_changed_afterwards(cast):
    yesterday = timezone.localdate() - timedelta(days=1)
    with pytest.raises(Refused, match="today or later"):
        supervision_rhythm_set(scheme=cast.scheme, rhythm=Rhythm(), from_on=yesterday, by=cast.coordinator)
