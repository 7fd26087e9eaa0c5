"""The ending's card on the page of a match."""

from matching.endings.checklist import talked_about_words
from matching.endings.pages import is_own
from matching.endings.queries import ending_of, last_ending_of
from matching.endings.rules import needs_review
from matching.pairing.models import Match
from matching.pairing.states import ON_THE_WAY
from mentoring.home.cards import Card
from schemes.people.permissions import Permission

BEFORE = "Every relationship ends with a recorded formal ending."


def match_panels(match, actor) -> list[Card]:
    """Shown from the introduction on; before it, what the last ending of the young person taught. Staff who are one of
    the two read how it is marked, and neither why it ends nor what becomes of the young person."""
    if match.state in ON_THE_WAY:
        return last_ending_panels(match.young_person, actor)
    may_begin = "ending" in Match.moves[match.state]
    if not may_begin and match.state not in ("ending", "ended"):
        return []
    ending, own = ending_of(match), is_own(match, actor.user)
    said, left = talked_about_words(ending.talked_about) if ending else ([], [])
    context = {
        "match": match,
        "ending": ending,
        "said": said,
        "left": left,
        "goals": ending.goals.select_related("goal") if ending and not own else [],
        "is_own": own,
        "may_begin": may_begin,
        "may_edit": actor.may(Permission.MATCH_EDIT, match) and not own,
        "reads_words": actor.may(Permission.PEOPLE_READ, match) and not own,
        "needs_review": bool(ending and needs_review(ending.planned)),
        "words": "It is coming to an end and has not been recorded yet." if match.state == "ending" else BEFORE,
        "tone": "warn" if match.state == "ending" else "",
    }
    return [Card("The ending", "matching/endings/ending_panel.html", context, "side" if may_begin else "main")]


def last_ending_panels(young_person, actor) -> list[Card]:
    """For whoever matches: how the last match ended, what was learned, and what a new one still waits for (R10)."""
    if not actor.may(Permission.MATCH_EDIT, young_person):
        return []
    ending = last_ending_of(young_person)
    if ending is None or is_own(ending.match, actor.user):
        return []
    wish = young_person.still_wants_mentor_on
    context = {
        "ending": ending,
        "scheme": young_person.scheme,
        "name": young_person.first_name,
        "needs_review": needs_review(ending.planned),
        "asks_again": bool(wish and wish > ending.match.ended_on),
    }
    return [Card("How the last match ended", "matching/endings/last_ending_panel.html", context)]
