"""Rules about the plan (reminders.md: policy or document review, scheme step or action due)."""

from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.timezone import localdate

from mentoring.notices.escalation import Rung, rungs_reached
from mentoring.notices.rules import Due, key_of, rule
from schemes.people.holders import Holders
from schemes.planning.queries import actions_due, policies_due, steps_due


def dues(record, due_on: date, at: datetime, owner_id, number: int, before: int, holders: Holders) -> list[Due]:
    """The owner so many days before and the day after; the co-ordinator at a week, the manager at two."""
    scheme = record.scheme
    path = reverse("schemes:step_show", kwargs={"scheme": scheme.slug, "number": number})
    co_ordinators, managers = (tuple(holders.of(scheme.pk, role)) for role in ("coordinator", "manager"))
    rungs = [
        Rung(-before, "", (owner_id,) if owner_id else co_ordinators, path),
        Rung(1, "overdue", (owner_id,) if owner_id else co_ordinators, path),
        Rung(7, "co-ordinator", co_ordinators, path),
        Rung(14, "manager", managers, path),
    ]
    return [
        Due(key_of(record), due_on, person, rung.path, step=rung.step, scheme_key=str(scheme.pk))
        for person, rung in rungs_reached(due_on, localdate(at), rungs)
    ]


@rule("A part of the manual is to be looked at again.")
def policy_review(at):
    """30 days before, and when it is overdue."""
    holders, until = Holders(), localdate(at) + timedelta(days=30)
    return [
        due
        for policy in policies_due(until)
        for due in dues(policy, policy.review_on, at, policy.owner_id, 7, 30, holders)
    ]


@rule("Something in the plan is due.")
def action_due(at):
    """Seven days before, and when it is overdue."""
    holders, until = Holders(), localdate(at) + timedelta(days=7)
    return [
        due for action in actions_due(until) for due in dues(action, action.due_on, at, action.owner_id, 4, 7, holders)
    ]


@rule("A step of the scheme is due.")
def step_due(at):
    """Seven days before, and when it is overdue."""
    holders, until = Holders(), localdate(at) + timedelta(days=7)
    return [
        due for step in steps_due(until) for due in dues(step, step.due_on, at, step.owner_id, step.number, 7, holders)
    ]
