"""A check that stands where it stands: chased, decided, and the manager two weeks later (L10, reminders.md)."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from mentoring.tests.due_kit import in_days, pairs, told
from safeguarding import home, reminders
from safeguarding.vetting.actions import check_decide, check_receive, check_request
from schemes.people.actions import volunteer_move
from schemes.people.standing.actions import stage_limits_set

CO, BOTH = "coordinator:{0}", "coordinator:{0}, manager:{0} manager"
LADDER = {-1: "", 0: CO, 1: CO, 7: CO, 13: CO, 14: BOTH, 60: BOTH}


@pytest.fixture
def check(cast):
    return check_request(volunteer=cast.volunteer, kind="identity", requested_on=localdate(), by=cast.coordinator)


def ladder(cast, check, days) -> dict:
    return {after: told(reminders.check_stuck, in_days(days + after), cast, check) for after in LADDER}


def expected(stage) -> dict:
    return {after: pairs(who.format(stage)) for after, who in LADDER.items()}


def test_not_come_back(cast, check):
    assert ladder(cast, check, 21) == expected("requested")


def test_come_back_and_not_decided(cast, check):
    check_receive(check=check, received_on=localdate(), by=cast.coordinator)
    assert ladder(cast, check, 7) == expected("received")


def decided(cast, check):
    check = check_receive(check=check, received_on=localdate(), by=cast.coordinator)
    check_decide(check=check, decision="clear", decided_on=localdate(), by=cast.coordinator)


def left(cast, check):
    volunteer_move(volunteer=check.volunteer, to="withdrawn", why="No time.", by=cast.coordinator)


def given_longer(cast, check):
    stage_limits_set(scheme=cast.scheme, days={("check", "requested"): 60}, by=cast.manager)


def nobody_co_ordinates(cast, check):
    cast.coordinator.is_active = False
    cast.coordinator.save()


@pytest.mark.parametrize(
    ("meanwhile", "who"),
    [(decided, ""), (left, ""), (given_longer, ""), (nobody_co_ordinates, "manager:requested manager")],
)
def test_what_happened_meanwhile(cast, check, meanwhile, who):
    meanwhile(cast, check)
    assert told(reminders.check_stuck, in_days(40), cast, check) == pairs(who)


def test_nobody_hears_of_their_own_check(cast, check):
    cast.volunteer.user = cast.coordinator
    cast.volunteer.save()
    assert told(reminders.check_stuck, in_days(40), cast, check) == pairs("manager:requested manager")


@pytest.mark.parametrize(("days", "shown"), [(20, False), (21, True)])
def test_the_first_page_chases_from_the_same_day(cast, check, days, shown):
    rows = home.check_rows(cast.actor(cast.coordinator), localdate() + timedelta(days=days))
    assert bool(rows) is shown
