"""What comes after an ending, on the page of a match."""

from django.utils import timezone

from matching.endings.afterwards.queries import endings_taken_back, follow_up_of, may_reopen
from matching.endings.afterwards.rules import reopens_until
from matching.endings.pages import is_own
from matching.pairing.models import Match
from mentoring.home.cards import Card
from schemes.people.permissions import Permission

FOLDER = "matching/endings/afterwards/"


def match_panels(match, actor) -> list[Card]:
    """Three months on, for a match that has ended; endings that were taken back, for one that goes on."""
    own = is_own(match, actor.user)
    may_edit = actor.may(Permission.MATCH_EDIT, match) and not own
    reads_words = actor.may(Permission.PEOPLE_READ, match) and not own
    cards, back = [], list(endings_taken_back(match))
    if match.state == Match.State.ENDED:
        again = may_reopen(match, timezone.localdate()) and may_edit
        context = {
            "match": match,
            "follow_up": follow_up_of(match),
            "until": reopens_until(match.ended_on) if again else None,
            "may_edit": may_edit,
            "reads_words": reads_words,
        }
        cards.append(Card("Afterwards", f"{FOLDER}follow_up_panel.html", context))
    if back and reads_words:
        cards.append(Card("It had ended before", f"{FOLDER}taken_back_panel.html", {"endings": back}))
    return cards
