"""The goals' card on the page of a match."""

from matching.pairing.states import TOGETHER
from matching.relationships.goals.attainment import attainment_words
from matching.relationships.goals.queries import attainment_of, goals_chosen, goals_offered, goals_with_ratings
from mentoring.home.cards import Card
from schemes.people.permissions import Permission


def match_panels(match, actor) -> list[Card]:
    goals = goals_with_ratings(match)
    if match.state not in TOGETHER and not goals:
        return []
    chosen = goals_chosen(goals)
    attained = attainment_of(chosen)
    context = {
        "match": match,
        "goals": chosen,
        "attained": {"score": round(attained[0]), "number": attained[1], "words": attainment_words(attained[0])}
        if attained
        else None,
        "ideas": goals_offered(goals),
        "may_add": actor.may(Permission.MATCH_EDIT, match) and match.state in TOGETHER and match.state != "ending",
    }
    return [Card("Goals", "matching/relationships/goals/goal_panel.html", context, "main")]
