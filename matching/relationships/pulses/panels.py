"""How it is going, on the page of a match: for those whom the young person told (R11)."""

from django.utils import timezone

from matching.relationships.pulses.models import Pulse
from matching.relationships.pulses.queries import pulse_chart
from matching.relationships.pulses.rules import finding
from mentoring.home.cards import Card


def match_panels(match, actor) -> list[Card]:
    """Nothing where nothing was said: nobody owes an answer, and that somebody skips is not told."""
    pulses = [pulse for pulse in Pulse.objects.visible_to(actor).filter(match=match) if pulse.answers]
    if not pulses:
        return []
    name, latest = match.young_person.first_name, pulses[-1]
    title = finding(name, [pulse.answers for pulse in pulses])
    context = {
        "match": match,
        "name": name,
        "number": len(pulses),
        "latest": latest,
        "waits": latest.is_low and not latest.followed_up_at,
        "worded": [pulse for pulse in reversed(pulses) if pulse.words][:3],
        "chart": pulse_chart(title, pulses, timezone.localdate()),
    }
    return [Card(f"How it is going, as {name} says", "matching/relationships/pulses/pulse_panel.html", context)]
