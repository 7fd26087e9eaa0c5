"""Somebody who waits hears from the scheme every four weeks, even when there is no news."""

from django.urls import reverse
from django.utils.timezone import localdate

from matching.waiting.queries import contacts_due
from mentoring.notices.escalation import Rung, rungs_reached
from mentoring.notices.rules import Due, key_of, rule
from schemes.people.holders import Holders
from schemes.people.queries import running_schemes
from schemes.planning.models import Scheme

MANAGER_AFTER_DAYS = 14


@rule("Somebody who waits has not heard from us for a while.")
def progress_contact(at):
    """The co-ordinators on the day, the managers two weeks later; a manager may not open the record."""
    holders, today = Holders(), localdate(at)
    return [
        due
        for scheme in Scheme.objects.filter(pk__in=running_schemes())
        for person, day in contacts_due(scheme, today)
        for due in _dues(scheme, person, day, today, holders)
    ]


def _dues(scheme, person, day, today, holders) -> list[Due]:
    co_ordinators, managers = (tuple(holders.of(scheme.pk, role)) for role in ("coordinator", "manager"))
    path = reverse("schemes:contact_record", args=[scheme.slug, person.pk])
    rungs = [Rung(0, "", co_ordinators, path), Rung(MANAGER_AFTER_DAYS, "manager", managers, "/")]
    return [
        Due(key_of(person), day, user_id, rung.path, step=rung.step, scheme_key=str(scheme.pk))
        for user_id, rung in rungs_reached(day, today, rungs)
    ]
