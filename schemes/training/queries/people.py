"""Whose names somebody may see in training: a trainer those on own courses only (roles.md)."""

from django.db.models import Q

from schemes.people.models import Volunteer
from schemes.people.permissions import Permission, Role
from schemes.training.models.sessions import taught_by


def reviewable(actor, scheme):
    """Volunteers whose suitability this person may look at: whoever reads people all; a supervisor their own; a
    trainer those they taught. Nobody looks at their own."""
    inside = Volunteer.objects.filter(scheme=scheme).exclude(user=actor.user).select_related("scheme")
    if actor.may(Permission.PEOPLE_READ, scheme):
        return inside
    if not actor.may(Permission.SUITABILITY_REVIEW, scheme):
        return inside.none()
    supervised = Q(supervisor=actor.user, scheme_id__in=actor.schemes_with(Role.SUPERVISOR))
    taught = taught_by(actor.user, "attendances__session__") & Q(scheme_id__in=actor.schemes_with(Role.TRAINER))
    return inside.filter(supervised | taught).distinct()


def trainers(scheme):
    """People who may teach a session here."""
    held = scheme.memberships.filter(ended_at__isnull=True, role__in=[Role.TRAINER, Role.COORDINATOR])
    return {membership.user.pk: membership.user for membership in held.select_related("user")}
