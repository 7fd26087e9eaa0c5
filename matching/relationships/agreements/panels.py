"""The agreement's card on the page of a match."""

from matching.relationships.agreements.queries import agreement_in_force, newest_agreement, signatures_of
from matching.relationships.sides import AGREEING
from mentoring.home.cards import Card
from schemes.people.permissions import Permission


def match_panels(match, actor) -> list[Card]:
    """Shown once both have said yes, and kept when the match has ended."""
    newest = newest_agreement(match)
    if newest is None and match.state not in AGREEING:
        return []
    waiting = bool(newest and not newest.is_signed)
    context = {
        "match": match,
        "agreement": newest,
        "signatures": signatures_of(newest, match) if newest else [],
        "in_force": agreement_in_force(match),
        "waiting": waiting,
        "may_edit": actor.may(Permission.MATCH_EDIT, match) and match.state in AGREEING,
        "tone": "warn" if waiting else "",
    }
    return [Card("The agreement", "matching/relationships/agreements/agreement_panel.html", context)]
