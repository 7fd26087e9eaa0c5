"""A match that is coming to an end, and one that ended unplanned, by letter."""

from django.utils import timezone

from matching.endings import actions
from matching.tests.pairing.pairing_world import young
from matching.tests.readying import together

LETTER = {
    "way": "letter",
    "planned": "unplanned",
    "reason": "moved",
    "letter": "It was good to know you.",
    "mentee_reflection": "She was kind.",
}


def build(world) -> None:
    world.ending_match = begun(world, "Eli")
    world.ended_match = begun(world, "Fay")
    today = timezone.localdate()
    actions.ending_save(match=world.ended_match, fields={**LETTER, "letter_sent_on": today}, by=world.coordinator)
    world.ended_match = actions.match_end(match=world.ended_match, by=world.coordinator)


def begun(world, name):
    match = together(world, world.peer_volunteer, young(world, name))
    return actions.match_ending_begin(match=match, why="They moved away.", by=world.coordinator)
