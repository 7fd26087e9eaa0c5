"""A supervision ahead of the mentor who is together with the young person."""

from datetime import timedelta

from django.utils import timezone

from matching.supervision.actions import supervision_plan


def build(world) -> None:
    (world.supervision,) = supervision_plan(
        volunteers=[world.volunteer],
        supervisor=world.supervisor,
        planned_at=timezone.now() + timedelta(days=5),
        by=world.supervisor,
    )
