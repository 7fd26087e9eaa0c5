"""Somebody stuck at a stage: the co-ordinator when its days are up, the manager two weeks later (reminders.md; L10)."""

from datetime import date, timedelta

import pytest
import time_machine

from mentoring.tests.due_kit import in_days, local, pairs, told
from schemes import reminders
from schemes.people.actions import membership_end, volunteer_add, volunteer_move, young_person_add, young_person_move
from schemes.people.standing.actions import stage_limits_set
from schemes.people.standing.limits import FIRST, LIMITS
from schemes.planning.actions import scheme_move
from schemes.tests.people.joining_world import to_interview, to_suitability, to_training

RULES = {True: reminders.answer_owed, False: reminders.stage_stuck}
CO, BOTH = "coordinator", "coordinator, manager:manager"


def volunteer_at(stage, cast):
    one = volunteer_add(scheme=cast.scheme, name="Ann", email="a@cast.example", by=None)
    if stage == "interviewing":
        return to_interview(cast, one)
    if stage == "training":
        return to_training(cast, one)
    if stage == "applied":
        volunteer_move(volunteer=one, to="applied", by=cast.coordinator)
    return one


def young_person_at(stage, cast):
    one = young_person_add(
        scheme=cast.scheme, name="Max", referral={"is_self_referral": True, "received_on": date(2026, 9, 1)}, by=None
    )
    for to in ("contacted", "met", "waiting", "paused"):
        if stage != "referred" and one.state != stage:
            one = young_person_move(young_person=one, to=to, by=cast.coordinator)
    return one


STAGES = [
    ("volunteer", "enquired", 7), ("volunteer", "applied", 7), ("volunteer", "interviewing", 21),
    ("volunteer", "training", 91), ("young-person", "referred", 7), ("young-person", "contacted", 7),
    ("young-person", "met", 21), ("young-person", "paused", 91),
]  # fmt: skip


#: Days after the limit → who has been told: the day before, the day, the day after, a week missed, and so on.
LADDER = {-1: "", 0: CO, 1: CO, 7: CO, 13: CO, 14: BOTH, 60: BOTH}


@pytest.mark.parametrize(("way", "stage", "days"), STAGES)
def test_at_each_stage(cast, way, stage, days):
    person = {"volunteer": volunteer_at, "young-person": young_person_at}[way](stage, cast)
    rule, other = RULES[stage in FIRST[way]], RULES[stage not in FIRST[way]]
    ladder = {after: told(rule, in_days(days + after), cast, person) for after in LADDER}
    assert ladder == {after: pairs(who) for after, who in LADDER.items()}
    assert told(other, in_days(days + 60), cast, person) == set(), "one stage, one rule"


@pytest.mark.parametrize(
    ("came", "at", "who"),
    [
        (local(date(2026, 10, 20), 23, 30), local(date(2026, 10, 26), 23, 30), ""),
        (local(date(2026, 10, 20), 23, 30), local(date(2026, 10, 27), 0, 30), CO),
        (local(date(2027, 3, 22), 0, 30), local(date(2027, 3, 28), 23, 30), ""),
        (local(date(2027, 3, 22), 0, 30), local(date(2027, 3, 29), 0, 30), CO),
        (local(date(2028, 2, 22)), local(date(2028, 2, 28)), ""),
        (local(date(2028, 2, 22)), local(date(2028, 2, 29)), CO),
        (local(date(2028, 2, 29)), local(date(2028, 3, 6)), ""),
        (local(date(2028, 2, 29)), local(date(2028, 3, 7)), CO),
    ],
)
def test_on_the_days_of_a_calendar(cast, came, at, who):
    with time_machine.travel(came, tick=False):
        person = volunteer_at("enquired", cast)
    assert told(reminders.answer_owed, at, cast, person) == pairs(who)


def taken_on(cast, person):
    volunteer_move(volunteer=person, to="applied", by=cast.coordinator)


def withdrawn(cast, person):
    volunteer_move(volunteer=person, to="withdrawn", why="No time.", by=cast.coordinator)


def co_ordinator_left(cast, person):
    membership_end(membership=cast.coordinator.memberships.get(), by=cast.manager)


def co_ordinator_shut_out(cast, person):
    cast.coordinator.is_active = False
    cast.coordinator.save()


def scheme_closed(cast, person):
    for to in ("recruiting", "running", "closing", "closed"):
        scheme_move(scheme=cast.scheme, to=to, by=cast.manager)


@pytest.mark.parametrize(
    ("meanwhile", "who"),
    [
        (lambda cast, person: None, BOTH),
        (taken_on, ""),
        (withdrawn, ""),
        (co_ordinator_left, "manager:manager"),
        (co_ordinator_shut_out, "manager:manager"),
        (scheme_closed, ""),
    ],
)
def test_what_happened_meanwhile(cast, meanwhile, who):
    with time_machine.travel(in_days(-30)):
        person = volunteer_at("enquired", cast)
    meanwhile(cast, person)
    assert told(reminders.answer_owed, in_days(0), cast, person) == pairs(who)


@pytest.mark.parametrize(("after", "who"), [(9, ""), (10, CO), (24, BOTH)])
def test_a_scheme_that_set_its_own_days(cast, after, who):
    stage_limits_set(scheme=cast.scheme, days={("young-person", "met"): 10}, by=cast.manager)
    stage_limits_set(scheme=cast.other_scheme, days={("young-person", "met"): 3}, by=cast.outsider)
    person = young_person_at("met", cast)
    assert told(reminders.stage_stuck, in_days(after), cast, person) == pairs(who)


@pytest.mark.parametrize(("after", "who"), [(13, ""), (14, CO), (28, BOTH)])
def test_a_review_of_suitability(world, after, who):
    person = to_suitability(world, volunteer_at("enquired", world))
    assert told(reminders.stage_stuck, in_days(after), world, person) == pairs(who)


def test_nobody_who_waits_or_is_approved_stands_too_long(world):
    """The waiting list has a rule of its own (progress_contact)."""
    for person in (world.volunteer, world.young_person):
        assert told(reminders.stage_stuck, in_days(400), world, person) == set()
    assert not {"waiting", "approved", "left"} & {stage for _, stage in LIMITS}


def test_somebody_read_in_without_any_step_is_not_lost(cast):
    person = volunteer_at("enquired", cast)
    person.state_changes.all().delete()
    assert told(reminders.answer_owed, in_days(6), cast, person) == set()
    assert told(reminders.answer_owed, in_days(7), cast, person) == pairs(CO)
    assert [due.due_on for due in reminders.answer_owed(in_days(7)) if str(person.pk) in due.object_key] == [
        person.created_at.date() + timedelta(days=7)
    ]
