"""How somebody wants to hear from us. No row: by e-mail, each by itself, when it is not night."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from mentoring.fields import SealedTextField
from mentoring.records import Record

FIRST_HOUR, LAST_HOUR = 8, 20  # between them nobody's night is broken into (reminders.md)


class Hearing(Record):
    """What counts now for one person; it never keeps from anybody what they have to know."""

    class Way(models.TextChoices):
        EMAIL = "email", _("By e-mail")
        TEXT = "text", _("By text")
        INBOX = "inbox", _("Only here, where it can wait")

    class Rhythm(models.TextChoices):
        SINGLE = "single", _("Each by itself, when it comes")
        DAILY = "daily", _("Once a day, together")
        WEEKLY = "weekly", _("On Monday, together")

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="hearing")
    way = models.CharField(max_length=5, choices=Way.choices, default=Way.EMAIL)
    telephone = SealedTextField(blank=True)
    rhythm = models.CharField(max_length=6, choices=Rhythm.choices, default=Rhythm.SINGLE)
    earliest = models.PositiveSmallIntegerField(
        default=FIRST_HOUR, validators=[MinValueValidator(FIRST_HOUR), MaxValueValidator(LAST_HOUR - 1)]
    )
    latest = models.PositiveSmallIntegerField(
        default=LAST_HOUR, validators=[MinValueValidator(FIRST_HOUR + 1), MaxValueValidator(LAST_HOUR)]
    )
    muted = models.JSONField(default=list, blank=True, help_text="names of rules that stay in the inbox")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(latest__gt=models.F("earliest")), name="mentoring_hearing_hours_in_order"
            )
        ]

    class DataProtection:
        personal = ("user", "way", "rhythm", "earliest", "latest", "muted")
        sensitive = ("telephone",)
        ordinary = ()

    def __str__(self):
        return self.get_way_display()

    def is_muted(self, rule) -> bool:
        """Only what may be left out can be."""
        return rule.optional and (rule.name in self.muted or self.way == self.Way.INBOX)

    @property
    def gathers(self) -> bool:
        return self.rhythm != self.Rhythm.SINGLE
