"""The reviews' card on the page of a match."""

from django.utils import timezone

from matching.pairing.models import Match
from matching.pairing.states import TOGETHER
from matching.relationships.reviews.queries import review_next, reviews_held
from mentoring.home.cards import Card
from schemes.people.permissions import Permission


def match_panels(match, actor) -> list[Card]:
    """What each side wrote is for those who hold the review and for the lead; a supervisor sees dates and decisions, as
    does whoever of the staff is one of the two."""
    held, following = list(reviews_held(match)), review_next(match)
    if not held and (following is None or match.state not in TOGETHER):
        return []
    open_now = following and match.state in TOGETHER and match.state != Match.State.ENDING
    own = match.is_one_of_two(actor.user)
    may_edit = actor.may(Permission.MATCH_EDIT, match) and not own
    context = {
        "match": match,
        "review": following if open_now else None,
        "held": held,
        "may_hold": may_edit,
        "may_begin": may_edit and match.state == Match.State.ACTIVE,
        "reads_words": actor.may(Permission.PEOPLE_READ, match) and not own,
        "is_own": own,
        "tone": "warn" if open_now and following.due_on < timezone.localdate() else "",
    }
    return [Card("Reviews", "matching/relationships/reviews/review_panel.html", context)]
