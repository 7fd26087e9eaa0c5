"""Reads about concerns. What leaves this room is a yes or no, or a count: never a reason."""

from django.db.models import Q

from mentoring.accounts.models import User
from safeguarding.concerns.models import Concern, ConcernSubject, Hold
from schemes.people.models import Membership
from schemes.people.permissions import STAFF, Role


def concern_readers(concern) -> list[User]:
    """The leads who can read it: live leads of its scheme, less those it is about. Ordered by name."""
    return list(
        User.objects.filter(
            Q(memberships__scheme_id=concern.scheme_id, memberships__role=Role.LEAD),
            memberships__ended_at__isnull=True,
            is_active=True,
        )
        .exclude(pk__in=subject_users(concern))
        .distinct()
        .order_by("name")
    )


def subject_users(concern) -> set:
    """Keys of the accounts a concern is about."""
    rows = ConcernSubject.objects.filter(concern=concern)
    keys = rows.values_list("user_id", "volunteer__user_id", "young_person__user_id")
    return {key for row in keys for key in row if key}


def people_at_work(scheme) -> list[User]:
    """Who works for the scheme: the names offered when a concern may be about one of them."""
    staff = Membership.objects.filter(scheme=scheme, role__in=STAFF, ended_at__isnull=True)
    return list(User.objects.filter(pk__in=staff.values("user")).order_by("name"))


def concerns_unacknowledged(at):
    """Concerns whose clock ran out by the instant `at` and that no lead has acknowledged. For the reminder rule, which
    tells `concern_readers` of each and nobody else."""
    return Concern.objects.filter(state=Concern.State.RAISED, acknowledge_by__lte=at).select_related("scheme")


def has_open_hold(volunteer) -> bool:
    """Is this mentor held back from introductions? Why stays in this room."""
    return Hold.objects.open().filter(volunteer=volunteer).exists()


def holds(scheme=None):
    """Keys of volunteers with an open hold, as a queryset to filter with."""
    found = Hold.objects.open()
    return (found.filter(scheme=scheme) if scheme else found).values("volunteer")
