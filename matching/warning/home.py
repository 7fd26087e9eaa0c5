"""Matches that show signs, on the first page of staff: looked up once the page is there, which does not wait for it."""

from mentoring.home.cards import Card
from schemes.people.permissions import Permission


def cards(actor) -> list[Card]:
    """One for each scheme in which this person reads matches."""
    schemes = actor.schemes_of(actor.schemes_for(Permission.MATCH_READ))
    title = "Signs to look at"
    return [
        Card(
            title if len(schemes) == 1 else f"{title}: {scheme}",
            "matching/warning/signs_card.html",
            {"scheme": scheme},
            column="main",
        )
        for scheme in schemes
    ]
