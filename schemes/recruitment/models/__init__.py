"""Steps 9 and 10: how volunteers and young people come (campaigns, interviews, the co-ordinator's spreadsheets)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from mentoring.fields import SealedJSONField, SealedTextField
from mentoring.records import Record
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission
from schemes.planning.models import PlanItem, Scheme
from schemes.recruitment.models.claims import TrainingClaim
from schemes.recruitment.models.history import HistoryGapExplained, HistorySpell, OverseasStay
from schemes.recruitment.models.interviews import Interview, InterviewScore
from schemes.recruitment.models.packs import PackSending
from schemes.recruitment.models.sessions import InfoBooking, InfoSession

__all__ = [
    "Application",
    "Asking",
    "Campaign",
    "HistoryGapExplained",
    "HistorySpell",
    "ImportBatch",
    "InfoBooking",
    "InfoSession",
    "Interview",
    "InterviewScore",
    "OverseasStay",
    "PackSending",
    "TrainingClaim",
]


class Campaign(PlanItem):
    """S9: one way volunteers were asked, what it cost."""

    channel = models.CharField(max_length=120)
    began_on = models.DateField("began")
    ended_on = models.DateField("ended", null=True, blank=True)
    cost = models.DecimalField("cost (£)", max_digits=9, decimal_places=2, default=0)
    poster_words = models.TextField("words on the poster", max_length=400, blank=True)

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("scheme", "channel", "began_on", "ended_on", "cost", "poster_words")

    def __str__(self):
        return self.channel

    @property
    def code(self) -> str:
        """What stands in its link: eight figures of its random key, short enough to type, no secret."""
        return self.pk.hex[:8]


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


class Asking(Record):
    """S10: what a young person has answered so far who asked us to keep it, so that they can go on on another phone.

    Nothing says whose it is but the answers, which are sealed. Whoever has the code or the link may go on; both run out
    with the row, which is then deleted.
    """

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="askings")
    code_hash = models.CharField(max_length=64, unique=True)
    token_hash = models.CharField(max_length=64, unique=True)
    answers = SealedJSONField(default=dict)
    expires_at = models.DateTimeField(db_index=True)

    class DataProtection:
        personal = ()
        sensitive = ("code_hash", "token_hash", "answers")
        ordinary = ("scheme", "expires_at")


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
