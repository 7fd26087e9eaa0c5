"""How a young person says it is going: three taps, asked lightly (R11). Co-ordinators read it, the mentor never."""

from django.conf import settings
from django.db import models

from matching.relationships.models import OfMatch
from matching.relationships.pulses.rules import QUESTIONS, is_low
from matching.relationships.told import told_to
from mentoring.fields import SealedJSONField, SealedTextField


class PulseQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """The co-ordinators, as the page says, and the young person."""
        return self.filter(told_to(actor) | actor.own(match__young_person__user=actor.user))

    def told_to(self, actor):
        """As staff: what waits for a co-ordinator."""
        return self.filter(told_to(actor))


class Pulse(OfMatch):
    """What a young person said on one day. A second tap on the same day changes the answer; none is ever owed."""

    said_on = models.DateField()
    answers = SealedJSONField(default=dict)  # question → 1 to 4
    words = SealedTextField("anything else", blank=True)
    followed_up_at = models.DateTimeField(null=True, blank=True)
    followed_up_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = PulseQuerySet.as_manager()

    class Meta:
        ordering = ["said_on"]
        constraints = [models.UniqueConstraint(fields=["match", "said_on"], name="matching_pulse_one_a_day")]

    class DataProtection:
        personal = ("followed_up_by",)
        sensitive = ("answers", "words")
        ordinary = ("match", "said_on", "followed_up_at")

    @property
    def is_low(self) -> bool:
        return is_low(self.answers)

    def in_words(self) -> list[tuple[str, str]]:
        """(what was asked, the answer in words) of those that were answered."""
        return [(q.short, q.word(self.answers[key])) for key, q in QUESTIONS.items() if key in self.answers]


class PulseAskingQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """The young person alone: that somebody skips a question is not told to anybody."""
        return self.filter(actor.own(match__young_person__user=actor.user))


class PulseAsking(OfMatch):
    """When this young person is asked next, or that they are not: theirs to say."""

    not_before = models.DateField(null=True, blank=True)
    is_off = models.BooleanField(default=False)

    objects = PulseAskingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["match"], name="matching_pulse_asking_one_per_match")]

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("match", "not_before", "is_off")
