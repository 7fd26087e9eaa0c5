"""What Zofia and Jay do together: one session held, one planned."""

from datetime import timedelta

from django.utils import timezone

from matching.relationships import actions
from matching.relationships.messages.actions import message_send


def build(world) -> None:
    now = timezone.now()
    world.held_session = actions.session_log(
        match=world.match, outcome="held", planned_at=now - timedelta(days=3), minutes=60, channel="in-person",
        mentor_feeling="good", shared_note="We cooked soup.", mentor_note="A little quiet today.", by=world.mentor,
    )  # fmt: skip
    world.planned_session = actions.session_plan(
        match=world.match, planned_at=now + timedelta(days=4), place="The café at the library", by=world.mentor
    )
    world.message = message_send(match=world.match, words="Shall we cook again?", by=world.mentor)
    world.held_message = message_send(match=world.match, words="Ring me on 07700 900123", by=world.mentor)
