"""References (S9): asked by a private link or by phone, kept as they were given; a worry needs a decision."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from mentoring.fields import SealedJSONField, SealedTextField
from mentoring.records import Record
from safeguarding.vetting.models import VettingCheck
from safeguarding.vetting.references.questions import KINDS, Question
from schemes.people.permissions import Permission
from schemes.planning.models import Scheme


class ReferenceQuestion(Record):
    """A question in a scheme's own words; a scheme without any asks the usual ones."""

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="reference_questions")
    key = models.CharField(max_length=40, help_text="names the answer, whatever the words become")
    place = models.PositiveSmallIntegerField("order")
    words = models.CharField("question", max_length=300)
    kind = models.CharField(max_length=8, choices=list(KINDS.items()), default="words")
    is_required = models.BooleanField("has to be answered", default=True)

    class Meta:
        ordering = ["place", "created_at"]
        constraints = [models.UniqueConstraint(fields=["scheme", "key"], name="safeguarding_referencequestion_key")]

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("scheme", "key", "place", "words", "kind", "is_required")

    def as_question(self) -> Question:
        return Question(self.key, self.words, self.kind, self.is_required)


class ReferenceQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those who read vetting, never who it is about: they read it in the copy of their data, when they ask."""
        inside = self.filter(check_of__volunteer__scheme_id__in=actor.schemes_for(Permission.VETTING_READ))
        return inside.exclude(check_of__volunteer__user=actor.user)


class Reference(Record):
    """What a referee is asked and says. `typed` is the draft behind the link; `given`: (question, answer) as sent."""

    check_of = models.OneToOneField(VettingCheck, on_delete=models.CASCADE, related_name="reference")
    typed = SealedJSONField(default=dict)
    given = SealedJSONField(default=list)
    expires_at = models.DateTimeField()
    asked_at = models.DateTimeField()
    reminded = models.PositiveSmallIntegerField(default=0)
    given_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+",
        help_text="who typed it in while the referee spoke; empty: the referee themselves",
    )  # fmt: skip
    has_worry = models.BooleanField(default=False)
    worry_decision = SealedTextField("what we make of the worry, and why", blank=True)
    worry_decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    worry_decided_at = models.DateTimeField(null=True, blank=True)

    objects = ReferenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(worry_decided_by__isnull=True, worry_decided_at__isnull=True)
                | Q(worry_decided_by__isnull=False, worry_decided_at__isnull=False),
                name="safeguarding_reference_worry_decided_whole",
            )
        ]
        indexes = [models.Index(fields=["given_at", "expires_at"])]

    class DataProtection:
        personal = ("check_of", "taken_by", "worry_decided_by", "asked_at", "given_at")
        sensitive = ("typed", "given", "has_worry", "worry_decision")
        ordinary = ("expires_at", "reminded", "withdrawn_at", "worry_decided_at")

    @property
    def volunteer(self):
        return self.check_of.volunteer

    @property
    def scheme_id(self):
        return self.check_of.volunteer.scheme_id

    @property
    def needs_decision(self) -> bool:
        return self.has_worry and self.worry_decided_at is None

    def is_open(self, now) -> bool:
        """Can the referee still answer?"""
        return not (self.given_at or self.withdrawn_at or self.check_of.decision) and self.expires_at >= now


class ReferenceLink(Record):
    """A link that went to the referee; a reminder adds one, sending it anew or taking it back ends them all."""

    reference = models.ForeignKey(Reference, on_delete=models.CASCADE, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True)

    class DataProtection:
        personal = ()
        sensitive = ("token_hash",)
        ordinary = ("reference",)
