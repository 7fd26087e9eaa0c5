"""A new match after an ending nobody planned waits for what was learned, and for the young person's own word (R10)."""

import pytest
from django.urls import reverse
from django.utils import timezone

from matching.endings.actions import ending_review_sign
from matching.endings.home import today_rows
from matching.endings.models import Ending
from matching.tests.endings.world import over_since_yesterday
from matching.tests.readying import mentor_ready, proposed
from mentoring.tests.reading_age import reading_age_of_page
from mentoring.transitions import Refused
from schemes.people.models import Volunteer

HERE = "/me/another-mentor/"


def rows_of(world):
    return [row.words for row in today_rows(world.actor(world.coordinator), timezone.localdate())]


def words(response) -> str:
    return response.content.decode()


@pytest.fixture
def over(pair):
    """Kofi and Hal were together until yesterday; Zofia has a place free."""
    pair.peer_volunteer = mentor_ready(pair, pair.peer_volunteer)
    pair.match = over_since_yesterday(pair, "Hal", user=pair.mentee)
    pair.hal = pair.match.young_person
    return pair


def test_asked_from_the_next_day_on_in_plain_words_and_yes_is_enough(over):
    mine = over.client(over.mentee)
    page = mine.get(HERE)
    assert reading_age_of_page(words(page)) <= 9
    assert mine.post(HERE, {}).status_code == 422
    assert mine.post(HERE, {"answer": "yes"}).status_code == 302
    over.hal.refresh_from_db()
    assert over.hal.still_wants_mentor_on == timezone.localdate()
    assert mine.get(HERE).status_code == 404, "it is asked once"


@pytest.mark.parametrize(("answer", "state"), [("not-now", "paused"), ("never", "chose-not")])
def test_not_now_and_no_need_no_reason_and_nobody_is_proposed(over, answer, state):
    mine = over.client(over.mentee)
    mine.post(HERE, {"answer": answer})
    over.hal.refresh_from_db()
    assert over.hal.state == state
    assert (mine.get(HERE).status_code == 200) is (answer == "not-now"), "the door stays open after a not now"
    if answer == "not-now":
        mine.post(HERE, {"answer": "yes"})
        over.hal.refresh_from_db()
        assert (over.hal.state, over.hal.still_wants_mentor_on) == ("waiting", timezone.localdate())


def test_the_co_ordinator_reads_what_a_new_match_waits_for_first_the_review_then_the_word(over):
    assert rows_of(over) == ["Look back on how Kofi and Hal ended, and sign what we learned"]
    here = reverse("matching:ending_review_sign", args=[over.scheme.slug, over.match.pk])
    desk = over.client(over.coordinator)
    assert desk.post(here, {"learned": ""}).status_code == 422
    desk.post(here, {"learned": "Ask about evenings before we propose."})
    assert rows_of(over) == ["Hal has not said yet whether they want another mentor"]
    with pytest.raises(Refused, match="has not said since then"):
        proposed(over, over.volunteer, over.hal)
    over.client(over.mentee).post(HERE, {"answer": "yes"})
    assert rows_of(over) == []
    match = proposed(over, over.volunteer, over.hal)
    for address in (
        reverse("matching:match_show", args=[over.scheme.slug, match.pk]),
        reverse("schemes:young_person_show", args=[over.scheme.slug, over.hal.pk]),
    ):
        assert "Ask about evenings before we propose." in words(desk.get(address))


def test_what_was_learned_is_for_those_who_match_alone(over):
    ending_review_sign(ending=over.match.ending, learned="Ask about evenings.", by=over.coordinator)
    over.client(over.mentee).post(HERE, {"answer": "yes"})
    match = proposed(over, over.volunteer, over.hal)
    here = reverse("matching:match_show", args=[over.scheme.slug, match.pk])
    assert "Ask about evenings." not in words(over.client(over.lead).get(here))


def test_p8_a_co_ordinator_who_mentored_them_neither_reads_nor_decides_what_comes_next(over):
    """Nobody handles the ending of their own pair, nor what it taught, from the first page or the young person's."""
    Ending.objects.update(what_next="A mentor who listens more.")
    here = reverse("schemes:young_person_show", args=[over.scheme.slug, over.hal.pk])
    title = "How the last match ended"
    assert title in words(over.client(over.coordinator).get(here))
    Volunteer.objects.filter(pk=over.peer_volunteer.pk).update(user=over.coordinator)
    assert rows_of(over) == []
    page = words(over.client(over.coordinator).get(here))
    assert "Hal" in page
    assert title not in page
    show = reverse("matching:match_show", args=[over.scheme.slug, over.match.pk])
    for user, reads in ((over.coordinator, False), (over.lead, True)):
        page = words(over.client(user).get(show))
        assert "Marked by" in page
        assert ("listens more" in page) is reads
        assert ("one of them moved away" in page) is reads
