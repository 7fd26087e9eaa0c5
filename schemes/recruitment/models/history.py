"""S9, safer recruitment: what a volunteer did in the last five years, times that were explained, time lived abroad."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from mentoring.fields import SealedTextField
from mentoring.records import Record
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission


class OfVolunteerQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Whoever may read people: a supervisor reads how their mentor fares, not where they worked before."""
        return self.filter(volunteer__scheme_id__in=actor.schemes_for(Permission.PEOPLE_READ))


class HistorySpell(Record):
    """Work, study, volunteering or anything else, from one month to another; no end: it goes on."""

    class Kind(models.TextChoices):
        WORK = "work", "Work"
        STUDY = "study", "Study or training"
        VOLUNTEERING = "volunteering", "Volunteering"
        HOME = "home", "Looking after somebody or a home"
        OTHER = "other", "Something else"

    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="history_spells")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    words = SealedTextField("what and where")
    from_on = models.DateField("from", help_text="first day of the month")
    to_on = models.DateField("to", null=True, blank=True, help_text="last day of the month; empty: still")

    objects = OfVolunteerQuerySet.as_manager()

    class Meta:
        ordering = ["from_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")), name="schemes_historyspell_runs_forward"
            )
        ]

    class DataProtection:
        personal = ("volunteer", "kind", "from_on", "to_on")
        sensitive = ("words",)
        ordinary = ()


class HistoryGapExplained(Record):
    """Somebody of the staff asked about a time of which nothing was written, and wrote down the answer."""

    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="gaps_explained")
    from_on = models.DateField("from")
    to_on = models.DateField("to")
    words = SealedTextField("what they said")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = OfVolunteerQuerySet.as_manager()

    class Meta:
        ordering = ["from_on"]

    class DataProtection:
        personal = ("volunteer", "from_on", "to_on", "by")
        sensitive = ("words",)
        ordinary = ()


class OverseasStay(Record):
    """Time lived outside the United Kingdom: a check from there may be needed (S9)."""

    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="overseas_stays")
    country = models.CharField(max_length=80)
    from_on = models.DateField("from")
    to_on = models.DateField("to", null=True, blank=True)

    objects = OfVolunteerQuerySet.as_manager()

    class Meta:
        ordering = ["from_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")), name="schemes_overseasstay_runs_forward"
            )
        ]

    class DataProtection:
        personal = ("volunteer", "country", "from_on", "to_on")
        sensitive = ()
        ordinary = ()
