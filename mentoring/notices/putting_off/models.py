"""Something due that somebody has put off, until when and why. Rows are added; the newest counts."""

from django.conf import settings
from django.db import models

from mentoring.fields import SealedTextField
from mentoring.records import Record


class PuttingOffQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """One's own."""
        return self.filter(by=actor.user)


class PuttingOff(Record):
    """It holds back what its writer is told, and nobody else: the ladder above them goes on (reminders.md)."""

    rule = models.CharField(max_length=60)
    object_key = models.CharField(max_length=90)
    until = models.DateField(help_text="told again on this day, if it is still so")
    why = SealedTextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    objects = PuttingOffQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]
        indexes = [models.Index(fields=["rule", "by"])]

    class DataProtection:
        personal = ("by",)
        sensitive = ("why",)
        ordinary = ("rule", "object_key", "until")

    def __str__(self):
        return f"{self.rule} until {self.until}"
