"""Writes about the scheme and its plan (S1–S8)."""

from django.db import transaction

from mentoring.audit.actions import audit_record
from mentoring.transitions import state_move
from schemes.people.actions import membership_grant
from schemes.people.permissions import Role
from schemes.planning.models import Need, Scheme, Step

STEPS = range(1, 18)


@transaction.atomic
def scheme_start(*, name: str, slug: str, by, **fields) -> Scheme:
    """A new scheme in planning, with its seventeen steps and its first manager."""
    scheme = Scheme.objects.create(name=name, slug=slug, **fields)
    scheme.state_changes.create(to_state=scheme.state, by=by)
    Step.objects.bulk_create(Step(scheme=scheme, number=number) for number in STEPS)
    Need.objects.create(scheme=scheme)
    audit_record(verb="scheme.started", subject=scheme, scheme=scheme, by=by)
    membership_grant(scheme=scheme, user=by, role=Role.MANAGER, by=by)
    return scheme


def scheme_move(*, scheme, to: str, why: str = "", by) -> Scheme:
    """Take a scheme one lawful step on. (Closing for good is asked of `matching` first, by its own page.)"""
    return state_move(row=scheme, to=to, moves=Scheme.moves, changes="state_changes", why=why, by=by)
