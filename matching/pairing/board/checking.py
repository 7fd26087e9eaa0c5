"""Several pairs ticked on the board: who they are, and what the gate says of each before they are proposed."""

from collections.abc import Iterable
from datetime import date

from matching.pairing.board.filters import key_or_none
from matching.pairing.facts import Facts
from matching.pairing.looks import Look, look_at
from schemes.people.models import Volunteer, YoungPerson

#: More than this is not looked at carefully any more.
AT_ONCE = 20


def ticked_looks(actor, scheme, ticked: Iterable[str], today: date) -> list[Look]:
    """Each pair ticked ("young person:mentor", their keys), looked at: twenty at most. What is no pair is left out."""
    keys = [tuple(map(key_or_none, pair.split(":", 1))) for pair in dict.fromkeys(ticked) if ":" in pair]
    keys = [pair for pair in keys if all(pair)][:AT_ONCE]
    people = _by_key(YoungPerson.objects.visible_to(actor).filter(scheme=scheme, pk__in=[one for one, _ in keys]))
    others = Volunteer.objects.visible_to(actor).exclude(user=actor.user)  # the gate would tell them of a hold
    mentors = _by_key(others.filter(scheme=scheme, pk__in=[one for _, one in keys]))
    facts = Facts(scheme, mentors.values(), people.values(), today)
    return [look_at(facts, mentors[two], people[one]) for one, two in keys if one in people and two in mentors]


def _by_key(rows) -> dict:
    return {str(row.pk): row for row in rows}
