"""What training adds to the tests' world, after the people have come (joining_world)."""

from datetime import timedelta

from django.utils import timezone

from schemes.training.actions import (
    attendance_book,
    certificate_issue,
    course_start,
    equivalence_add,
    group_session_add,
    training_need_add,
    training_session_add,
)


def build(world) -> None:
    world.training_module = world.course.modules.first()
    ahead = training_session_add(
        module=world.training_module,
        starts_at=timezone.now() + timedelta(days=9),
        place="Town hall",
        trainer=world.trainer,
        places=1,
        by=world.coordinator,
    )
    attendance_book(session=ahead, volunteers=[world.volunteer], by=world.coordinator)
    world.own_place, world.session_to_book = ahead.attendances.get(), ahead
    _proofs(world)
    world.group_session = group_session_add(
        scheme=world.scheme, starts_at=timezone.now() - timedelta(days=3), place="Town hall", by=world.coordinator
    )


def _proofs(world) -> None:
    by = world.coordinator
    refreshers = course_start(scheme=world.scheme, programme="keeping_up", by=by)
    world.study_module = refreshers.modules.first()
    world.certificate = certificate_issue(course=world.course, volunteer=world.volunteer, by=by)
    world.training_need = training_need_add(volunteer=world.reviewee, topic="trauma", by=by)
    world.equivalence = equivalence_add(
        volunteer=world.reviewee,
        what="First aid at work",
        done_on=timezone.localdate() - timedelta(days=200),
        topics=["safety"],
        hours=6,
        evidence="Certificate, seen on paper.",
        by=by,
    )
