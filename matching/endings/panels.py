"""The ending's card on the page of a match."""

from matching.endings.queries import ending_of
from matching.endings.rules import needs_review
from matching.pairing.models import Match
from mentoring.home.cards import Card
from schemes.people.permissions import Permission

BEFORE = "Every relationship ends with a recorded formal ending."


def match_panels(match, actor) -> list[Card]:
    """Shown from the introduction on."""
    may_begin = "ending" in Match.moves[match.state]
    if not may_begin and match.state not in ("ending", "ended"):
        return []
    ending = ending_of(match)
    context = {
        "match": match,
        "ending": ending,
        "may_begin": may_begin,
        "may_edit": actor.may(Permission.MATCH_EDIT, match),
        "needs_review": bool(ending and needs_review(ending.planned)),
        "words": "It is coming to an end and has not been recorded yet." if match.state == "ending" else BEFORE,
        "tone": "warn" if match.state == "ending" else "",
    }
    return [Card("The ending", "matching/endings/ending_panel.html", context, "side" if may_begin else "main")]
