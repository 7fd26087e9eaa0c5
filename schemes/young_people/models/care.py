"""When somebody was in care, and what the law calls them because of it (Children Act 1989; standards 2.3)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from mentoring.fields import SealedTextField
from mentoring.records import Record
from schemes.people.models import YoungPerson
from schemes.young_people.models.meetings import OfYoungPersonQuerySet


class CareSpell(Record):
    """One stretch of time in care or in another arrangement that the law counts."""

    class Kind(models.TextChoices):
        LOOKED_AFTER = "looked-after", "In care (a care order, or looked after by agreement)"
        SHORT_BREAKS = "short-breaks", "Planned short breaks, then home again"
        DETAINED = "detained", "In hospital or in custody"
        SPECIAL_GUARDIAN = "special-guardian", "With a special guardian"
        AT_HOME = "at-home", "Back with a parent, or somebody with parental responsibility"
        PRIVATELY_FOSTERED = "privately-fostered", "Privately fostered, or in a voluntary or private home"
        OTHER_PLACE = "other-place", "Placed by health or education, three months or more"

    young_person = models.ForeignKey(YoungPerson, on_delete=models.CASCADE, related_name="care_spells")
    kind = models.CharField("what was it?", max_length=20, choices=Kind.choices)
    began_on = models.DateField("from")
    ended_on = models.DateField("until", null=True, blank=True)
    told_by = models.CharField("who says so?", max_length=120, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = OfYoungPersonQuerySet.as_manager()

    class Meta:
        ordering = ["began_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on")),
                name="schemes_carespell_ends_after_it_began",
            )
        ]

    class DataProtection:
        personal = ("young_person", "written_by")
        sensitive = ("kind", "began_on", "ended_on", "told_by")
        ordinary = ()


class CategoryConfirmation(Record):
    """A person looked at what was worked out from the dates and said what it is. Rows are added, never changed."""

    young_person = models.ForeignKey(YoungPerson, on_delete=models.CASCADE, related_name="category_confirmations")
    worked_out = models.CharField(max_length=16, choices=YoungPerson.CareStatus.choices, blank=True)
    confirmed = models.CharField(max_length=16, choices=YoungPerson.CareStatus.choices, blank=True)
    differs_because = SealedTextField("why does it differ from the dates?", blank=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = OfYoungPersonQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]

    class DataProtection:
        personal = ("young_person", "confirmed_by")
        sensitive = ("worked_out", "confirmed", "differs_because")
        ordinary = ()
