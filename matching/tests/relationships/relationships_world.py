"""What Zofia and Jay do together: one session held, one planned."""

from datetime import timedelta

from django.utils import timezone

from matching.relationships import actions


def build(world) -> None:
    now = timezone.now()
    world.held_session = actions.session_log(
        match=world.match, outcome="held", planned_at=now - timedelta(days=3), minutes=60, channel="in-person",
        mentor_feeling="good", shared_note="We cooked soup.", mentor_note="A little quiet today.", by=world.mentor,
    )  # fmt: skip
    world.planned_session = actions.session_plan(
        match=world.match, planned_at=now + timedelta(days=4), place="The café at the library", by=world.mentor
    )
