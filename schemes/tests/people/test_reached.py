"""How far somebody ever came, kept with each step (S9, S16)."""

import pytest

from schemes.people.actions import volunteer_move
from schemes.people.models import Volunteer
from schemes.people.reached import Reached, reached_by
from schemes.tests.people import joining_world as way


@pytest.mark.parametrize(
    ("states", "held", "reached"),
    [
        (["enquired"], False, Reached.ASKED),
        (["enquired", "withdrawn"], False, Reached.ASKED),
        (["enquired", "applied", "withdrawn"], False, Reached.APPLIED),
        (["enquired", "applied", "interviewing", "declined"], True, Reached.INTERVIEWED),
        (["enquired", "applied", "interviewing", "declined"], False, Reached.APPLIED),
        (["vetting"], False, Reached.INTERVIEWED),
        (["enquired", "approved", "left"], False, Reached.APPROVED),
        (["group-only"], False, Reached.APPROVED),
        ([], True, Reached.INTERVIEWED),
        ([], False, Reached.ASKED),
    ],
)
def test_whoever_reached_a_stage_once_counts_there(states, held, reached):
    assert reached_by(states, interview_held=held) == reached


def agrees_with_the_steps(volunteer) -> bool:
    """Is what is kept the same as what all the steps and interviews show?"""
    volunteer.refresh_from_db()
    states = volunteer.state_changes.values_list("to_state", flat=True)
    held = volunteer.interviews.exclude(outcome="").exists()
    return volunteer.reached == reached_by(states, interview_held=held)


@pytest.mark.parametrize("outcome", ["not-now", "no", "go-on"])
def test_s9_an_interview_held_to_its_end_counts_however_it_went(cast, outcome):
    volunteer = cast.uncleared_volunteer
    way.to_interview(cast, volunteer)
    way.interviewed(cast, volunteer, outcome=outcome)
    assert agrees_with_the_steps(volunteer)
    assert volunteer.reached == Reached.INTERVIEWED


def test_s16_nobody_falls_back_by_leaving(cast):
    volunteer = cast.uncleared_volunteer
    way._training(cast)
    way.approve(cast, volunteer)
    volunteer_move(volunteer=Volunteer.objects.get(pk=volunteer.pk), to="left", by=cast.coordinator)
    assert agrees_with_the_steps(volunteer)
    assert volunteer.reached == Reached.APPROVED
