"""Matching's share of everybody's first page, part by part."""

from matching.cover import home as cover
from matching.endings import home as endings
from matching.expenses import home as expenses
from matching.pairing import home as pairing
from matching.pairing.queries import scheme_numbers
from matching.relationships import home as relationships
from matching.supervision import home as supervision
from matching.support import home as support
from matching.waiting import home as waiting
from matching.warning import home as warning
from mentoring.home.cards import Card
from schemes.people.permissions import Permission


def today_rows(actor, today) -> list:
    at = relationships.end_of(today)
    supervised = supervision.today_rows(actor, at)
    return [
        *pairing.today_rows(actor, today),
        *endings.today_rows(actor, today),
        *relationships.today_rows(actor, today),
        *cover.today_rows(actor, today),
        *supervised,
        *support.today_rows(actor, at),
        *waiting.today_rows(actor, today),
        *expenses.today_rows(actor, today),
    ]


def cards(actor, today) -> list[Card]:
    """How many are together and how many wait, and matches that show signs."""
    return [*_numbers(actor), *warning.cards(actor)]


def _numbers(actor) -> list[Card]:
    schemes = actor.schemes_of(actor.schemes_for(Permission.MATCH_EDIT))
    return [
        Card(
            "This scheme" if len(schemes) == 1 else str(scheme),
            "matching/pairing/scheme_card.html",
            {**scheme_numbers(scheme), "scheme": scheme},
        )
        for scheme in schemes
    ]
