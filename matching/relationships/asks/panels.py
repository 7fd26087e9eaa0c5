"""What the young person asked for, on the page of a match: for co-ordinators."""

from matching.relationships.asks.models import Ask
from mentoring.home.cards import Card

SHOWN = 5


def match_panels(match, actor) -> list[Card]:
    asks = Ask.objects.visible_to(actor).filter(match=match, taken_back_at__isnull=True).select_related("answered_by")
    if not (asks := list(asks[:SHOWN])):
        return []
    waits = any(ask.is_open for ask in asks)
    context = {"match": match, "asks": asks, "tone": "warn" if waits else ""}
    title, template = f"What {match.young_person.first_name} asked for", "matching/relationships/asks/ask_panel.html"
    return [Card(title, template, context, column="main" if waits else "side")]
