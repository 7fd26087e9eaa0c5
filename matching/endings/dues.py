"""Who is told about a match, rung by rung: holders of a role, but never one of the two."""

from collections.abc import Iterable
from datetime import date, datetime

from django.urls import reverse
from django.utils.timezone import localdate

from mentoring.notices.escalation import Rung, rungs_reached
from mentoring.notices.rules import Due, key_of
from schemes.people.holders import Holders

#: Managers do not read matches, so they are led to their own first page.
OWN_PAGE = "/"


def match_dues(row, match, due_on: date, at: datetime, steps: Iterable[tuple[int, str]], holders: Holders) -> list[Due]:
    """What is due about `row`, which is of this match. `steps`: (days after, role); co-ordinators hear without a step's
    name, everybody else under the name of their role."""
    two = {match.volunteer.user_id, match.young_person.user_id}
    page = reverse("matching:match_show", args=[match.scheme.slug, match.pk])
    rungs = [
        Rung(
            days,
            "" if role == "coordinator" else role,
            tuple(user for user in holders.of(match.scheme_id, role) if user not in two),
            OWN_PAGE if role == "manager" else page,
        )
        for days, role in steps
    ]
    return [
        Due(key_of(row), due_on, person, rung.path, step=rung.step, scheme_key=str(match.scheme_id))
        for person, rung in rungs_reached(due_on, localdate(at), rungs)
    ]
