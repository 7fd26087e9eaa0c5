"""Staff contact on the page of a match: when each side was last spoken with, when next, what was said lately (S14)."""

from matching.pairing.models import Match
from matching.pairing.states import TOGETHER
from matching.support.models import CheckIn, Debrief
from matching.support.queries import contacts_of, with_last_contacts
from mentoring.home.cards import Card
from schemes.people.permissions import Permission

LATELY = 3
SHOWN_WITH = ("spoken_by", "to_do_by", "match__volunteer", "match__young_person", "cover__volunteer")


def match_panels(match, actor) -> list[Card]:
    """Nothing for staff who are one of the two: what the other one says is not for them."""
    is_own = actor.user.pk in {match.volunteer.user_id, match.young_person.user_id}
    if is_own or match.introduced_on is None or not actor.may(Permission.SUPERVISION_READ, match):
        return []
    rows = CheckIn.objects.visible_to(actor).filter(match=match).select_related(*SHOWN_WITH)
    may_add = match.state in TOGETHER and actor.may(Permission.SUPERVISION_EDIT, match)
    context = {
        "match": match,
        "contacts": contacts_of(with_last_contacts(Match.objects.filter(pk=match.pk)).get()),
        "lately": list(rows[:LATELY]),
        "adds": sides_to_add(match, actor) if may_add else (),
        "may_do": may_add,
    }
    return [
        Card("Check-ins", "matching/support/check_ins_panel.html", context, column="main"),
        *_debriefs(match, actor),
    ]


def _debriefs(match, actor) -> list[Card]:
    said = (
        Debrief.objects.visible_to(actor).filter(session__match=match).select_related("session__with_cover__volunteer")
    )
    lately = list(said.order_by("-session__planned_at")[:LATELY])
    context = {"match": match, "debriefs": lately}
    return [Card("How sessions were for the mentor", "matching/support/debriefs_panel.html", context)] if lately else []


def sides_to_add(match, actor) -> tuple[str, ...]:
    """A co-ordinator speaks with both; a supervisor with their mentor."""
    return ("mentor", "mentee") if actor.may(Permission.MATCH_EDIT, match) else ("mentor",)
