"""Who hears of a request, as the outbox takes it: a bell without words, to a page that asks for sign-in."""

from django.urls import reverse
from django.utils import timezone

from mentoring.notices.actions import notices_queue
from mentoring.notices.escalation import Rung, rungs_reached
from mentoring.notices.rules import Due, key_of, rule_named
from safeguarding.records.models import AccessRequest
from safeguarding.records.queries import answerers_of, due_on, pause_of, requests_open, steps_lately

AT_ONCE, SOON, OVERDUE = -365, -7, 1  # days from the day it is due


def waiting_dues(request, today) -> list[Due]:
    """Those who may answer: at once, a week before, and once it is late. Nobody while the clock stands still."""
    if request.state == AccessRequest.State.ASKED and pause_of(request):
        return []
    people = tuple(user.pk for user in answerers_of(request) if user.pk != request.checked_by_id)
    day, path = due_on(request, today), reverse("safeguarding:access_show", args=[request.scheme.slug, request.pk])
    rungs = [Rung(days, f"{step} {request.state}", people, path) for days, step in ((AT_ONCE, "new"), (SOON, "soon"))]
    rungs.append(Rung(OVERDUE, "late", people, path))
    return [
        Due(key_of(request), request.asked_on, person, rung.path, step=rung.step, scheme_key=str(request.scheme_id))
        for person, rung in rungs_reached(day, today, rungs)
    ]


def requests_waiting_dues(today) -> list[Due]:
    return [due for request in requests_open() for due in waiting_dues(request, today)]


def waiting_tell(*, request) -> None:
    """At once, in the transaction of what happened; the same rule finds it again should the worker have slept."""
    dues = waiting_dues(request, timezone.localdate())
    notices_queue(rule=rule_named("access_waiting"), dues=dues, at=timezone.now())


def step_due(row, step: str, day) -> list[Due]:
    """The person hears that something happened; somebody without an account is written to by staff."""
    if not row.user_id:
        return []
    path = reverse("safeguarding:record_mine")
    return [Due(key_of(row), day, row.user_id, path, step=step, scheme_key=str(row.scheme_id))]


def steps_dues(at) -> list[Due]:
    """What happened in the last fortnight and still is so."""
    return [due for row, step, day in steps_lately(at) for due in step_due(row, step, day)]


def step_tell(*, row, step: str) -> None:
    dues = step_due(row, step, timezone.localdate())
    notices_queue(rule=rule_named("access_step"), dues=dues, at=timezone.now())
