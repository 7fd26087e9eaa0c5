"""Step 13 and what follows it: the agreement, goals, sessions, reviews (S13, R7, L1–L5)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from matching.pairing.models import Match
from mentoring.fields import SealedTextField
from mentoring.records import Record


class OfMatchQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """As far as the match itself is visible."""
        return self.filter(match__in=Match.objects.visible_to(actor))


class OfMatch(Record):
    """Part of one match."""

    match = models.ForeignKey(Match, on_delete=models.CASCADE, related_name="%(class)ss")

    objects = OfMatchQuerySet.as_manager()

    class Meta:
        abstract = True


class Agreement(OfMatch):
    """R7, L5: what the two agreed. A change is a new version, signed again by both and the co-ordinator."""

    version = models.PositiveSmallIntegerField(default=1, editable=False)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    change_asked = SealedTextField("what should change", blank=True)
    purpose = models.TextField("what it is for, in the young person's words (L1)", blank=True)
    length_weeks = models.PositiveSmallIntegerField("for how many weeks (nothing: open-ended)", null=True, blank=True)
    every_days = models.PositiveSmallIntegerField("meet every … days", default=7)
    when_where = models.TextField("when and where we meet")
    channels = models.TextField("how we keep in touch between meetings, and in which hours")
    boundaries = models.TextField("what we will and won't do; money and gifts")
    when_worried = models.TextField("what happens if one of us is worried")
    limits_told_on = models.DateField("limits of confidentiality explained on", null=True, blank=True)
    mentee_signed_at = models.DateTimeField(null=True, blank=True, editable=False)
    mentor_signed_at = models.DateTimeField(null=True, blank=True, editable=False)
    co_ordinator_signed_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["-version"]
        constraints = [models.UniqueConstraint(fields=["match", "version"], name="matching_agreement_one_per_version")]

    class DataProtection:
        personal = ("written_by", "when_where", "channels", "boundaries", "when_worried", "limits_told_on")
        sensitive = ("purpose", "change_asked")
        ordinary = (
            "match", "version", "length_weeks", "every_days", "mentee_signed_at", "mentor_signed_at",
            "co_ordinator_signed_at",
        )  # fmt: skip

    @property
    def is_signed(self) -> bool:
        return bool(self.mentee_signed_at and self.mentor_signed_at and self.co_ordinator_signed_at)


class GoalQuerySet(OfMatchQuerySet):
    def chosen(self):
        """Goals that the young person has: ideas of others that they have not taken up are none (P5)."""
        return self.filter(Q(idea_from="") | Q(taken_up_at__isnull=False))


class Goal(OfMatch):
    """S13: in the mentee's words. "Getting to know each other" is a goal too, with its review date.

    What a mentor, co-ordinator or referrer wishes for is an idea until the mentee takes it up (P5).
    """

    class Kind(models.TextChoices):
        GOAL = "goal", "A goal"
        GETTING_TO_KNOW = "getting-to-know", "Getting to know each other"

    class Progress(models.TextChoices):
        OPEN = "open", "Working on it"
        REACHED = "reached", "Reached"
        PARKED = "parked", "Parked"

    class IdeaFrom(models.TextChoices):
        NOBODY = "", "The young person's own"
        MENTOR = "mentor", "The mentor's idea"
        CO_ORDINATOR = "co-ordinator", "The co-ordinator's idea"
        REFERRER = "referrer", "The referrer's wish"

    kind = models.CharField(max_length=16, choices=Kind.choices, default=Kind.GOAL)
    words = models.CharField("goal", max_length=300)
    chosen_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    idea_from = models.CharField(max_length=12, choices=IdeaFrom.choices, blank=True)
    taken_up_at = models.DateTimeField(null=True, blank=True, editable=False)
    review_on = models.DateField("look again on", null=True, blank=True)
    progress = models.CharField(max_length=8, choices=Progress.choices, default=Progress.OPEN)

    objects = GoalQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="getting-to-know") | Q(review_on__isnull=False),
                name="matching_goal_getting_to_know_has_review",
            )
        ]

    class DataProtection:
        personal = ("chosen_by",)
        sensitive = ("words",)
        ordinary = ("match", "kind", "idea_from", "taken_up_at", "review_on", "progress")

    @property
    def is_idea(self) -> bool:
        return bool(self.idea_from) and self.taken_up_at is None


class GoalRating(Record):
    """Where the young person says they are, 0 to 10."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="ratings")
    value = models.PositiveSmallIntegerField()
    rated_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["created_at"]
        constraints = [models.CheckConstraint(condition=Q(value__lte=10), name="matching_goalrating_nought_to_ten")]

    class DataProtection:
        personal = ("rated_by",)
        sensitive = ("value",)
        ordinary = ("goal",)


