"""Reading reviews: which one is asked about now, and the ones that were held (L4)."""

from datetime import date, timedelta

from matching.pairing.models import Match
from matching.relationships.models import Review
from matching.relationships.queries import REVIEW_AHEAD_DAYS


def review_next(match) -> Review | None:
    """The next review that has not been held."""
    return match.reviews.filter(held_on__isnull=True).order_by("due_on").first()


def review_asked(match, today: date) -> Review | None:
    """The review on which both are asked for their view: from two weeks before it is due, or once it has begun."""
    review = review_next(match)
    if review is None or match.state == Match.State.ENDING:
        return None
    soon = review.due_on <= today + timedelta(days=REVIEW_AHEAD_DAYS)
    return review if soon or match.state == Match.State.UNDER_REVIEW else None


def reviews_held(match):
    """Reviews that were held, the latest first."""
    return match.reviews.filter(held_on__isnull=False).select_related("held_by").order_by("-held_on")
