"""Zofia will be away from Jay, who is asked about Kofi; she is away from Lee already, and Kofi meets Lee; one pause
waits for a cover, another for Kofi's answer; Zofia told of her work."""

from datetime import timedelta

from django.utils import timezone

from matching.cover.actions import cover_ask, cover_mentee_answer, cover_mentor_answer, cover_session_log, pause_plan
from matching.cover.news.actions import news_tell
from matching.tests.pairing.pairing_world import young
from matching.tests.readying import together
from schemes.people.actions import volunteer_edit


def build(world) -> None:
    today = timezone.localdate()
    world.peer_volunteer.supervisions.create(
        scheme=world.scheme, supervisor=world.supervisor, planned_at=timezone.now() + timedelta(days=14)
    )
    room = {"changes": {"capacity": 12}, "by": world.coordinator}
    zofia = world.volunteer = volunteer_edit(volunteer=world.volunteer, **room)
    world.peer_volunteer = volunteer_edit(volunteer=world.peer_volunteer, **room)
    world.pause = away(world, world.match, today + timedelta(days=10))
    world.cover_asked = cover_ask(pause=world.pause, volunteer=world.peer_volunteer, by=world.coordinator)
    world.paused_match = together(world, zofia, young(world, "Lee"))
    world.pause_on = away(world, world.paused_match, today)
    world.cover = cover_mentor_answer(cover=agreed(world, world.pause_on), answer="yes", by=world.peer)
    world.cover_session = cover_session_log(
        cover=world.cover, outcome="held", planned_at=timezone.now(), minutes=30, channel="phone", by=world.peer
    )
    world.pause_alone = away(world, together(world, zofia, young(world, "Max")), today)
    world.cover_waits = agreed(world, away(world, together(world, zofia, young(world, "Noa")), today))
    world.news = news_tell(
        volunteer=world.volunteer, kind="job", from_on=today, means="fewer", words="New shifts.", by=world.mentor
    )


def away(world, match, first, days=20):
    return pause_plan(
        match=match, whose="mentor", from_on=first, until_on=first + timedelta(days=days), why="Her mother is ill.",
        contact_by=world.coordinator, contact_every_days=14, by=world.coordinator,
    )  # fmt: skip


def agreed(world, pause):
    """The young person said yes; the cover has not answered."""
    cover = cover_ask(pause=pause, volunteer=world.peer_volunteer, by=world.coordinator)
    return cover_mentee_answer(cover=cover, answer="yes", by=pause.match.young_person.user or world.coordinator)
