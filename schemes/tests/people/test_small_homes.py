"""The first pages of those with a small part: referrer, practice educator, advisory member (roles.md)."""

import pytest

from schemes.people.stages import STAGES, heaps_of


def page_of(cast, person, address="/") -> str:
    return cast.client(getattr(cast, person)).get(address, follow=True).content.decode()


def test_a_referrer_begins_at_their_referrals(cast):
    answer = cast.client(cast.referrer).get("/")
    assert answer.url == "/me/referrals/"
    page = page_of(cast, "referrer")
    assert "On their way" in page
    assert "Jay" in page
    assert "Refer somebody to" in page
    assert "What you can do" in page


def test_referrals_stand_in_the_order_in_which_they_are_looked_for():
    rows = [{"stage": STAGES[state]} for state in ("moved-on", "waiting", "referred", "met")]
    found = [(title, len(those)) for title, those in heaps_of(rows)]
    assert found == [("On their way", 2), ("Taking part", 1), ("Not with us now", 1)]
    assert heaps_of([]) == []


@pytest.mark.parametrize(
    ("person", "words"), [("educator", "your own students"), ("advisor", "published to you")]
)  # fmt: skip
def test_a_small_part_is_told_with_the_manual_and_whom_to_ask(cast, person, words):
    page = page_of(cast, person)
    assert words in page
    assert "The manual" in page
    assert "Dee Parker" in page
    assert ("Papers and minutes" in page) == (person == "advisor")
    for name in ("Jay", "Zofia", "Kofi"):
        assert name not in page


def test_whoever_has_a_larger_part_too_reads_no_such_card(cast):
    for person in ("coordinator", "trainer", "manager"):
        assert "Whom you can ask" not in page_of(cast, person)


def test_the_part_of_one_scheme_says_nothing_of_another(cast):
    assert cast.other_scheme.name not in page_of(cast, "educator")
