"""Starting under supervision while a check is on its way: a reason, an end, two people (S9)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from mentoring.fields import SealedTextField
from mentoring.records import Record
from safeguarding.vetting.models import VettingCheck
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission


class VettingExemptionQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(volunteer__scheme_id__in=actor.schemes_for(Permission.VETTING_READ))

    def in_force(self, today):
        """Agreed by two people, begun and not over: it ends by itself."""
        return self.filter(agreed_by__isnull=False, ended_on__isnull=True, ends_on__gte=today)


class VettingExemption(Record):
    """One check that may be waited for while they start with somebody beside them. Never a barred list."""

    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="vetting_exemptions")
    kind = models.CharField("which check", max_length=20, choices=VettingCheck.Kind.choices)
    reason = SealedTextField("why they cannot wait, and who is with them meanwhile")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    agreed_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField("last day")
    ended_on = models.DateField("ended early", null=True, blank=True)

    objects = VettingExemptionQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_on", "-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed_by__isnull=True) | ~Q(agreed_by=F("asked_by")),
                name="safeguarding_vettingexemption_two_people",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("asked_on")), name="safeguarding_vettingexemption_runs_forward"
            ),
        ]

    class DataProtection:
        personal = ("volunteer", "kind", "asked_by", "asked_on", "agreed_by", "agreed_on", "ends_on", "ended_on")
        sensitive = ("reason",)
        ordinary = ()
