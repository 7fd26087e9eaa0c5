"""Once a month, records whose time is over; a legal hold on its day: to those who may answer for it."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from mentoring.tests.due_kit import in_days, local, pairs, told
from safeguarding import reminders
from safeguarding.erasure.queries import longest_asked_for
from safeguarding.records.clock import months_after
from schemes.people.actions import volunteer_move

ANSWER = "manager, lead"


@pytest.fixture
def gone(cast):
    """Somebody who left today."""
    volunteer_move(volunteer=cast.volunteer, to="withdrawn", why="No time.", by=cast.coordinator)
    return cast.volunteer


@pytest.mark.parametrize(("days", "who"), [(-40, ""), (-2, ""), (2, ANSWER), (40, ANSWER)])
def test_a_record_whose_time_is_over(cast, gone, days, who):
    first = timezone.localtime().replace(hour=12, day=1)
    gone.state_changes.update(created_at=first)
    over = local(months_after(first.date(), longest_asked_for()))
    assert told(reminders.keeping_look_again, over + timedelta(days=days), cast, cast.scheme) == pairs(who)


def test_it_is_told_once_a_month(cast, gone):
    with time_machine.travel(in_days(365 * 10)):
        first, later = (in_days(0).replace(day=day) for day in (2, 27))
        months = [{due.due_on for due in reminders.keeping_look_again(at)} for at in (first, later)]
    assert months[0] == months[1] == {first.date().replace(day=1)}
