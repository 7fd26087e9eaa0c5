"""What young people read about their match has a reading age of nine or less (Flesch–Kincaid grade and five years)."""

import pytest
from django.urls import reverse

from matching.relationships.goals.actions import goal_add
from mentoring.tests.reading_age import reading_age_of_page


@pytest.mark.parametrize(
    "name",
    ["agreement_mine", "agreement_ask_change", "goal_list_mine", "goal_add_mine", "message_list_mine", "review_say"],
)
def test_young_people_read_plain_words(pair, name):
    goal_add(match=pair.match, words="Cook for six", by=pair.mentor)
    page = pair.client(pair.mentee).get(reverse(f"matching:{name}", args=[pair.match.pk]))
    assert reading_age_of_page(page.content.decode()) <= 9
