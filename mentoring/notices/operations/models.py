"""Sending held back by whoever keeps the installation running."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from mentoring.records import Record


class StandstillQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self if actor.user.is_site_admin else self.none()

    def now(self):
        return self.filter(is_on=True)


class Standstill(Record):
    """Mails and texts wait, but for what cannot; inboxes fill as ever. One at a time."""

    why = models.CharField(max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    is_on = models.BooleanField(default=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = StandstillQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["is_on"], name="mentoring_standstill_one_at_a_time", condition=Q(is_on=True)
            )
        ]

    class DataProtection:
        personal = ("by",)
        sensitive = ()
        ordinary = ("why", "is_on", "ended_at")

    def __str__(self):
        return f"since {self.created_at:%Y-%m-%d %H:%M}"
