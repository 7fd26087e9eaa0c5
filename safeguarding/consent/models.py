"""Who agreed to what, when and how, and whether it still holds (S10, L10)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from mentoring.records import Record
from schemes.people.models import YoungPerson
from schemes.people.permissions import Permission


class ConsentQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(
            Q(young_person__scheme_id__in=actor.schemes_for(Permission.PEOPLE_READ)) | Q(young_person__user=actor.user)
        )


class Consent(Record):
    """One consent: the young person's own, a parent's, or the local authority's."""

    class Kind(models.TextChoices):
        OWN = "own", "The young person's own"
        PARENT = "parent", "A parent's"
        LOCAL_AUTHORITY = "local-authority", "The local authority's"

    young_person = models.ForeignKey(YoungPerson, on_delete=models.CASCADE, related_name="consents")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    asked_on = models.DateField("asked for")
    given_on = models.DateField("given", null=True, blank=True)
    given_by = models.CharField("given by", max_length=120, blank=True)
    how = models.CharField("how (in person, letter, e-mail)", max_length=120, blank=True)
    withdrawn_on = models.DateField("taken back", null=True, blank=True)
    not_needed_because = models.CharField("not needed because", max_length=200, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "-asked_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(not_needed_because="") | (Q(given_on__isnull=True) & ~Q(kind="own")),
                name="safeguarding_consent_own_always_needed",
            )
        ]

    class DataProtection:
        personal = (
            "young_person",
            "kind",
            "asked_on",
            "given_on",
            "given_by",
            "how",
            "withdrawn_on",
            "recorded_by",
        )
        sensitive = ("not_needed_because",)
        ordinary = ()

    @property
    def holds(self) -> bool:
        """Given (or found not to be needed) and not taken back."""
        return self.withdrawn_on is None and (self.given_on is not None or bool(self.not_needed_because))

    @property
    def stands(self) -> str:
        """Where this consent is, in words."""
        if self.withdrawn_on:
            return "Taken back"
        if self.not_needed_because:
            return "Not needed"
        return "Given" if self.given_on else "Asked for"
