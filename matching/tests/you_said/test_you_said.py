"""R11: what changed because of it is told to young people; numbers to begin with, small ones hidden."""

from types import SimpleNamespace
from unittest import mock

import pytest
from django.urls import reverse
from django.utils import timezone

from matching.relationships.asks.actions import ask_make
from matching.relationships.pulses.actions import pulse_answer
from matching.you_said import queries
from matching.you_said.actions import you_said_publish, you_said_write
from matching.you_said.models import YouSaid
from mentoring.tests.reading_age import reading_age_of_page
from schemes.people.actions import membership_grant

MINE = "/me/you-said/"


@pytest.fixture
def told(cast):
    return you_said_write(scheme=cast.scheme, said="Cafés are dear.", did="Ten pounds a month.", by=cast.coordinator)


def mine(cast, user):
    return cast.client(user).get(MINE).content.decode()


def test_r11_young_people_read_it_once_it_is_shown_and_not_before_or_after(cast, told):
    address = reverse("matching:you_said_publish", args=[cast.scheme.slug, told.pk])
    assert "Ten pounds" not in mine(cast, cast.mentee)
    cast.client(cast.coordinator).post(address, {"shown": "yes"})
    assert "Ten pounds" in mine(cast, cast.mentee)
    cast.client(cast.coordinator).post(address, {"shown": "no"})
    assert "Ten pounds" not in mine(cast, cast.mentee)


def test_r11_the_co_ordinator_writes_it_and_finds_better_words(cast):
    desk = cast.client(cast.coordinator)
    desk.post(reverse("matching:you_said_add", args=[cast.scheme.slug]), {"said": "Too dear", "did": "Ten pounds"})
    row = YouSaid.objects.get()
    assert (
        desk.post(reverse("matching:you_said_edit", args=[cast.scheme.slug, row.pk]), {"said": ""}).status_code == 422
    )
    better = {"said": "Cafés are dear", "did": "Ten pounds"}
    desk.post(reverse("matching:you_said_edit", args=[cast.scheme.slug, row.pk]), better)
    row.refresh_from_db()
    assert (row.said, row.written_by, row.published_at) == ("Cafés are dear", cast.coordinator, None)


def test_roles_only_young_people_of_the_same_scheme_read_it(cast, told):
    you_said_publish(you_said=told, shown=True, by=cast.coordinator)
    membership_grant(scheme=cast.other_scheme, user=cast.peer, role="mentee", by=cast.outsider)
    assert "Ten pounds" not in mine(cast, cast.peer)
    for user in (cast.mentor, cast.referrer, cast.outsider):
        assert not YouSaid.objects.visible_to(cast.actor(user)).exists()


def listed(cast, user) -> str:
    return cast.client(user).get(reverse("matching:you_said_list", args=[cast.scheme.slug])).content.decode()


def test_r12_hints_are_numbers_of_people_and_what_few_said_is_not_there(pair):
    pulse_answer(match=pair.match, question="heard", value=2, by=pair.mentee)
    pulse_answer(match=pair.match, question="going", value=4, by=pair.mentee)
    ask_make(match=pair.match, kind="pause", words="Exams come first.", by=pair.mentee)
    assert queries.hints(pair.scheme, timezone.localdate()) == []
    assert queries.hints(pair.other_scheme, timezone.localdate()) == []
    page = listed(pair, pair.coordinator)
    assert "left out, so that nobody is pointed at" in page
    for word in ("Asked for a break", "Feels listened to", "Exams"):
        assert word not in page


def test_r12_five_who_say_the_same_are_counted_once_each(pair):
    said = [SimpleNamespace(match_id=n % 6, answers={"going": 1}) for n in range(12)]
    with mock.patch.object(queries.Pulse.objects, "filter", return_value=said):
        [(words, number)] = queries.hints(pair.scheme, timezone.localdate())
    assert (words, number.value) == ("How it is going: “not good” or “so-so”", 6)


def test_r12_hints_stand_by_their_words_and_before_co_ordinators_alone(pair):
    said = [SimpleNamespace(match_id=n, answers={"going": 1, "heard": 1 if n < 5 else 4}) for n in range(7)]
    with mock.patch.object(queries.Pulse.objects, "filter", return_value=said):
        found = queries.hints(pair.scheme, timezone.localdate())
        assert [number.value for _, number in found] == [5, 7], "“Feels listened to” comes before “How it is going”"
        assert "7 young people" in listed(pair, pair.coordinator)
        for user in (pair.manager, pair.lead):
            assert "young people</span>" not in listed(pair, user)
            assert "What was said lately" not in listed(pair, user)


def test_r11_the_page_is_plain_full_and_empty(cast, told):
    assert reading_age_of_page(mine(cast, cast.mentee)) <= 9
    you_said_publish(you_said=told, shown=True, by=cast.coordinator)
    assert reading_age_of_page(mine(cast, cast.mentee)) <= 9
