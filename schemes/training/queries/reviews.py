"""Reads about the review of suitability by two people (S11)."""

from schemes.people.models import Volunteer
from schemes.training.models import SuitabilityReview


def open_review(volunteer) -> SuitabilityReview | None:
    """A review one person has written and no second has confirmed yet."""
    return volunteer.suitability_reviews.filter(second_by__isnull=True).select_related("first_by").first()


def review_signed(volunteer) -> SuitabilityReview | None:
    """The newest review that two people signed since this volunteer last came to it: an older one speaks of then."""
    signed = volunteer.suitability_reviews.filter(second_by__isnull=False)
    opened = volunteer.state_changes.filter(to_state=Volunteer.State.SUITABILITY).order_by("-created_at").first()
    return signed.filter(second_at__gte=opened.created_at).order_by("-second_at").first() if opened else None


def reviews_to_confirm(actor) -> list[SuitabilityReview]:
    """Open reviews that this person may confirm: not their own."""
    waiting = SuitabilityReview.objects.visible_to(actor).filter(second_by__isnull=True)
    waiting = waiting.filter(volunteer__state=Volunteer.State.SUITABILITY).exclude(first_by=actor.user)
    return list(waiting.select_related("volunteer__scheme", "first_by")[:20])
