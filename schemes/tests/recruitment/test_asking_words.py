"""Every page on which a young person asks for a mentor has a reading age of nine or less; how long it takes is said."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mentoring.tests.reading_age import reading_age_of_page
from schemes.people.actions import young_person_add, young_person_move
from schemes.people.models import YoungPersonStateChange
from schemes.recruitment.asking.paces import Paces, typical
from schemes.recruitment.asking.queries import paces_counted
from schemes.recruitment.asking.questions import QUESTIONS

ASK = "/join/sheffield/mentor/"
ANSWERED = {"name": {"name": "Jo"}, "reach": {"phone": "07700 900456"}}


@pytest.fixture
def asker(cast):
    client = cast.client()
    for question, answer in ANSWERED.items():
        client.post(f"{ASK}{question}/", answer)
    return client


PAGES = ["mentor/", *(f"mentor/{name}/" for name in (*QUESTIONS, "check", "later", "back")), "thanks/mentor/"]


@pytest.mark.parametrize("page", PAGES)
def test_s10_every_page_of_asking_is_in_plain_words(asker, page):
    found = reading_age_of_page(asker.get(f"/join/sheffield/{page}").content.decode())
    assert found <= 9, f"{page}: {found:.1f}"


def test_s10_the_page_with_the_code_is_in_plain_words(asker):
    assert reading_age_of_page(asker.post(ASK + "later/", {}).content.decode()) <= 9


@pytest.mark.parametrize("question", [name for name in QUESTIONS if name not in ANSWERED])
def test_s10_whatever_is_not_needed_can_be_skipped(asker, question):
    page = asker.get(f"{ASK}{question}/").content.decode()
    assert "Skip this" in page
    assert asker.post(f"{ASK}{question}/", {}).status_code == 302


@pytest.mark.parametrize("page", ["mentor/", "mentor/reach/", "mentor/later/", "mentor/check/", "thanks/mentor/"])
def test_every_page_can_be_left_at_once(asker, page):
    assert "Leave this page" in asker.get(f"/join/sheffield/{page}").content.decode()


def test_few_people_tell_no_pace_and_the_promise_stands():
    assert typical([1, 2, 3, 4]) is None
    assert Paces(promised=7).answer_words == "We get in touch within a week."
    assert Paces(promised=7, answer=20).answer_words == "We get in touch within a week.", "never an excuse"


@pytest.mark.parametrize(("days", "middle"), [([1, 2, 3, 4, 50], 3), ([5] * 5, 5), ([0, 0, 0, 9, 9, 9], 4)])
def test_the_pace_is_the_middle_one(days, middle):
    assert typical(days) == middle


def test_the_pace_comes_from_the_schemes_own_year(cast):
    """Given five people who were answered after 1 to 5 days, the page says 3."""
    today = timezone.localdate()
    for days in range(1, 6):
        person = young_person_add(
            scheme=cast.scheme, name="P", referral={"is_self_referral": True, "received_on": today}, by=None
        )
        young_person_move(young_person=person, to="contacted", by=cast.coordinator)
        YoungPersonStateChange.objects.filter(young_person=person, to_state="contacted").update(
            created_at=timezone.now() + timedelta(days=days, minutes=1)
        )
    found = paces_counted(cast.scheme, today)
    assert (found.answer, found.waiting) == (3, None)
    assert found.answer_words == "Most people hear from us in 3 days."
