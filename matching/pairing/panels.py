"""The card of matches on a volunteer's and on a young person's record."""

from urllib.parse import urlencode

from django.urls import reverse

from matching.pairing.models import Match
from matching.pairing.states import ON_THE_WAY, TOGETHER
from mentoring.home.cards import Card
from schemes.people.permissions import Permission


def volunteer_panels(volunteer, actor) -> list[Card]:
    """With whom they are or were matched; a mentor is chosen for somebody on the board."""
    return _panel("With whom", actor, volunteer, "pick", volunteer=volunteer)


def young_person_panels(young_person, actor) -> list[Card]:
    cards = _panel("Their mentor", actor, young_person, "who", young_person=young_person)
    if cards and cards[0].context["may_propose"] and young_person.state == young_person.State.WAITING:
        url = reverse("matching:why_nobody_show", args=[young_person.scheme.slug, young_person.pk])
        cards[0].context["why_url"] = "" if _spoken_for(cards[0].context["matches"]) else url
    return cards


def _spoken_for(matches) -> bool:
    return any(match.state in (*ON_THE_WAY, *TOGETHER) for match in matches)


def _panel(title, actor, person, on_the_board, **of) -> list[Card]:
    if not actor.may(Permission.MATCH_READ, person):
        return []
    rows = Match.objects.visible_to(actor).filter(scheme=person.scheme_id, **of)
    context = {
        "matches": list(rows.select_related("volunteer", "young_person", "scheme")[:10]),
        "scheme": person.scheme,
        "may_propose": actor.may(Permission.MATCH_EDIT, person),
        "board": urlencode({on_the_board: person.pk}),
        "by_hand": urlencode(dict.fromkeys(of, person.pk)),
    }
    return [Card(title, "matching/pairing/matches_panel.html", context)]
