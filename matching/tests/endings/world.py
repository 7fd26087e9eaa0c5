"""A match that is coming to an end, and one that ended unplanned, by letter."""

from datetime import timedelta

from django.utils import timezone

from matching.endings import actions
from matching.endings.planning.actions import ending_plan_write
from matching.endings.thanks.actions import mentor_reference_write
from matching.models import Match
from matching.tests.pairing.pairing_world import young
from matching.tests.readying import together
from schemes.people.models import YoungPerson

LETTER = {
    "way": "letter",
    "planned": "unplanned",
    "reason": "moved",
    "letter": "It was good to know you.",
    "mentee_reflection": "She was kind.",
}


def build(world) -> None:
    ending_plan_write(
        match=world.match, ends_on=timezone.localdate() + timedelta(days=60), last_weeks="Cook the first soup again.",
        goals="Rent book: with the housing worker.", who_tells="Dee tells the adviser in May.", by=world.coordinator,
    )  # fmt: skip
    mentor_reference_write(volunteer=world.volunteer, words="Kind and steady.", by=world.coordinator)
    world.ending_match = begun(world, "Eli")
    world.over_match = over_since_yesterday(world, "Hal", user=world.mentee)
    world.ended_match = begun(world, "Fay")
    today = timezone.localdate()
    actions.ending_save(match=world.ended_match, fields={**LETTER, "letter_sent_on": today}, by=world.coordinator)
    world.ended_match = actions.match_end(match=world.ended_match, by=world.coordinator)


def over_since_yesterday(world, name, **fields):
    """Ended yesterday, unplanned: the young person is asked, in their own time, whether they want another mentor."""
    match = begun(world, name, **fields)
    by = "portal" if match.young_person.user else "post"
    said = {**LETTER, "letter_sent_on": timezone.localdate(), "letter_by": by}
    actions.ending_save(match=match, fields=said, by=world.coordinator)
    match = actions.match_end(match=match, by=world.coordinator)
    yesterday = timezone.localdate() - timedelta(days=1)
    Match.objects.filter(pk=match.pk).update(ended_on=yesterday)
    YoungPerson.objects.filter(pk=match.young_person_id).update(still_wants_mentor_on=yesterday)
    return Match.objects.get(pk=match.pk)


def begun(world, name, **fields):
    match = together(world, world.peer_volunteer, young(world, name, **fields))
    return actions.match_ending_begin(match=match, why="They moved away.", by=world.coordinator)
