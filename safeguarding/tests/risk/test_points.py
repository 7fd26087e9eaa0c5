"""A risk assessment goes point by point: how likely, what might happen, what is done about it (L8)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from safeguarding.models import RiskAssessment
from safeguarding.risk.forms import RiskAssessmentForm
from safeguarding.risk.topics import TOPICS, point_lacks


def filled(**fields) -> dict:
    day = (timezone.localdate() + timedelta(days=90)).isoformat()
    sides = {"mentor_side": "Busy", "young_person_side": "Late buses", "meeting_safely": "Ring Dee", "review_on": day}
    return {**sides, **{f"{topic}_likely": "none" for topic in TOPICS}, **fields}


def test_every_point_has_to_be_thought_about():
    form = RiskAssessmentForm({**filled(), "travel_likely": ""})
    assert list(form.errors) == ["travel_likely"]


@pytest.mark.parametrize(
    ("likely", "what", "we_do", "lacks"),
    [
        ("none", "", "", []),
        ("unlikely", "", "", ["what", "we_do"]),
        ("likely", "Misses the last bus", "", ["we_do"]),
        ("possible", "Misses the last bus", "Taxi card", []),
    ],
)
def test_whatever_may_happen_is_named_with_what_is_done_about_it(likely, what, we_do, lacks):
    assert list(point_lacks(likely, what, we_do)) == lacks
    form = RiskAssessmentForm(filled(travel_likely=likely, travel_what=what, travel_we_do=we_do))
    assert list(form.errors) == [f"travel_{part}" for part in lacks]


def test_the_next_one_begins_with_the_words_of_the_one_before():
    form = RiskAssessmentForm(filled(travel_likely="likely", travel_what="Late", travel_we_do="Taxi card"))
    assert form.is_valid()
    said = RiskAssessmentForm.first_said(RiskAssessment(**form.cleaned_data))
    assert (said["travel_what"], said["travel_likely"], said["mentor_side"]) == ("Late", "likely", "Busy")
    assert "review_on" not in said
