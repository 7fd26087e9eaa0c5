"""What this room's rules find due, by the clock (reminders.md; "vetting or referral stuck", "training place")."""

from datetime import timedelta

import pytest
from django.utils import timezone

from schemes import reminders
from schemes.people.actions import volunteer_add, volunteer_move
from schemes.tests.people import joining_world as way
from schemes.training.actions import attendance_book, training_session_add


def owed(days):
    return list(reminders.answer_owed(timezone.now() + timedelta(days=days)))


@pytest.fixture
def asker(cast):
    for volunteer in (cast.volunteer, cast.peer_volunteer, cast.uncleared_volunteer):
        volunteer_move(volunteer=volunteer, to="withdrawn", why="Not here.", by=cast.coordinator)
    way.young_person_move(young_person=cast.young_person, to="chose-not", by=cast.coordinator)
    return volunteer_add(scheme=cast.scheme, name="Ann", email="a@cast.example", by=None)


def test_an_answer_is_owed_after_a_week_and_stays_owed_until_it_is_given(cast, asker):
    assert owed(6) == []
    assert [due.recipient_id for due in owed(7)] == [cast.coordinator.pk]
    assert [due.due_on for due in owed(12)] == [due.due_on for due in owed(7)], "a missed week finds the same"
    for to in ("applied", "interviewing"):
        volunteer_move(volunteer=asker, to=to, by=cast.coordinator)
    assert owed(30) == []


def test_two_weeks_later_the_manager_hears_of_it_without_any_name(cast, asker):
    late = {due.step: due for due in owed(21)}
    assert late["manager"].recipient_id == cast.manager.pk
    assert late["manager"].path == "/", "a manager may not open the record"
    assert str(asker.pk) in late[""].path


def test_a_training_place_is_told_a_week_and_a_day_before(cast):
    way._training(cast)
    session = training_session_add(
        module=cast.training_session.module,
        starts_at=timezone.now() + timedelta(days=20),
        place="Hall",
        by=cast.coordinator,
    )
    attendance_book(session=session, volunteers=[cast.volunteer], by=cast.coordinator)
    steps = {
        days: [
            (due.recipient_id, due.step) for due in reminders.training_coming(session.starts_at - timedelta(days=days))
        ]
        for days in (9, 6, 1)
    }
    assert steps == {9: [], 6: [(cast.mentor.pk, "week")], 1: [(cast.mentor.pk, "day")]}
