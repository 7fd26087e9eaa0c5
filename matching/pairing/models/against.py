"""What speaks against a pair (lifecycle.md): for good, for now, or unless a second person agrees (P3)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from mentoring.fields import SealedTextField
from mentoring.records import Record
from schemes.people.models import Volunteer, YoungPerson
from schemes.people.permissions import Permission
from schemes.planning.models import Scheme


class ConflictQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(scheme_id__in=actor.schemes_for(Permission.MATCH_EDIT))


class Conflict(Record):
    """Why a pair must not be made: they know each other, same household, same family, colleague, or "not with".

    Said of two who are together already, staff decide what happens, with the reason on record."""

    class Kind(models.TextChoices):
        KNOW_EACH_OTHER = "know", "They know each other"
        HOUSEHOLD = "household", "Same household"
        FAMILY = "family", "Same family"
        COLLEAGUE = "colleague", "Works with them or their family"
        NOT_WITH = "not-with", "One side asked not to"

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="conflicts")
    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="conflicts")
    young_person = models.ForeignKey(YoungPerson, on_delete=models.CASCADE, related_name="conflicts")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    declared_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField(default=timezone.now, editable=False)
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    goes_on = models.BooleanField("do the two go on?", null=True, blank=True, editable=False)
    because = SealedTextField("why it was decided so", blank=True, editable=False)

    objects = ConflictQuerySet.as_manager()

    class DataProtection:
        personal = ("volunteer", "young_person", "declared_by", "decided_by")
        sensitive = ("kind", "because", "goes_on")
        ordinary = ("scheme", "said_at", "decided_at")


class AgeExceptionQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(scheme_id__in=actor.schemes_for(Permission.MATCH_READ))


class AgeException(Record):
    """P3: a pair outside the scheme's age rules, with a reason, and a second person's yes."""

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="age_exceptions")
    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="age_exceptions")
    young_person = models.ForeignKey(YoungPerson, on_delete=models.CASCADE, related_name="age_exceptions")
    reason = models.TextField("why their ages are all right")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = AgeExceptionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["volunteer", "young_person"], name="matching_ageexception_one_per_pair"),
            models.CheckConstraint(
                condition=Q(agreed_by__isnull=True) | ~Q(agreed_by=models.F("asked_by")),
                name="matching_ageexception_two_people",
            ),
        ]

    class DataProtection:
        personal = ("volunteer", "young_person", "asked_by", "agreed_by")
        sensitive = ("reason",)
        ordinary = ("scheme",)


class SetAsideQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those who make matches; nobody reads of themselves, neither that it is so nor why (roles.md)."""
        theirs = self.filter(scheme_id__in=actor.schemes_for(Permission.MATCH_EDIT))
        mentor, mentee = (model.objects.filter(user=actor.user) for model in (Volunteer, YoungPerson))
        return theirs.exclude(volunteer__in=mentor).exclude(young_person__in=mentee)

    def on(self, day):
        """Those that hold on this day: for good, or until a day that has not passed."""
        return self.filter(Q(until__isnull=True) | Q(until__gte=day))


class SetAside(Record):
    """A pair that a co-ordinator looked at and does not want proposed for now, with the reason. Taking it back deletes
    the row: a reason that no longer counts is not kept; the trail knows that there was one."""

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="set_asides")
    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="set_asides")
    young_person = models.ForeignKey(YoungPerson, on_delete=models.CASCADE, related_name="set_asides")
    reason = SealedTextField("why not these two, for now")
    until = models.DateField("until", null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = SetAsideQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        verbose_name_plural = "pairs set aside"
        constraints = [
            models.UniqueConstraint(fields=["volunteer", "young_person"], name="matching_setaside_one_per_pair"),
        ]

    class DataProtection:
        personal = ("volunteer", "young_person", "by")
        sensitive = ("reason",)
        ordinary = ("scheme", "until")
