"""What the two write to each other here, where their agreement says so (L5)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from matching.pairing.models import Match
from matching.relationships.models import OfMatch
from mentoring.fields import SealedTextField
from mentoring.records import Record
from schemes.people.permissions import Permission


class MessageQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """The two: their own, and what has reached them. Staff: those that wait for their eyes, never of a match of
        their own; the rest only through `messages_open`, which asks why and says so in the trail."""
        user = actor.user
        two = Q(match__volunteer__user=user) | Q(match__young_person__user=user)
        own = two & (Q(by=user) | Q(readable_from__lte=timezone.now()))
        waiting = Q(match__scheme_id__in=actor.schemes_for(Permission.MESSAGES_CHECK)) & ~two & self.model.WAITS
        return self.filter(match__in=Match.objects.visible_to(actor)).filter(own | waiting)

    def waiting(self):
        """For the eyes of staff: held and not decided, or reported and not dealt with."""
        return self.filter(self.model.WAITS)


class Message(OfMatch):
    """A few words from one of the two to the other. `readable_from`: from when the other may read it; nothing while it
    is held. What held it is a word each of `holding.HOLDS`, never the words themselves."""

    WAITS = Q(held_for__gt="", decided_at__isnull=True) | Q(reported_at__isnull=False, dealt_with_at__isnull=True)

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = SealedTextField("what you want to say")
    readable_from = models.DateTimeField(null=True, blank=True, editable=False)
    read_at = models.DateTimeField(null=True, blank=True, editable=False)
    held_for = models.CharField(max_length=60, blank=True, editable=False)
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    passed_on = models.BooleanField(null=True, blank=True, editable=False)
    told = SealedTextField("what you tell whoever wrote it", blank=True)
    reported_at = models.DateTimeField(null=True, blank=True, editable=False)
    dealt_with_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]
        indexes = [models.Index(fields=["match", "-created_at"]), models.Index(fields=["readable_from"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(held_for="") | Q(passed_on=True) | Q(readable_from__isnull=True),
                name="matching_message_held_reaches_nobody",
            )
        ]

    class DataProtection:
        personal = ("by", "decided_by")
        sensitive = ("words", "told", "held_for", "passed_on", "reported_at")
        ordinary = ("match", "readable_from", "read_at", "decided_at", "dealt_with_at")


class MessageReadingQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(match__scheme_id__in=actor.schemes_for(Permission.MESSAGES_CHECK))


class MessageReading(Record):
    """Staff read what the two wrote: who, when and why, as long as the match is kept."""

    match = models.ForeignKey(Match, on_delete=models.CASCADE, related_name="message_readings")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    why = SealedTextField("why do you have to read them?")

    objects = MessageReadingQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]

    class DataProtection:
        personal = ("by",)
        sensitive = ("why",)
        ordinary = ("match",)
