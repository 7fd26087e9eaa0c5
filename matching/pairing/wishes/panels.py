"""What somebody wishes for, on their record, for those who look for a match."""

from django.urls import reverse
from django.utils import timezone

from matching.pairing.profiles import preview_of
from matching.pairing.queries import profile_of
from matching.pairing.wishes.queries import wishes_said
from mentoring.home.cards import Card
from schemes.people.models import YoungPerson
from schemes.people.permissions import Permission

PANEL = "matching/pairing/wishes_panel.html"
SHOWN_PANEL = "matching/pairing/shown_panel.html"


def match_panels(match, actor) -> list[Card]:
    """Before a profile is shown for the first time: what would be read, and whether the mentor said yes to it."""
    if match.state != match.State.PROPOSED or not actor.may(Permission.MATCH_EDIT, match):
        return []
    profile = profile_of(match.volunteer)
    preview = preview_of(match.volunteer, profile, timezone.localdate())
    context = {
        "match": match,
        "shown": preview.words,
        "agreed_at": preview.agreed_at,
        "asked_at": profile.preview_asked_at if profile else None,
    }
    return [Card(f"What {match.young_person.first_name} would read", SHOWN_PANEL, context, column="main")]


def wishes_panel(person, actor) -> list[Card]:
    if not actor.may(Permission.MATCH_EDIT, person):
        return []
    side = "mentee" if isinstance(person, YoungPerson) else "mentor"
    context = {
        "said": [(short, words) for _, short, words in wishes_said(person)],
        "url": reverse(f"matching:{side}_wishes_write", args=[person.scheme.slug, person.pk]),
    }
    return [Card("What they would like" if side == "mentee" else "What they offer", PANEL, context)]
