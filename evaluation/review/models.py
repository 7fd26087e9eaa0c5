"""Step 17: an evaluation per period, a review meeting, decisions that feed the next plan (S17)."""

from django.db import models

from mentoring.records import Record
from schemes.people.permissions import Permission
from schemes.planning.models import Scheme


class EvaluationQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(scheme_id__in=actor.schemes_for(Permission.REPORT_READ))


class Evaluation(Record):
    """What one period was worth, as the scheme itself sees it."""

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="evaluations")
    from_on = models.DateField("from")
    to_on = models.DateField("to")
    went_well = models.TextField("what went well", blank=True)
    to_change = models.TextField("what to change", blank=True)
    met_on = models.DateField("review meeting held on", null=True, blank=True)
    who_met = models.CharField("who took part", max_length=300, blank=True)

    objects = EvaluationQuerySet.as_manager()

    class Meta:
        ordering = ["-to_on"]

    class DataProtection:
        personal = ("who_met",)
        sensitive = ()
        ordinary = ("scheme", "from_on", "to_on", "went_well", "to_change", "met_on")


class Decision(Record):
    """What was decided at the review; it can become an action or an objective of the next plan."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="decisions")
    words = models.CharField("decision", max_length=200)
    fed_into = models.CharField(max_length=90, blank=True, help_text="app.model:key of what it became")

    class Meta:
        ordering = ["created_at"]

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("evaluation", "words", "fed_into")
