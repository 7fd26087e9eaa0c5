"""Looks at the DBS Update Service (gov.uk employer guide): dated, with what it said, and with what made it lawful."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from mentoring.records import Record
from safeguarding.vetting.models import VettingCheck
from schemes.people.permissions import Permission


class StatusCheckQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(check_of__volunteer__scheme_id__in=actor.schemes_for(Permission.VETTING_READ))


class StatusCheck(Record):
    """One look, with the one of its four answers that the service gave."""

    class Answer(models.TextChoices):
        NOTHING = "nothing", "It revealed nothing and remains current"
        CURRENT = "current", "It remains current: nothing new since its issue"
        NOT_CURRENT = "not-current", "It is no longer current: ask for a new check"
        NO_MATCH = "no-match", "The details do not match: check them and try again"

    check_of = models.ForeignKey(VettingCheck, on_delete=models.CASCADE, related_name="status_checks")
    looked_on = models.DateField()
    looked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=12, choices=Answer.choices)
    consented = models.BooleanField("they agreed that we look")
    certificate_seen = models.BooleanField("we have seen the certificate itself")
    same_workforce = models.BooleanField("it is for the same workforce and level")

    objects = StatusCheckQuerySet.as_manager()

    class Meta:
        ordering = ["-looked_on", "-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(consented=True, certificate_seen=True, same_workforce=True),
                name="safeguarding_statuscheck_lawful",
            )
        ]

    class DataProtection:
        personal = ("check_of", "looked_on", "looked_by")
        sensitive = ("answer",)
        ordinary = ("consented", "certificate_seen", "same_workforce")
