"""The days on which a match is looked back on: set from its beginning, so that none is forgotten (L4)."""

from datetime import date, timedelta

from matching.relationships.reviews.rules import (
    ONE_IS_ENOUGH_DAYS,
    full_review_days,
    full_review_months,
    review_between,
)


def first_review_set(match) -> None:
    """Two who are introduced have the day of their first review."""
    _set(match, match.introduced_on, full_review_months(match.scheme.full_review_months)[:1])


def reviews_set(match, after: date) -> None:
    """Every full review that is still ahead has its row, and a shorter one comes first where the scheme has them. Safe
    to run twice."""
    _set(match, after, full_review_months(match.scheme.full_review_months))


def _set(match, after: date, months) -> None:
    for number, day in full_review_days(match.introduced_on, months).items():
        if day > after + timedelta(days=ONE_IS_ENOUGH_DAYS):
            match.reviews.get_or_create(full_at_months=number, defaults={"due_on": day})
    still_open = match.reviews.filter(held_on__isnull=True).values_list("due_on", flat=True)
    if between := review_between(after, match.scheme.review_every_days, still_open):
        match.reviews.create(due_on=between)
