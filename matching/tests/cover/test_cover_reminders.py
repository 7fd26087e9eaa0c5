"""L7: a pause is thought of before its last day, and nobody is forgotten after it."""

import pytest
from django.utils import timezone

from matching import reminders
from matching.cover import actions
from matching.tests.cover.conftest import planned, words


@pytest.mark.parametrize(("day", "told"), [(12, set()), (13, {"", "mentor"}), (20, {"", "mentor"}), (21, set())])
def test_reminders_a_week_before_its_last_day(pair, day, told):
    with pair.on(10):
        planned(pair)
    with pair.on(day):
        assert {due.step for due in reminders.pause_near_its_end(timezone.now())} == told


@pytest.mark.parametrize(
    ("day", "told"), [(20, set()), (21, {"", "mentor"}), (26, {"", "mentor"}), (27, {"", "mentor", "manager"})]
)
def test_reminders_a_return_that_nobody_confirmed(pair, day, told):
    with pair.on(10):
        pause = planned(pair)
    with pair.on(day):
        dues = list(reminders.return_not_confirmed(timezone.now()))
        assert {due.step for due in dues} == told
        people = {"": pair.coordinator, "mentor": pair.mentor, "manager": pair.manager}
        assert all(due.recipient_id == people[due.step].pk for due in dues)
        if told:
            assert "We are finding out when you two meet again." in words(pair, pair.mentee)
            actions.pause_return(pause=pause, by=pair.mentor)
            assert not list(reminders.return_not_confirmed(timezone.now()))


@pytest.mark.parametrize(
    ("days", "told"), [(0, {"mentee": "mentee"}), (3, {"mentee again": "mentee"}),
                       (5, {"mentee again": "mentee", "mentee told": "coordinator"})]
)  # fmt: skip
def test_reminders_whoever_is_asked_about_a_cover(pair, days, told):
    with pair.on(2):
        cover = actions.cover_ask(pause=planned(pair), volunteer=pair.kofi, by=pair.coordinator)
    with pair.on(2 + days):
        found = {due.step: due.recipient_id for due in reminders.cover_to_answer(timezone.now())}
        assert found == {step: getattr(pair, who).pk for step, who in told.items()}
        actions.cover_mentee_answer(cover=cover, answer="yes", by=pair.mentee)
        assert {due.recipient_id for due in reminders.cover_to_answer(timezone.now())} == {pair.peer.pk}
