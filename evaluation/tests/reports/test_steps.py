"""The seventeen steps in a paper that leaves the building: evidence, gaps, sign-offs, nobody counted (S17)."""

import pytest
from django.utils import timezone

from evaluation.reports.published import published
from evaluation.reports.steps import steps_of, uncounted
from evaluation.tests.made_up import figures
from schemes.planning.actions import step_sign_off


@pytest.mark.parametrize(
    ("on_the_journey", "in_the_report"),
    [
        ("3 volunteers have no check.", "Some volunteers have no check."),
        ("2 of 1,036 approved volunteers are not cleared.", "Some of some approved volunteers are not cleared."),
        ("Supervision kept: 64 %.", "Supervision kept: some."),
        ("No session since 3 March 2026.", "No session since 3 March 2026."),
        ("No course has been planned yet.", "No course has been planned yet."),
    ],
)
def test_s17_counts_of_people_are_taken_out_of_what_is_missing(on_the_journey, in_the_report):
    assert uncounted(on_the_journey) == in_the_report


def test_s17_steps_that_count_people_say_what_the_sections_say(cast):
    found = published(figures(matches={"started": 3, "ended": 2}), concerns=True)

    steps = {step.number: step for step in steps_of(cast.scheme, found, timezone.localdate())}

    assert len(steps) == 17
    assert steps[14].found == ("90% of supervisions took place (45 of 50 due).",)
    assert steps[12].found == tuple(section.finding for section in found.sections if section.key == "matches")


def test_s17_a_sign_off_with_something_missing_prints_its_reason(cast):
    step = cast.scheme.steps.get(number=1)
    step_sign_off(step=step, missing=["No council chosen."], why="The council decides in May", by=cast.manager)

    first = steps_of(cast.scheme, published(figures(), concerns=True), timezone.localdate())[0]

    assert "Signed off by Morgan Hale" in first.sign_off
    assert "Missing then: No council chosen." in first.sign_off
    assert "The council decides in May" in first.sign_off
