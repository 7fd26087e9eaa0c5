"""How it will end, on the page of a match."""

from matching.endings.pages import is_own
from matching.endings.planning.queries import agreed_end_of, plan_of
from matching.pairing.states import TOGETHER
from mentoring.home.cards import Card
from schemes.people.permissions import Permission


def match_panels(match, actor) -> list[Card]:
    """The day agreed on and the plan, while two are together."""
    if match.state not in TOGETHER:
        return []
    own = is_own(match, actor.user)
    context = {
        "match": match,
        "agreed": agreed_end_of(match),
        "plan": plan_of(match),
        "is_own": own,
        "may_edit": actor.may(Permission.MATCH_EDIT, match) and not own,
    }
    return [Card("How it will end", "matching/endings/planning/ending_plan_panel.html", context)]
