"""The first page of those whose part in a scheme is small: a practice educator, an advisory member (roles.md).

They see none of its people. What they need is what they may do, what binds them, and whom they can ask.
"""

from mentoring.home.cards import Card
from schemes.people.models import Membership
from schemes.people.permissions import Role
from schemes.planning.queries import policies_to_read

#: Role → what somebody sees by it, in a sentence or two.
PARTS = {
    Role.EDUCATOR: (
        "As a practice educator you see your own students, and none of the young people or mentors. None of your "
        "students takes part here at the moment."
    ),
    Role.ADVISOR: "As an advisory member you read the papers and minutes that the scheme has published to you.",
}


def cards(actor, today) -> list[Card]:
    """A card for each scheme in which this is all somebody does."""
    found = []
    for scheme in actor.schemes_of(actor.schemes_with(*PARTS)):
        parts = [words for role, words in PARTS.items() if role in actor.roles[scheme.pk]]
        if set(actor.roles[scheme.pk]) <= set(PARTS):
            found.append(_card(actor.within(scheme), scheme, parts))
    return found


def _card(actor, scheme, parts: list[str]) -> Card:
    live = Membership.objects.filter(scheme=scheme, role=Role.COORDINATOR, ended_at=None, user__is_active=True)
    context = {
        "scheme": scheme,
        "parts": parts,
        "co_ordinators": [member.user.name for member in live.select_related("user").order_by("user__name")],
        "unread": sum(not is_read for _, is_read in policies_to_read(actor)),
        "has_papers": Role.ADVISOR in actor.roles[scheme.pk],
    }
    return Card(scheme.name, "schemes/people/small_part_card.html", context, column="main")
