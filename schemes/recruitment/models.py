"""Steps 9 and 10: how volunteers and young people come (campaigns, interviews, the co-ordinator's spreadsheets)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from mentoring.fields import SealedJSONField, SealedTextField
from mentoring.records import Record
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission
from schemes.planning.models import PlanItem, Scheme


class Campaign(PlanItem):
    """S9: one way volunteers were asked, what it cost."""

    channel = models.CharField(max_length=120)
    began_on = models.DateField("began")
    cost = models.DecimalField("cost (£)", max_digits=9, decimal_places=2, default=0)

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("scheme", "channel", "began_on", "cost")

    def __str__(self):
        return self.channel


class Application(Record):
    """S9: somebody's application while they write it, behind a private link that went to their own mailbox.

    `answers` holds what was typed, by section and field, as it was typed; it reaches the volunteer's record when sent.
    """

    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="applications")
    token_hash = models.CharField(max_length=64, unique=True)
    answers = SealedJSONField(default=dict)
    expires_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)

    class DataProtection:
        personal = ("volunteer",)
        sensitive = ("token_hash", "answers")
        ordinary = ("expires_at", "sent_at")


class InterviewQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(volunteer__scheme_id__in=actor.schemes_for(Permission.PEOPLE_READ))


class Interview(Record):
    """S9: two interviewers score the same criteria; then one agreed outcome. Scores are 1–5 per criterion."""

    class Outcome(models.TextChoices):
        GO_ON = "go-on", "Go on to checks"
        NOT_NOW = "not-now", "Not now"
        NO = "no", "Not taken on"

    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="interviews")
    held_on = models.DateField("held on")
    first_interviewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    second_interviewer = models.CharField(max_length=120)
    first_scores = SealedJSONField(default=dict)
    second_scores = SealedJSONField(default=dict)
    notes = SealedTextField(blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices)

    objects = InterviewQuerySet.as_manager()

    class DataProtection:
        personal = ("volunteer", "first_interviewer", "second_interviewer")
        sensitive = ("first_scores", "second_scores", "notes")
        ordinary = ("held_on", "outcome")


class ImportBatchQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(Q(scheme_id__in=actor.schemes_for(Permission.PEOPLE_EDIT)))


class ImportBatch(Record):
    """A spreadsheet that was uploaded and is being looked through; nothing of it is in the scheme until applied."""

    class Kind(models.TextChoices):
        VOLUNTEERS = "volunteers", "Volunteers"
        YOUNG_PEOPLE = "young-people", "Young people"

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="import_batches")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    file_name = models.CharField(max_length=200)
    content = SealedTextField(help_text="the file itself, base64, so that it can be read again")
    decisions = SealedJSONField(default=dict, help_text="per line: skip, or corrected values")
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    applied_at = models.DateTimeField(null=True, blank=True)
    outcome = models.JSONField(default=dict, help_text="how many rows went where")

    objects = ImportBatchQuerySet.as_manager()

    class DataProtection:
        personal = ("uploaded_by", "file_name")
        sensitive = ("content", "decisions")
        ordinary = ("scheme", "kind", "applied_at", "outcome")
