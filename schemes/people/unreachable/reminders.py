"""What never arrives makes a task for a person (issue "Reminders": permanent failure)."""

from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate

from mentoring.notices.escalation import Rung, rungs_reached
from mentoring.notices.rules import Due, key_of, rule
from schemes.people.holders import Holders
from schemes.people.unreachable.queries import unreached

MANAGER_AFTER = 14


@rule("Our mail does not reach somebody. Ask them for another address.")
def person_unreachable(at: datetime):
    """The co-ordinators on the day, the managers a fortnight later; never whoever it is about."""
    holders = Holders()
    for found in unreached(at):
        person = found.person
        path = reverse(f"schemes:{found.stem}_show", args=[person.scheme.slug, person.pk])
        rungs = [
            Rung(0, "", tuple(holders.of(person.scheme_id, "coordinator")), path),
            Rung(MANAGER_AFTER, "manager", tuple(holders.of(person.scheme_id, "manager")), "/"),
        ]
        for told, rung in rungs_reached(found.since, localdate(at), rungs):
            if told != person.user_id:
                yield Due(key_of(person), found.since, told, rung.path, rung.step, str(person.scheme_id))
