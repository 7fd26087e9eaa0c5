"""What a co-ordinator's own list claims, until somebody has looked at it (S9, S11)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from mentoring.records import Record
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission


class TrainingClaimQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(volunteer__scheme_id__in=actor.schemes_for(Permission.PEOPLE_READ))


class TrainingClaim(Record):
    """Training that a list says somebody had. It counts for nothing; earlier training is a decision of its own."""

    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="training_claims")
    course = models.CharField(max_length=200, blank=True)
    done_on = models.DateField(null=True, blank=True)
    hours = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = TrainingClaimQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(settled_by__isnull=True, settled_at__isnull=True)
                | Q(settled_by__isnull=False, settled_at__isnull=False),
                name="schemes_trainingclaim_settled_whole",
            )
        ]

    class DataProtection:
        personal = ("volunteer", "course", "done_on", "settled_by")
        sensitive = ()
        ordinary = ("hours", "settled_at")
