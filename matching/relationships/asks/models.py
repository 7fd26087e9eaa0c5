"""What a young person asks for: a change, a break, another mentor, an end (P8). Asking does nothing by itself."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from matching.relationships.models import OfMatch
from matching.relationships.told import told_to
from mentoring.fields import SealedTextField


class AskQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """The co-ordinators and the young person. A mentor learns at most that something was asked, and only if the
        young person says so: see `asks_known_to_mentor`."""
        return self.filter(told_to(actor) | actor.own(match__young_person__user=actor.user))

    def told_to(self, actor):
        """As staff: what waits for a co-ordinator."""
        return self.filter(told_to(actor))

    def open(self):
        return self.filter(answered_at__isnull=True, taken_back_at__isnull=True)


class Ask(OfMatch):
    """One thing asked for, answered with what will be done. No reason is needed."""

    class Kind(models.TextChoices):
        CHANGE = "change", _("Change something")
        PAUSE = "pause", _("Have a break")
        ANOTHER = "another", _("Have another mentor")
        ENDING = "ending", _("Stop")

    #: What follows "asked for".
    FOR = {"change": _("a change"), "pause": _("a break"), "another": _("another mentor"), "ending": _("an end")}

    kind = models.CharField(max_length=8, choices=Kind.choices)
    words = SealedTextField("what they wrote to it", blank=True)
    mentor_may_know = models.BooleanField(default=False)
    answer = SealedTextField("what happens now", blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    read_at = models.DateTimeField(null=True, blank=True)  # the answer, by the young person
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects = AskQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["match", "kind"],
                condition=Q(answered_at__isnull=True, taken_back_at__isnull=True),
                name="matching_ask_one_open_of_a_kind",
            )
        ]

    class DataProtection:
        personal = ("answered_by",)
        sensitive = ("kind", "words", "answer")
        ordinary = ("match", "mentor_may_know", "answered_at", "read_at", "taken_back_at")

    @property
    def is_open(self) -> bool:
        return self.answered_at is None and self.taken_back_at is None

    @property
    def asked_for(self) -> str:
        return str(self.FOR[self.kind])
