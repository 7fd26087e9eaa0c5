"""Meetings with the co-ordinator there: a short one before a young person chooses, and the first one of a new pair."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from matching.pairing.models.matches import Match
from mentoring.fields import SealedTextField
from mentoring.records import Record


class MeetingQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """As far as the match itself is visible."""
        return self.filter(match__in=Match.objects.visible_to(actor))

    def still_open(self):
        return self.filter(outcome__in=[Meeting.Outcome.ASKED, Meeting.Outcome.PLANNED])


class Meeting(Record):
    """S12: two people see each other for the first time with somebody of the scheme beside them, never in a home."""

    class Kind(models.TextChoices):
        LOOK = "look", "A short meeting before they choose"
        FIRST = "first", "The first meeting"

    class Outcome(models.TextChoices):
        ASKED = "asked", "Asked for"
        PLANNED = "planned", "Planned"
        HELD = "held", "Held"
        NOT_HELD = "not-held", "Not held"

    class PlaceKind(models.TextChoices):
        SCHEME = "scheme", "At our own place"
        PUBLIC = "public", "Indoors, where others are: a library, a café"
        OUTDOORS = "outdoors", "Outdoors, where others are"
        GROUP = "group", "At a club, a school or a group they know"
        VIDEO = "video", "By video call"

    match = models.ForeignKey(Match, on_delete=models.CASCADE, related_name="meetings")
    kind = models.CharField(max_length=5, choices=Kind.choices)
    outcome = models.CharField(max_length=8, choices=Outcome.choices, default=Outcome.ASKED)
    planned_at = models.DateTimeField("when", null=True, blank=True)
    place_kind = models.CharField("what kind of place", max_length=8, choices=PlaceKind.choices, blank=True)
    place = models.CharField("where", max_length=120, blank=True)
    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    also_there = models.CharField("who else is there", max_length=120, blank=True)
    talked_about = models.JSONField(default=list, help_text="keys of the checklist")
    why_not = SealedTextField("why it was not held", blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField(null=True, blank=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["match", "kind"],
                condition=Q(outcome__in=["asked", "planned"]),
                name="matching_meeting_one_open_of_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["asked", "not-held"]) | Q(planned_at__isnull=False, staff__isnull=False),
                name="matching_meeting_has_time_and_staff",
            ),
        ]
        indexes = [models.Index(fields=["outcome", "planned_at"])]

    class DataProtection:
        personal = ("planned_at", "place", "staff", "also_there", "recorded_by")
        sensitive = ("why_not",)
        ordinary = ("match", "kind", "outcome", "place_kind", "talked_about", "recorded_at")
