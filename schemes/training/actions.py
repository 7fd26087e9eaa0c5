"""Writes of step 11: courses, sessions, places, and the review of suitability by two people (S11)."""

from django.db import transaction
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from schemes.people.actions import volunteer_step
from schemes.people.models import Volunteer
from schemes.training.models import Attendance, Course, Module, SuitabilityReview, TrainingSession
from schemes.training.queries import open_review, topic_words, training_standing

#: What a confirmed review does to the volunteer.
LEADS_TO = {
    SuitabilityReview.Outcome.READY: Volunteer.State.APPROVED,
    SuitabilityReview.Outcome.GROUP_ONLY: Volunteer.State.GROUP_ONLY,
    SuitabilityReview.Outcome.NOT_YET: Volunteer.State.TRAINING,
    SuitabilityReview.Outcome.NO: Volunteer.State.DECLINED,
}


@transaction.atomic
def course_add(*, scheme, title, by) -> Course:
    """A course of modules."""
    course = Course.objects.create(scheme=scheme, title=title)
    audit_record(verb="course.added", subject=course, scheme=scheme, by=by)
    return course


@transaction.atomic
def module_add(*, course, topic, hours, is_required=False, by) -> Module:
    """Part of a course on one topic."""
    module = Module.objects.create(course=course, topic=topic, hours=hours, is_required=is_required)
    audit_record(verb="module.added", subject=module, scheme=course.scheme, details={"topic": topic}, by=by)
    return module


@transaction.atomic
def training_session_add(*, module, starts_at, place, trainer=None, by) -> TrainingSession:
    """One module taught on one day."""
    scheme = module.course.scheme
    session = TrainingSession.objects.create(
        scheme=scheme, module=module, starts_at=starts_at, place=place, trainer=trainer
    )
    audit_record(verb="trainingsession.added", subject=session, scheme=scheme, by=by)
    return session


@transaction.atomic
def attendance_book(*, session, volunteers, by) -> int:
    """Give places; somebody who has one keeps it. Says how many places are new."""
    added = 0
    for volunteer in volunteers:
        if volunteer.scheme_id != session.scheme_id:
            raise Refused("This volunteer belongs to another scheme.")
        _, is_new = Attendance.objects.get_or_create(session=session, volunteer=volunteer)
        added += is_new
    audit_record(verb="attendance.booked", subject=session, scheme=session.scheme, details={"n": added}, by=by)
    return added


@transaction.atomic
def attendance_mark(*, session, outcomes: dict, by) -> None:
    """The register: `outcomes` maps the key of a place to booked, attended or missed."""
    if timezone.localtime(session.starts_at).date() > timezone.localdate():
        raise Refused("This session has not been held yet. The register opens on the day.")
    for place in Attendance.objects.select_for_update().filter(session=session, pk__in=list(outcomes)):
        place.outcome = outcomes[place.pk]
        place.save(update_fields=["outcome"])
    audit_record(verb="attendance.marked", subject=session, scheme=session.scheme, details={"n": len(outcomes)}, by=by)


@transaction.atomic
def suitability_review_write(*, volunteer, outcome, reasons, peer_ready="", by) -> SuitabilityReview:
    """The first person writes what they think and why. Nothing moves until a second person has confirmed it."""
    volunteer = locked(volunteer)
    _reviewable(volunteer, by)
    if open_review(volunteer):
        raise Refused("A review is waiting for a second person already.")
    if outcome == SuitabilityReview.Outcome.READY:
        _ready_for_matching(volunteer, peer_ready)
    review = SuitabilityReview.objects.create(
        volunteer=volunteer, outcome=outcome, reasons=reasons, peer_ready=peer_ready, first_by=by
    )
    audit_record(
        verb="suitabilityreview.written", subject=review, scheme=volunteer.scheme, about=[volunteer.user], by=by
    )
    return review


@transaction.atomic
def suitability_review_confirm(*, review, by) -> Volunteer:
    """A second, different person agrees, and the volunteer moves on by what was decided."""
    review = locked(review)
    volunteer = locked(review.volunteer)
    _reviewable(volunteer, by)
    if review.second_by_id:
        raise Refused("This review has been confirmed already.")
    if review.first_by_id == by.pk:
        raise Refused("Somebody else has to look at it too: two different people decide.")
    if review.outcome == SuitabilityReview.Outcome.READY:
        _ready_for_matching(volunteer, review.peer_ready)
    review.second_by, review.second_at = by, timezone.now()
    review.save(update_fields=["second_by", "second_at"])
    audit_record(
        verb="suitabilityreview.confirmed",
        subject=review,
        scheme=volunteer.scheme,
        about=[volunteer.user],
        by=by,
    )
    return volunteer_step(volunteer=volunteer, to=LEADS_TO[review.outcome], why="Suitability review.", by=by)


@transaction.atomic
def suitability_review_withdraw(*, review, by) -> None:
    """The second person does not agree: the review goes, and the two talk and write a new one."""
    review = locked(review)
    if review.second_by_id:
        raise Refused("This review has been confirmed already.")
    audit_record(verb="suitabilityreview.withdrawn", subject=review, scheme=review.volunteer.scheme, by=by)
    review.delete()


def _reviewable(volunteer, by) -> None:
    if volunteer.state != Volunteer.State.SUITABILITY:
        raise Refused("They are not at the suitability review. Nobody is approved because a course ended.")
    if volunteer.user_id and volunteer.user_id == by.pk:
        raise Refused("Nobody reviews themselves.")


def _ready_for_matching(volunteer, peer_ready: str) -> None:
    """Ready means: the scheme's minimum of training is met, and a peer mentor's readiness is spelled out (P1)."""
    standing = training_standing(volunteer)
    reasons = []
    if standing.hours < standing.hours_needed:
        reasons.append(f"{float(standing.hours):g} of {float(standing.hours_needed):g} hours of training attended.")
    reasons += [f"Still missing: {words}." for words in topic_words(standing.missing)]
    if volunteer.is_peer and not peer_ready.strip():
        reasons.append(
            "For a peer mentor say how they are ready, willing and able, and separate enough from what they would meet."
        )
    if reasons:
        raise Refused(*reasons)
