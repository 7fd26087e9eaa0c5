"""What somebody wishes for, on their record, for those who look for a match."""

from django.urls import reverse

from matching.pairing.wishes.queries import wishes_said
from mentoring.home.cards import Card
from schemes.people.models import YoungPerson
from schemes.people.permissions import Permission

PANEL = "matching/pairing/wishes_panel.html"


def wishes_panel(person, actor) -> list[Card]:
    if not actor.may(Permission.MATCH_EDIT, person):
        return []
    side = "mentee" if isinstance(person, YoungPerson) else "mentor"
    context = {
        "said": [(short, words) for _, short, words in wishes_said(person)],
        "url": reverse(f"matching:{side}_wishes_write", args=[person.scheme.slug, person.pk]),
    }
    return [Card("What they would like" if side == "mentee" else "What they offer", PANEL, context)]
