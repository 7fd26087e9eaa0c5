"""Pairs of the tests' world: one together (`match`), one to be chosen (`choice`), one the mentor is asked about."""

from datetime import date, timedelta

from django.utils import timezone

from matching.pairing import actions
from matching.pairing.meetings.actions import meeting_plan
from matching.tests.readying import accepted, introduced, mentee_ready, mentor_ready, proposed, together
from schemes.people.actions import volunteer_add, young_person_add


def build(world) -> None:
    """`match`: Zofia and Jay are together · `accepted_match`: Kofi and a young person said yes · `shared_match`: a
    profile that is being looked at · `picked_match`: the young person said yes · `introduced_match`: `meeting` is
    their first, planned · `proposed_match` · `asked_match`: picked, waits for the peer mentor ·
    `aside`: a pair set aside."""
    world.volunteer = mentor_ready(world, world.volunteer, capacity=6)
    world.peer_volunteer = mentor_ready(world, world.peer_volunteer, capacity=6)
    world.young_person = mentee_ready(world, world.young_person)
    world.match = together(world, world.volunteer, world.young_person)
    world.proposed_match = proposed(world, world.volunteer, young(world, "Ash"))
    world.accepted_match = accepted(world, proposed(world, world.peer_volunteer, young(world, "Bo")))
    world.asked_match = shared(world, world.peer_volunteer, young(world, "Cal"))
    actions.match_mentee_answer(match=world.asked_match, answer="yes", by=world.coordinator)
    world.chooser = young(world, "Dot", user=world.mentee)
    world.shared_match = shared(world, world.volunteer, world.chooser)
    world.aside = actions.set_aside_add(
        scheme=world.scheme, volunteer=world.peer_volunteer, young_person=world.proposed_match.young_person,
        reason="Both are shy; better after the summer", by=world.coordinator,
    )  # fmt: skip
    world.picked_match = shared(world, world.volunteer, young(world, "Ivo", user=world.mentee))
    actions.match_mentee_answer(match=world.picked_match, answer="yes", by=world.mentee)
    world.introduced_match = introduced(world, world.peer_volunteer, young(world, "Gil"))
    world.meeting = first_meeting_planned(world, world.introduced_match)
    world.age_exception = actions.age_exception_ask(
        scheme=world.scheme, volunteer=world.volunteer, young_person=world.chooser, reason="Near in age, both agree",
        by=world.coordinator,
    )  # fmt: skip


def first_meeting_planned(world, match, **fields):
    said = {"place_kind": "public", "place": "The library", "staff": world.coordinator, **fields}
    return meeting_plan(match=match, planned_at=timezone.now() + timedelta(days=2), **said, by=world.coordinator)


def young(world, name, **fields):
    person = young_person_add(
        scheme=world.scheme, name=name, born_on=date(2007, 5, 6), mentor_kind="either", by=world.coordinator,
        referral={"is_self_referral": True, "received_on": timezone.localdate()}, **fields,
    )  # fmt: skip
    return mentee_ready(world, person)


def shared(world, volunteer, young_person):
    return actions.match_share_profiles(match=proposed(world, volunteer, young_person), by=world.coordinator)


def mentor(world, name, **fields):
    person = volunteer_add(scheme=world.scheme, name=name, born_on=date(1980, 1, 2), by=world.coordinator, **fields)
    return mentor_ready(world, person)
