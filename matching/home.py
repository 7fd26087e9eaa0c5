"""Matching's share of everybody's first page, part by part."""

from matching.endings import home as endings
from matching.pairing import home as pairing
from matching.pairing.models import Match
from matching.pairing.queries import people_waiting
from matching.relationships import home as relationships
from matching.supervision import home as supervision
from matching.waiting import home as waiting
from mentoring.home.cards import Card
from schemes.people.permissions import Permission
from schemes.planning.models import Scheme


def today_rows(actor, today) -> list:
    at = relationships.end_of(today)
    supervised = supervision.today_rows(actor, at)
    return [
        *pairing.today_rows(actor, today),
        *endings.today_rows(actor, today),
        *relationships.today_rows(actor, today),
        *supervised,
        *waiting.today_rows(actor, today),
    ]


def cards(actor, today) -> list[Card]:
    """How many are together and how many wait, and pairs to keep an eye on."""
    return [*_numbers(actor), *relationships.cards(actor, today)]


def _numbers(actor) -> list[Card]:
    schemes = Scheme.objects.filter(pk__in=actor.schemes_for(Permission.MATCH_EDIT))
    return [
        Card(
            "This scheme" if len(schemes) == 1 else str(scheme),
            "matching/pairing/scheme_card.html",
            {
                "together": Match.objects.together().filter(scheme=scheme).count(),
                "waiting": people_waiting(scheme).count(),
                "training": scheme.volunteers.filter(state="training").count(),
                "scheme": scheme,
            },
        )
        for scheme in schemes
    ]
