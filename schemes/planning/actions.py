"""Writes about the scheme and its plan (S1–S8)."""

import uuid

from django.db import transaction
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked, state_move
from schemes.people.actions import invitation_send, membership_grant
from schemes.people.permissions import Role
from schemes.planning.models import Need, Scheme, Step
from schemes.planning.steps import STEPS


@transaction.atomic
def scheme_start(*, name: str, slug: str, by, **fields) -> Scheme:
    """A new scheme in planning, with its seventeen steps; whoever starts it is its first manager."""
    scheme = _scheme_new(name=name, slug=slug, by=by, **fields)
    membership_grant(scheme=scheme, user=by, role=Role.MANAGER, by=by)
    return scheme


@transaction.atomic
def scheme_open(*, name: str, slug: str, nation: str, manager_name: str, manager_email: str, by) -> Scheme:
    """A new scheme set up by the site admin, who gets no role in it; its manager is invited."""
    scheme = _scheme_new(name=name, slug=slug, nation=nation, by=by)
    invitation_send(scheme=scheme, email=manager_email, name=manager_name, role=Role.MANAGER, by=by)
    return scheme


def _scheme_new(*, by, **fields) -> Scheme:
    scheme = Scheme.objects.create(**fields)
    scheme.state_changes.create(to_state=scheme.state, by=by)
    Step.objects.bulk_create(Step(scheme=scheme, number=number) for number in STEPS)
    Need.objects.create(scheme=scheme)
    audit_record(verb="scheme.started", subject=scheme, scheme=scheme, by=by)
    return scheme


def scheme_move(*, scheme, to: str, why: str = "", by) -> Scheme:
    """Take a scheme one lawful step on. (Closing for good is asked of `matching` first, by its own page.)"""
    return state_move(row=scheme, to=to, moves=Scheme.moves, changes="state_changes", why=why, by=by)


@transaction.atomic
def plan_item_save(*, item, by):
    """Add or change one thing of the plan; a new text of a policy or leaflet is a new version."""
    is_new = item._state.adding
    item.save()
    audit_record(
        verb=f"{item._meta.model_name}.{'added' if is_new else 'edited'}", subject=item, scheme=item.scheme, by=by
    )
    return item


@transaction.atomic
def plan_item_new_version(*, item, by):
    """A changed policy keeps its earlier version, with who read that one."""
    item.pk, item._state.adding = uuid.uuid4(), True
    item.version += 1
    return plan_item_save(item=item, by=by)


@transaction.atomic
def plan_item_remove(*, item, by) -> None:
    """Take one thing out of the plan; the trail keeps that it was there."""
    audit_record(verb=f"{item._meta.model_name}.removed", subject=item, scheme=item.scheme, by=by)
    item.delete()


@transaction.atomic
def step_edit(*, step, by) -> Step:
    """Owner, due date and notes of a step."""
    step.save(update_fields=["owner", "due_on", "notes"])
    audit_record(verb="step.edited", subject=step, scheme=step.scheme, details={"step": step.number}, by=by)
    return step


@transaction.atomic
def step_sign_off(*, step, missing: list[str], why: str, by) -> Step:
    """Sign a step off; with something missing only with a reason, which the evaluation report shows."""
    step = locked(step)
    if missing and not why.strip():
        raise Refused("Something is missing here. Say why you sign it off all the same.")
    step.signed_off_at, step.signed_off_by = timezone.now(), by
    step.signed_off_why, step.missing_at_sign_off = why, missing
    step.save()
    audit_record(
        verb="step.signed-off",
        subject=step,
        scheme=step.scheme,
        details={"step": step.number, "missing": len(missing)},
        by=by,
    )
    return step


@transaction.atomic
def step_reopen(*, step, by) -> Step:
    """Take a sign-off back."""
    step = locked(step)
    step.signed_off_at = step.signed_off_by = None
    step.signed_off_why, step.missing_at_sign_off = "", []
    step.save()
    audit_record(verb="step.reopened", subject=step, scheme=step.scheme, details={"step": step.number}, by=by)
    return step


@transaction.atomic
def need_save(*, need, by) -> Need:
    """The councils, the working and the decision of step 1."""
    need.save()
    audit_record(verb="need.edited", subject=need, scheme=need.scheme, by=by)
    return need


@transaction.atomic
def scheme_edit(*, scheme, by) -> Scheme:
    """The scheme's aim, rules and ways to reach it."""
    scheme.save()
    audit_record(verb="scheme.edited", subject=scheme, scheme=scheme, by=by)
    return scheme


@transaction.atomic
def policy_read(*, policy, by) -> None:
    """Somebody has read and understood this version (S7); twice is once."""
    reading, is_new = policy.readings.get_or_create(reader=by)
    if is_new:
        audit_record(verb="policy.read", subject=policy, scheme=policy.scheme, about=[by], by=by)
