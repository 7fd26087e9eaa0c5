"""A one-time code by which a co-ordinator vouches that it is really the young person who asks (security row 7)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentoring.records import Record
from schemes.people.models import YoungPerson
from schemes.people.permissions import Permission


class StepUpCodeQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """That one was given, never the code: those who may give them, and the young person."""
        return self.filter(
            Q(young_person__scheme_id__in=actor.schemes_for(Permission.PEOPLE_EDIT))
            | actor.own(young_person__user=actor.user)
        )

    def live(self):
        """Neither used, nor put in the place of, nor guessed at too often. Whether its time is over is asked apart."""
        return self.filter(used_at=None, over_at=None)


class StepUpCode(Record):
    """Given out once, kept as a hash, good for a quarter of an hour and one use (decision 34)."""

    class How(models.TextChoices):
        TOGETHER = "together", _("We are together")
        PHONE = "phone", _("On the phone, and I know the voice")
        VIDEO = "video", _("On video, and I see them")

    young_person = models.ForeignKey(YoungPerson, on_delete=models.CASCADE, related_name="step_up_codes")
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    how = models.CharField("how do you know that it is really them?", max_length=8, choices=How.choices)
    code_hash = models.CharField(max_length=64, editable=False)
    ends_at = models.DateTimeField()
    wrong = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)
    over_at = models.DateTimeField(null=True, blank=True, help_text="a newer one was given, or too many were wrong")

    objects = StepUpCodeQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["young_person"],
                condition=Q(used_at=None, over_at=None),
                name="schemes_stepupcode_one_live",
            )
        ]

    class DataProtection:
        personal = ("young_person", "given_by", "how", "used_at")
        sensitive = ("code_hash",)
        ordinary = ("ends_at", "wrong", "over_at")
