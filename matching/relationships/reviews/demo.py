"""The demo's reviews: each held on its day, once with changes that were signed again; one still waits."""

from datetime import timedelta

from matching.endings.demo import last_days
from matching.relationships.agreements.demo import agreement_made
from matching.relationships.reviews.actions import review_hold, review_say
from matching.relationships.reviews.queries import review_next

#: Which pair goes on for longer than agreed, which talks about a change at its first review, and which pair's last
#: review has not been held.
LONGER, CHANGES, WAITS = 0, 2, 3
LONGER_FROM, LONGER_DAYS = 300, 60
SAID = {
    "mentee": "It is good. She turns up when she says she will. I would like to do more things outside.",
    "mentor": "We laugh more than in the beginning. Planning ahead is still hard.",
}
NOTES = "Both want to go on. They like the Thursdays."


def reviews_load(stage) -> None:
    until = last_days(stage)
    for number, match in enumerate(stage.matches):
        end = until.get(match.pk, stage.today - timedelta(days=30 if number == WAITS else 0))
        longer = stage.today + timedelta(days=LONGER_DAYS) if number == LONGER else None
        _held_until(stage, match, end, changes=number == CHANGES, longer=longer)


def _held_until(stage, match, end, *, changes: bool, longer) -> None:
    coordinator = stage.users["coordinator"]
    late = match.introduced_on + timedelta(days=LONGER_FROM)
    while (review := review_next(match)) and review.due_on < end:
        with stage.on(review.due_on - timedelta(days=4)):
            for side, user in (("mentee", match.young_person.user), ("mentor", match.volunteer.user)):
                if user:
                    review_say(review=review, view=SAID[side], by=user)
        with stage.on(review.due_on):
            decision = "change" if changes else "go-on"
            longer_until = longer if review.due_on > late else None
            review_hold(
                review=review, decision=decision, held_on=review.due_on, extended_until=longer_until, notes=NOTES,
                by=coordinator,
            )  # fmt: skip
            if changes:
                agreement_made(match, coordinator, every_days=14, when_where="Every other Saturday, the climbing hall.")
        changes = False
