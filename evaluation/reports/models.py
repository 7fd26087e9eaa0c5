"""The evaluation report: asked for, drawn in the background, downloaded."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from mentoring.records import Record
from schemes.people.permissions import Permission
from schemes.planning.models import Scheme

KEPT = timedelta(hours=24)


class ReportQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(scheme_id__in=actor.schemes_for(Permission.REPORT_READ))


class Report(Record):
    """One report of one period. The row is the truth; the worker is only nudged."""

    class Progress(models.TextChoices):
        WAITING = "waiting", "Waiting to be drawn"
        DRAWING = "drawing", "Being drawn"
        READY = "ready", "Ready"
        TROUBLE = "trouble", "Could not be drawn"
        OVER = "over", "Kept no longer"

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="reports")
    from_on = models.DateField("from")
    to_on = models.DateField("to")
    prepared_for = models.CharField(max_length=120, blank=True)
    progress = models.CharField(max_length=8, choices=Progress.choices, default=Progress.WAITING)
    percent = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(max_length=200, blank=True)
    claimed_until = models.DateTimeField(null=True, blank=True)
    pdf = models.BinaryField(default=bytes, editable=False)
    drawn_at = models.DateTimeField(null=True, blank=True)
    reference = models.CharField(max_length=9, blank=True, help_text="stands on the paper and in the trail")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]

    @property
    def can_be_taken(self) -> bool:
        """The paper is kept for a day, and then made anew: no link opens for longer (security row 23)."""
        return self.progress == self.Progress.READY and not self.is_over(timezone.now())

    @property
    def kept_until(self):
        return (self.drawn_at or self.created_at) + KEPT

    def is_over(self, now) -> bool:
        return self.kept_until <= now

    class DataProtection:
        personal = ("asked_by", "prepared_for")
        sensitive = ("pdf",)
        ordinary = (
            "scheme",
            "from_on",
            "to_on",
            "progress",
            "percent",
            "trouble",
            "claimed_until",
            "drawn_at",
            "reference",
        )
