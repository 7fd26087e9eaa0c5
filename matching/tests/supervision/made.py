"""Supervisions that the tests begin with, planned by the action."""

from datetime import timedelta

from django.utils import timezone

from matching.supervision import actions


def planned(world, *volunteers, by=None, **when):
    """One for each of these mentors, so long from now; more than one come as a group. The first row."""
    at = timezone.now() + timedelta(**when)
    people = volunteers or (world.volunteer,)
    return actions.supervision_plan(
        volunteers=people, supervisor=world.supervisor, planned_at=at, by=by or world.supervisor
    )[0]


def recorded(world, supervision, outcome="held", by=None, **said):
    return actions.supervision_record(
        supervision=supervision, outcome=outcome, notes=said.pop("notes", {}), by=by or world.supervisor, **said
    )
