"""Who hears that somebody asks to be forgotten: a bell without words, to a page that asks for sign-in."""

from django.urls import reverse
from django.utils import timezone

from mentoring.notices.actions import notices_queue
from mentoring.notices.escalation import Rung, rungs_reached
from mentoring.notices.rules import Due, key_of, rule_named
from safeguarding.erasure.models import LegalHold
from safeguarding.erasure.queries import due_on, erasures_open, people_due
from safeguarding.records.queries import answerers, answerers_of
from safeguarding.records.telling import AT_ONCE, OVERDUE, SOON
from schemes.planning.models import Scheme


def waiting_dues(erasure, today) -> list[Due]:
    """Those who may answer, less whoever decided: at once, a week before, and once it is late."""
    people = tuple(user.pk for user in answerers_of(erasure) if user.pk != erasure.decided_by_id)
    path = reverse("safeguarding:erasure_show", args=[erasure.scheme.slug, erasure.pk])
    steps = ((AT_ONCE, f"new {erasure.state}"), (SOON, f"soon {erasure.state}"), (OVERDUE, "late"))
    rungs = [Rung(days, step, people, path) for days, step in steps]
    return [
        Due(key_of(erasure), erasure.asked_on, person, rung.path, step=rung.step, scheme_key=str(erasure.scheme_id))
        for person, rung in rungs_reached(due_on(erasure), today, rungs)
    ]


def erasures_waiting_dues(today) -> list[Due]:
    return [due for erasure in erasures_open() for due in waiting_dues(erasure, today)]


def waiting_tell(*, erasure) -> None:
    """At once, in the transaction of what happened; the same rule finds it again should the worker have slept."""
    dues = waiting_dues(erasure, timezone.localdate())
    notices_queue(rule=rule_named("erasure_waiting"), dues=dues, at=timezone.now())


def look_again_dues(today) -> list[Due]:
    """Holds whose day has come, and once a month records whose time is over: to those who answer for the scheme."""
    dues = []
    for hold in LegalHold.objects.open().filter(review_on__lte=today).select_related("scheme"):
        path = reverse("safeguarding:erasure_list", args=[hold.scheme.slug])
        dues += [
            Due(key_of(hold), hold.review_on, user.pk, path, scheme_key=str(hold.scheme_id))
            for user in answerers_of(hold)
        ]
    for scheme in Scheme.objects.all():
        if people_due(scheme, today):
            path = reverse("safeguarding:erasure_list", args=[scheme.slug])
            month = today.replace(day=1)
            dues += [Due(key_of(scheme), month, user.pk, path, scheme_key=str(scheme.pk)) for user in answerers(scheme)]
    return dues