class MentoringSession(OfMatch):
    """A meeting of the two: planned, held, missed or called off."""

    class Outcome(models.TextChoices):
        PLANNED = "planned", "Planned"
        HELD = "held", "Held"
        MISSED_BY_MENTEE = "missed-mentee", "The young person could not come"
        MISSED_BY_MENTOR = "missed-mentor", "The mentor could not come"
        CALLED_OFF = "called-off", "Called off"

    class Channel(models.TextChoices):
        IN_PERSON = "in-person", "In person"
        PHONE = "phone", "Phone"
        VIDEO = "video", "Video call"
        MESSAGES = "messages", "Messages"

    class Feeling(models.TextChoices):
        NONE = "", "Not said"
        GOOD = "good", "Good"
        OK = "ok", "OK"
        NOT_GOOD = "not-good", "Not good"

    planned_at = models.DateTimeField("when")
    place = models.CharField("where", max_length=120, blank=True)
    outcome = models.CharField("did it happen?", max_length=14, choices=Outcome.choices, default=Outcome.PLANNED)
    channel = models.CharField("how", max_length=10, choices=Channel.choices, default=Channel.IN_PERSON)
    minutes = models.PositiveSmallIntegerField("how long (minutes)", null=True, blank=True)
    mentor_feeling = models.CharField("how did it go?", max_length=8, choices=Feeling.choices, blank=True)
    mentee_feeling = models.CharField("how is it going?", max_length=8, choices=Feeling.choices, blank=True)
    shared_note = SealedTextField("what we did (both of you can read this)", blank=True)
    mentor_note = SealedTextField("anything for your supervisor", blank=True)
    logged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    logged_at = models.DateTimeField(null=True, blank=True)
    mentee_coming = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ["-planned_at"]
        indexes = [
            models.Index(fields=["outcome", "planned_at"]),
            models.Index(fields=["match", "-planned_at"]),
        ]

    class DataProtection:
        personal = ("planned_at", "place", "logged_by", "mentee_coming")
        sensitive = ("mentor_feeling", "mentee_feeling", "shared_note", "mentor_note")
        ordinary = ("match", "outcome", "channel", "minutes", "logged_at")


class Review(OfMatch):
    """L4: the review date is set when the match starts, and chased. Both sides are asked for their view."""

    class Decision(models.TextChoices):
        OPEN = "", "Not held yet"
        GO_ON = "go-on", "Go on"
        CHANGE = "change", "Go on with changes"
        END = "end", "Bring it to an end"

    due_on = models.DateField("due")
    held_on = models.DateField("held", null=True, blank=True)
    mentee_view = SealedTextField("how is it for you?", blank=True)
    mentor_view = SealedTextField("how is it going, from your side?", blank=True)
    notes = SealedTextField(blank=True)
    decision = models.CharField(max_length=8, choices=Decision.choices, blank=True)
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["due_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(held_on__isnull=True, decision="") | (Q(held_on__isnull=False) & ~Q(decision="")),
                name="matching_review_held_whole",
            )
        ]

    class DataProtection:
        personal = ("held_by",)
        sensitive = ("mentee_view", "mentor_view", "notes")
        ordinary = ("match", "due_on", "held_on", "decision")
