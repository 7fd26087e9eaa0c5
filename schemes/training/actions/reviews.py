"""The review of suitability at the end of training, written by one person and confirmed by another (S11, P1)."""

from django.db import transaction
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from schemes.people.actions import volunteer_step
from schemes.people.models import Volunteer
from schemes.training.models import SuitabilityReview
from schemes.training.peer_readiness import in_sum, still_open
from schemes.training.queries import open_review, topic_words, training_standing


@transaction.atomic
def suitability_review_write(*, volunteer, outcome, reasons, peer_answers=None, by) -> SuitabilityReview:
    """The first person writes what they think and why. Nothing moves until a second person has confirmed it."""
    volunteer = locked(volunteer)
    _reviewable(volunteer, by)
    if open_review(volunteer):
        raise Refused("A review is waiting for a second person already.")
    if outcome == SuitabilityReview.Outcome.READY:
        _ready_for_matching(volunteer, still_open(peer_answers))
    review = SuitabilityReview.objects.create(
        volunteer=volunteer,
        outcome=outcome,
        reasons=reasons,
        peer_ready=in_sum(peer_answers) if volunteer.is_peer else "",
        peer_answers=(peer_answers or {}) if volunteer.is_peer else {},
        first_by=by,
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
        _ready_for_matching(volunteer, _still_open_in(review))
    review.second_by, review.second_at = by, timezone.now()
    review.save(update_fields=["second_by", "second_at"])
    audit_record(
        verb="suitabilityreview.confirmed",
        subject=review,
        scheme=volunteer.scheme,
        about=[volunteer.user],
        by=by,
    )
    return volunteer_step(volunteer=volunteer, to=review.leads_to, why="Suitability review.", by=by)


@transaction.atomic
def suitability_review_withdraw(*, review, by) -> None:
    """The second person does not agree: the review goes, and the two talk and write a new one."""
    review = locked(review)
    _not_oneself(review.volunteer, by)
    if review.second_by_id:
        raise Refused("This review has been confirmed already.")
    audit_record(verb="suitabilityreview.withdrawn", subject=review, scheme=review.volunteer.scheme, by=by)
    review.delete()


def _reviewable(volunteer, by) -> None:
    if volunteer.state != Volunteer.State.SUITABILITY:
        raise Refused("They are not at the suitability review. Nobody is approved because a course ended.")
    _not_oneself(volunteer, by)


def _not_oneself(volunteer, by) -> None:
    if volunteer.user_id and volunteer.user_id == by.pk:
        raise Refused("Nobody reviews themselves.")


def _still_open_in(review) -> dict[str, str]:
    """A review from before there were six questions says it in its own words."""
    return {} if review.peer_ready.strip() and not review.peer_answers else still_open(review.peer_answers)


def _ready_for_matching(volunteer, peer_gaps: dict[str, str]) -> None:
    """Ready means: the scheme's minimum of training is met, and a peer mentor's readiness is spelled out (P1)."""
    standing = training_standing(volunteer)
    reasons = []
    if standing.hours < standing.hours_needed:
        reasons.append(f"{float(standing.hours):g} of {float(standing.hours_needed):g} hours of training attended.")
    reasons += [f"Still missing: {words}." for words in topic_words(standing.missing)]
    if volunteer.is_peer:
        reasons += peer_gaps.values()
    if reasons:
        raise Refused(*reasons)
