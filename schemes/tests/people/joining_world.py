"""The people of the tests' world taken along their way by the real actions: two approved mentors, one on their way."""

from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from safeguarding.tests.world import clear
from schemes.people.actions import invitation_send, volunteer_add, volunteer_edit, volunteer_move, young_person_move
from schemes.recruitment.actions import application_invite, campaign_add, interview_record
from schemes.recruitment.criteria import CRITERIA
from schemes.recruitment.history.actions import history_keep
from schemes.training.actions import (
    attendance_book,
    attendance_mark,
    course_add,
    module_add,
    suitability_review_confirm,
    suitability_review_write,
    training_session_add,
)
from schemes.training.peer_readiness import answered

TOPICS = ("boundaries", "confidentiality", "safeguarding")
SCORES = dict.fromkeys(CRITERIA, 4)


def build(world) -> None:
    world.campaign = campaign_add(
        scheme=world.scheme, channel="Local radio", began_on=date(2026, 1, 5), cost=Decimal(80), by=world.coordinator
    )
    _training(world)
    _mentors(world)
    world.enquirer = _volunteer(world, "Erin Vale", "erin@cast.example")
    world.application, world.application_token = application_invite(volunteer=world.enquirer, by=world.coordinator)
    world.interviewee = to_interview(world, _volunteer(world, "Ivo Lane", "ivo@cast.example"))
    _reviewee(world)
    world.invitation, world.invitation_token = invitation_send(
        scheme=world.scheme, email="new@cast.example", name="Nell Fox", role="trainer", by=world.manager
    )
    for to in ("contacted", "met", "waiting"):
        young_person_move(young_person=world.young_person, to=to, by=world.coordinator)
    world.young_person.refresh_from_db()


def _volunteer(world, name, email):
    return volunteer_add(scheme=world.scheme, name=name, email=email, by=world.coordinator)


def _training(world) -> None:
    course = course_add(scheme=world.scheme, title="Becoming a mentor", by=world.coordinator)
    world.course, world.training_sessions = course, []
    for weeks, topic in enumerate(TOPICS, 1):
        module = module_add(course=course, topic=topic, hours=Decimal(4), is_required=True, by=world.coordinator)
        session = training_session_add(
            module=module,
            starts_at=timezone.now() - timedelta(weeks=weeks),
            place="Town hall",
            trainer=world.trainer,
            by=world.coordinator,
        )
        world.training_sessions.append(session)
    world.training_session = world.training_sessions[0]


def _mentors(world) -> None:
    for volunteer in (world.volunteer, world.peer_volunteer):
        volunteer_edit(volunteer=volunteer, changes={"supervisor": world.supervisor}, by=world.coordinator)
        approve(world, volunteer)
    to_training(world, world.uncleared_volunteer)


def _reviewee(world) -> None:
    world.reviewee = _volunteer(world, "Rae Moss", "rae@cast.example")
    volunteer_edit(volunteer=world.reviewee, changes={"supervisor": world.supervisor}, by=world.coordinator)
    to_suitability(world, world.reviewee)
    world.open_review = suitability_review_write(
        volunteer=world.reviewee, outcome="ready", reasons="Calm and clear.", by=world.coordinator
    )


def write_history(volunteer, by) -> None:
    """Five years without a gap (S9)."""
    line = {"kind": "work", "words": "Care assistant, Sheffield", "from_on": date(2015, 1, 1), "to_on": None}
    history_keep(volunteer=volunteer, spells=[line], stays=[], by=by)


def to_interview(world, volunteer):
    """From the enquiry to the interview."""
    write_history(volunteer, world.coordinator)
    for to in ("applied", "interviewing"):
        volunteer_move(volunteer=volunteer, to=to, by=world.coordinator)
    volunteer.refresh_from_db()
    return volunteer


def interviewed(world, volunteer, outcome="go-on"):
    """An interview by two people, and what it decided."""
    return interview_record(
        volunteer=volunteer,
        held_on=timezone.localdate(),
        second_interviewer="Pat Quill",
        first_scores=SCORES,
        second_scores=SCORES,
        outcome=outcome,
        by=world.coordinator,
    )


def to_training(world, volunteer):
    """On through an interview by two people into training."""
    to_interview(world, volunteer)
    interviewed(world, volunteer)
    volunteer_move(volunteer=volunteer, to="training", by=world.coordinator)
    volunteer.refresh_from_db()
    return volunteer


def to_suitability(world, volunteer):
    """On through the checks, the role statement and the whole course to the review."""
    to_training(world, volunteer)
    cleared(world, volunteer)
    signed = {"role_statement_signed_on": timezone.localdate()}
    volunteer_edit(volunteer=volunteer, changes=signed, by=world.coordinator)
    for session in world.training_sessions:
        attend(world, session, volunteer)
    volunteer_move(volunteer=volunteer, to="suitability", by=world.coordinator)
    volunteer.refresh_from_db()
    return volunteer


def cleared(world, volunteer) -> None:
    """Every check that is needed, clear for nearly two years."""
    today = timezone.localdate()
    clear(volunteer, by=world.coordinator, today=today, expires_on=today + timedelta(days=700))


def attend(world, session, volunteer) -> None:
    attendance_book(session=session, volunteers=[volunteer], by=world.coordinator)
    place = session.attendances.get(volunteer=volunteer)
    attendance_mark(session=session, outcomes={place.pk: "attended"}, by=world.trainer)


def approve(world, volunteer):
    """All the way: approved by two different people."""
    to_suitability(world, volunteer)
    review = suitability_review_write(
        volunteer=volunteer,
        outcome="ready",
        reasons="Steady and kind.",
        peer_answers=answered("Three years since care; calm about it."),
        by=world.coordinator,
    )
    suitability_review_confirm(review=review, by=world.lead)
    volunteer.refresh_from_db()
    return volunteer
