"""A volunteer at the suitability review who lacks nothing, written past the actions at whatever moment it is: for tests
about what comes after approval, and for taking one thing away at a time."""

from decimal import Decimal

from django.utils import timezone

from safeguarding.tests.world import clear
from schemes.models import Attendance, Course, Interview, Module, SuitabilityReview, TrainingSession, Volunteer
from schemes.tests.people.joining_world import write_history

#: topic → is it required? Four hours each, and the scheme asks for all sixteen.
TOPICS = {"boundaries": True, "confidentiality": True, "safeguarding": True, "trust": False}


def made_whole(world, volunteer, outcome: str = "ready") -> Volunteer:
    """Interview, history, role statement, checks, training and a review by two, all of this moment."""
    now, today = timezone.now(), timezone.localdate()
    Volunteer.objects.filter(pk=volunteer.pk).update(role_statement_signed_on=today)
    Interview.objects.create(
        volunteer=volunteer, held_on=today, first_interviewer=world.coordinator, second_interviewer="Pat Quill",
        outcome=Interview.Outcome.GO_ON,
    )  # fmt: skip
    write_history(volunteer, world.coordinator)
    clear(volunteer, by=world.coordinator, today=today)
    for session in sessions(world):
        Attendance.objects.create(session=session, volunteer=volunteer, outcome=Attendance.State.ATTENDED)
    SuitabilityReview.objects.create(
        volunteer=volunteer, outcome=outcome, reasons="Steady and kind.", peer_ready="Four years on.",
        first_by=world.coordinator, second_by=world.lead, second_at=now,
    )  # fmt: skip
    volunteer.refresh_from_db()
    return volunteer


def sessions(world) -> list[TrainingSession]:
    """One of each topic, made when they are first asked for."""
    held = list(TrainingSession.objects.filter(scheme=world.scheme, module__course__title="Everything"))
    if held:
        return held
    course = Course.objects.create(scheme=world.scheme, title="Everything")
    world.scheme.training_hours_needed = Decimal(16)
    world.scheme.save(update_fields=["training_hours_needed"])
    return [
        TrainingSession.objects.create(
            scheme=world.scheme, starts_at=timezone.now(), place="Hall",
            module=Module.objects.create(course=course, topic=topic, hours=4, is_required=needed),
        )
        for topic, needed in TOPICS.items()
    ]  # fmt: skip
