"""Who hears of a complaint, as the outbox takes it: a bell without words, to a page that asks for sign-in."""

from django.urls import reverse
from django.utils import timezone

from mentoring.notices.actions import notices_queue
from mentoring.notices.escalation import Rung, rungs_reached
from mentoring.notices.rules import Due, key_of, rule_named
from safeguarding.complaints.handlers import Handlers

AT_ONCE, SOON, OVERDUE = -365, -2, 1  # days from the day it is due


def waiting_dues(complaints, today) -> list[Due]:
    """Of all of them, with as many questions as of one."""
    handlers = Handlers(complaints, today)
    return [due for complaint in complaints for due in _waiting_dues(complaint, handlers)]


def _waiting_dues(complaint, handlers) -> list[Due]:
    """Those whose turn it is, at once or shortly before the day; all who may see to it, managers too, once it is late.

    Nobody it is about is among them, late or not.
    """
    people, path = tuple(user.pk for user in handlers.whose_turn(complaint)), page_of(complaint)
    first = Rung(AT_ONCE, "new", people, path) if complaint.is_unread else Rung(SOON, "soon", people, path)
    rungs = [first, Rung(OVERDUE, "late", people, path)]
    return [
        due(complaint, person, rung.path, on=complaint.due_on, step=rung.step)
        for person, rung in rungs_reached(complaint.due_on, handlers.today, rungs)
    ]


def step_due(step) -> Due:
    """Whoever complained hears that somebody has it, or answered."""
    complaint = step.complaint
    path, day = own_page_of(complaint), timezone.localdate(step.created_at)
    return due(complaint, complaint.made_by_id, path, on=day, step=step.to_state)


def due(complaint, person, path, *, on, step) -> Due:
    return Due(key_of(complaint), on, person, path, step=step, scheme_key=str(complaint.scheme_id))


def waiting_tell(*, complaint) -> None:
    """At once, in the transaction of what happened; the same rule finds it again should the worker have slept."""
    dues = waiting_dues([complaint], timezone.localdate())
    notices_queue(rule=rule_named("complaint_waiting"), dues=dues, at=timezone.now())


def step_tell(*, step) -> None:
    notices_queue(rule=rule_named("complaint_step"), dues=[step_due(step)], at=timezone.now())


def page_of(complaint) -> str:
    return reverse("safeguarding:complaint_show", args=[complaint.scheme.slug, complaint.pk])


def own_page_of(complaint) -> str:
    return reverse("safeguarding:complaint_own", args=[complaint.pk])
