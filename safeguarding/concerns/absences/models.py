"""When a safeguarding lead is away, and who takes over meanwhile."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from mentoring.records import Record
from schemes.people.permissions import Role
from schemes.planning.models import Scheme


class LeadAbsenceQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Leads and managers of the scheme: whoever has to know who is there."""
        return self.filter(scheme_id__in=actor.schemes_with(Role.LEAD, Role.MANAGER))

    def on(self, day):
        """Those that count on that day."""
        return self.filter(ended_at__isnull=True, from_on__lte=day, to_on__gte=day)

    def coming(self, day):
        """Those that count on that day or later."""
        return self.filter(ended_at__isnull=True, to_on__gte=day)


class LeadAbsence(Record):
    """One lead is away for some days; the deputy leads too, and is told what the other would have been told."""

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="lead_absences")
    lead = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    from_on = models.DateField("first day away")
    to_on = models.DateField("last day away")
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField("back before that, or not gone", null=True, blank=True)

    objects = LeadAbsenceQuerySet.as_manager()

    class Meta:
        ordering = ["from_on"]
        constraints = [
            models.CheckConstraint(condition=Q(to_on__gte=F("from_on")), name="safeguarding_leadabsence_in_order"),
            models.CheckConstraint(
                condition=Q(deputy__isnull=True) | ~Q(deputy=F("lead")), name="safeguarding_leadabsence_other"
            ),
        ]
        indexes = [models.Index(fields=["scheme", "to_on"])]

    class DataProtection:
        personal = ("lead", "deputy", "planned_by", "from_on", "to_on")
        sensitive = ()
        ordinary = ("scheme", "ended_at")
