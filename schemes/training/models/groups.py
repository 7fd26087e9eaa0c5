"""The peer support group (P6): sessions, and who came. Whoever is trained may stay for as long as they like."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from mentoring.records import Record
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission, Role
from schemes.planning.models import PlanItem


class GroupSessionQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(scheme_id__in=actor.schemes_for(Permission.SUPERVISION_READ))


class GroupSession(PlanItem):
    """The group meets: when, where, what about (no names)."""

    starts_at = models.DateTimeField("when")
    place = models.CharField(max_length=120)
    about = models.CharField("what it is about", max_length=300, blank=True)
    led_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = GroupSessionQuerySet.as_manager()

    class Meta(PlanItem.Meta):
        ordering = ["-starts_at"]

    class DataProtection:
        personal = ("led_by",)
        sensitive = ()
        ordinary = ("scheme", "starts_at", "place", "about")


class GroupPlaceQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Whoever reads people; a supervisor of own mentors; oneself."""
        return self.filter(
            Q(session__scheme_id__in=actor.schemes_for(Permission.PEOPLE_READ))
            | Q(volunteer__supervisor=actor.user, session__scheme_id__in=actor.schemes_with(Role.SUPERVISOR))
            | Q(volunteer__user=actor.user)
        )


class GroupPlace(Record):
    """Somebody came to the group, or did not."""

    session = models.ForeignKey(GroupSession, on_delete=models.CASCADE, related_name="group_places")
    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="group_places")
    came = models.BooleanField(default=False)

    objects = GroupPlaceQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "volunteer"], name="schemes_groupplace_one_each")]

    class DataProtection:
        personal = ("volunteer",)
        sensitive = ()
        ordinary = ("session", "came")
