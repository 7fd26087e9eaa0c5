"""Two people who are together and turn out to know each other: never left lying (lifecycle.md)."""

from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate

from matching.endings.queries import conflicts_to_decide
from mentoring.notices.escalation import Rung, rungs_reached
from mentoring.notices.rules import Due, key_of, rule
from schemes.people.holders import Holders


@rule("Something about two people has to be decided today.")
def conflict_undecided(at: datetime):
    """At once to the co-ordinators, but for one it is about; the lead the day after, the manager after three days."""
    holders = Holders()
    return [due for match in conflicts_to_decide() for due in _dues(match, at, holders)]


def _dues(match, at, holders) -> list[Due]:
    due_on, two = localdate(match.said_at), {match.volunteer.user_id, match.young_person.user_id}
    path = reverse("matching:match_show", args=[match.scheme.slug, match.pk])
    rungs = [
        Rung(days, step, tuple(user for user in holders.of(match.scheme_id, role) if user not in two), where)
        for days, step, role, where in (
            (0, "", "coordinator", path), (1, "lead", "lead", path), (3, "manager", "manager", "/"),
        )
    ]  # fmt: skip
    return [
        Due(key_of(match), due_on, person, rung.path, step=rung.step, scheme_key=str(match.scheme_id))
        for person, rung in rungs_reached(due_on, localdate(at), rungs)
    ]
