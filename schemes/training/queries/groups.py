"""Reads about the peer support group (P6)."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from schemes.people.models import Volunteer
from schemes.training.models import GroupSession

#: Trained, and welcome in the group for as long as they like.
IN_THE_GROUP = ("group-only", "approved", "paused")


@dataclass(frozen=True)
class OwnGroup:
    """One record of somebody in the group: when it meets next, and how often they came."""

    volunteer: Volunteer
    ahead: list[GroupSession]
    came: int

    @property
    def is_group_only(self) -> bool:
        return self.volunteer.state == Volunteer.State.GROUP_ONLY


def group_sessions(actor, scheme):
    """Every time the group met or meets, newest first, with how many came."""
    came = Count("group_places", filter=Q(group_places__came=True))
    found = GroupSession.objects.visible_to(actor).filter(scheme=scheme).select_related("led_by")
    return found.annotate(came=came).order_by("-starts_at")


def group_members(actor, scheme):
    """Who may come, as far as this person may see names."""
    return Volunteer.objects.visible_to(actor).filter(scheme=scheme, state__in=IN_THE_GROUP).order_by("name", "pk")


def came_to(session) -> set:
    return set(session.group_places.filter(came=True).values_list("volunteer", flat=True))


def my_groups(user, at: datetime) -> list[OwnGroup]:
    records = Volunteer.objects.filter(user=user, state__in=IN_THE_GROUP).select_related("scheme", "supervisor")
    return [
        OwnGroup(
            volunteer=record,
            ahead=list(record.scheme.groupsessions.filter(starts_at__gte=at).order_by("starts_at")[:3]),
            came=record.group_places.filter(came=True).count(),
        )
        for record in records.order_by("created_at")
    ]
