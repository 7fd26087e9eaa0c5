"""A supervision ahead of the mentor who is together with the young person."""

from datetime import timedelta

from django.utils import timezone

from matching.supervision.actions import supervision_plan, supervision_record
from matching.supervision.agenda.actions import supervision_point_add
from matching.supervision.following.actions import Todo
from matching.supervision.support_plans.actions import WORDS, support_plan_write
from schemes.people.actions import volunteer_edit


def build(world) -> None:
    (world.supervision,) = supervision_plan(
        volunteers=[world.volunteer],
        supervisor=world.supervisor,
        planned_at=timezone.now() + timedelta(days=5),
        by=world.supervisor,
    )
    held = supervision_plan(
        volunteers=[world.volunteer], supervisor=world.supervisor, planned_at=timezone.now() - timedelta(days=30),
        by=world.supervisor,
    )[0]  # fmt: skip
    todo = Todo("Bring the next three dates", timezone.localdate() + timedelta(days=3))
    notes = {"shared_note": "Keep to the times agreed."}
    world.supervision_held = supervision_record(
        supervision=held, outcome="held", notes=notes, to_do=[todo], by=world.supervisor
    )
    world.supervision_action = world.supervision_held.actions.get()
    world.supervision_point = supervision_point_add(volunteer=world.volunteer, words="Late texts", by=world.mentor)
    volunteer_edit(volunteer=world.peer_volunteer, changes={"supervisor": world.supervisor}, by=world.coordinator)
    world.support_plan = support_plan_write(
        volunteer=world.peer_volunteer, words=dict.fromkeys(WORDS, "A walk, and a text."), ring_within=0,
        review_on=timezone.localdate() + timedelta(days=180), by=world.supervisor,
    )  # fmt: skip
    place, _ = supervision_plan(
        volunteers=[world.volunteer, world.peer_volunteer],
        supervisor=world.supervisor,
        planned_at=timezone.now() + timedelta(days=6),
        by=world.coordinator,
    )
    world.supervision_group = place.group
