"""Messages on the page of a match: how many, and the way to read them with a reason."""

from matching.relationships.agreements.queries import agreement_in_force
from matching.relationships.sides import side_of
from mentoring.home.cards import Card
from schemes.people.permissions import Permission


def match_panels(match, actor) -> list[Card]:
    """For those who check messages, where the two write here or did; not for one of the two."""
    if side_of(match, actor.user) or not actor.may(Permission.MESSAGES_CHECK, match):
        return []
    number, agreement = match.messages.count(), agreement_in_force(match)
    writes = bool(agreement and agreement.writes_here)
    if not number and not writes:
        return []
    waiting = list(match.messages.waiting())
    context = {"match": match, "number": number, "waiting": waiting, "writes": writes}
    return [Card("What they write here", "matching/relationships/messages/message_panel.html", context)]
