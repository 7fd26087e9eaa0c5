"""Reviews: both sides are asked for their view, the co-ordinator holds them, the next one gets its date (L4)."""

from datetime import date, timedelta

from django.db import transaction

from matching.endings.actions import match_ending_begin
from matching.pairing.actions.choosing import moved
from matching.pairing.actions.holding import not_one_of_two
from matching.pairing.actions.reviewing import reviews_set
from matching.pairing.models import Match
from matching.relationships.actions.noting import noted
from matching.relationships.agreements.actions import agreement_ask_change
from matching.relationships.agreements.queries import newest_agreement
from matching.relationships.models import Review
from matching.relationships.reviews.rules import ONE_IS_ENOUGH_DAYS, change_words
from matching.relationships.sides import side_of
from mentoring.transitions import Refused, locked

Decision = Review.Decision


@transaction.atomic
def review_say(*, review, view: str, by) -> Review:
    """What one of the two thinks, in their own words. Each writes alone; the other does not read it."""
    review = _open(review)
    side = side_of(review.match, by)
    if not side:
        raise Refused("Only the two themselves can say this.")
    setattr(review, f"{side}_view", view)
    review.save(update_fields=[f"{side}_view"])
    noted(review, "review.said", by, side=side)
    return review


@transaction.atomic
def review_begin(*, review, by) -> Review:
    """The pair is in review: both are asked now, whatever the date."""
    review = _handled(review, by)
    moved(review.match, Match.State.UNDER_REVIEW, by)
    noted(review, "review.begun", by)
    return review


@transaction.atomic
def review_hold(
    *, review, decision: str, held_on: date, extended_until: date | None = None, notes: str = "", by
) -> Review:
    """Write down a review that was held, and do what was decided.

    Go on: the next review has its date, and the two are together again, for longer than agreed where that was said.
    Change: the same, and a new version of the agreement opens. End: the ending begins; a formal ending closes the
    match, never a review (S15).
    """
    review = _handled(review, by)
    review.decision, review.held_on, review.notes, review.held_by = Decision(decision), held_on, notes, by
    review.extended_until = None if decision == Decision.END else extended_until
    review.save(update_fields=["decision", "held_on", "notes", "held_by", "extended_until"])
    review = _answers_others(review)
    noted(review, "review.held", by, decision=review.decision)
    match = _through_review(review.match, by)
    if decision == Decision.END:
        match_ending_begin(match=match, why="Decided at the review.", by=by)
        return review
    if match.state == Match.State.UNDER_REVIEW:
        match = moved(match, Match.State.ACTIVE, by)
    reviews_set(match, held_on)
    if decision == Decision.CHANGE and newest_agreement(match):
        agreement_ask_change(match=match, words=change_words(held_on), by=by)
    return review


def _answers_others(review) -> Review:
    """Reviews that were missed, or would follow within days, are answered by this one, which is then the full one of
    them. Nobody has been asked about those yet: both are asked about the first only."""
    by_then = review.held_on + timedelta(days=ONE_IS_ENOUGH_DAYS)
    others = review.match.reviews.filter(held_on__isnull=True, due_on__lte=by_then)
    months = [*others.values_list("full_at_months", flat=True), review.full_at_months]
    others.delete()
    review.full_at_months = max((number for number in months if number), default=None)
    review.save(update_fields=["full_at_months"])
    return review


def _through_review(match, by) -> Match:
    """Two who are together go through "in review", so that their story shows it."""
    return moved(match, Match.State.UNDER_REVIEW, by) if match.state == Match.State.ACTIVE else match


def _handled(review, by) -> Review:
    """Staff who are one of the two neither begin nor hold the review of their own pair."""
    review = _open(review)
    not_one_of_two(review.match.volunteer, review.match.young_person, by)
    return review


def _open(review) -> Review:
    review = locked(review)
    if review.held_on:
        raise Refused("This review has been held. Nothing was changed.")
    return review
