"""Signs on the page of a match, above everything else: what they rest on, what to do, what was found out (R10)."""

from django.utils import timezone

from matching.relationships.pulses.models import Pulse
from matching.relationships.sides import side_of
from matching.warning.models import SignNote
from matching.warning.queries import watched_one
from mentoring.home.cards import Card
from schemes.people.permissions import Permission


def match_panels(match, actor) -> list[Card]:
    """Nothing where there is neither a sign nor a note; nothing for one of the two."""
    if match.introduced_on is None or side_of(match, actor.user) or not actor.may(Permission.MATCH_READ, match):
        return []
    row = watched_one(match, timezone.now(), Pulse.objects.visible_to(actor))
    notes = list(SignNote.objects.visible_to(actor).filter(match=match).select_related("by")[:5])
    if row is None and not notes:
        return []
    context = {
        "match": match,
        "row": row,
        "notes": notes,
        "may_note": bool(row) and actor.may(Permission.SUPERVISION_EDIT, match),
        "tone": row.colour if row else "",
    }
    return [Card("Signs to look at", "matching/warning/signs_panel.html", context, column="main", folds=row is None)]
