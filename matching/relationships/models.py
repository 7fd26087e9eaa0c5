"""Step 13 and what follows it: the agreement, goals, sessions, reviews (S13, R7, L1–L5)."""

from datetime import time

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from matching.pairing.models import Match
from matching.pairing.states import MET
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
    channels = models.TextField("how we keep in touch between meetings")
    contact_from = models.TimeField("not before", default=time(9))
    contact_until = models.TimeField("not after", default=time(20))
    channels_seen_by = models.CharField("who else can see it", max_length=200, blank=True)
    writes_here = models.BooleanField("we write to each other here too", default=False)
    money = models.TextField("money and presents", blank=True)
    boundaries = models.TextField("what we will and won't do")
    when_worried = models.TextField("what happens if one of us is worried")
    limits_told_on = models.DateField("limits of confidentiality explained on", null=True, blank=True)
    mentee_signed_at = models.DateTimeField(null=True, blank=True, editable=False)
    mentor_signed_at = models.DateTimeField(null=True, blank=True, editable=False)
    co_ordinator_signed_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["match", "version"], name="matching_agreement_one_per_version"),
            models.CheckConstraint(
                condition=Q(contact_from__lt=F("contact_until")), name="matching_agreement_hours_in_order"
            ),
        ]

    class DataProtection:
        personal = (
            "written_by", "when_where", "channels", "channels_seen_by", "money", "boundaries", "when_worried",
            "limits_told_on",
        )  # fmt: skip
        sensitive = ("purpose", "change_asked")
        ordinary = (
            "match", "version", "length_weeks", "every_days", "contact_from", "contact_until", "writes_here",
            "mentee_signed_at", "mentor_signed_at", "co_ordinator_signed_at",
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


class MentoringSessionQuerySet(OfMatchQuerySet):
    def of_the_two(self):
        """Without those for which somebody stood in: no contact of the pair, and none of the mentor's sessions."""
        return self.filter(with_cover__isnull=True)


class MentoringSession(OfMatch):
    """A meeting of the two: planned, held, cut short, missed or called off; alone together or with others (S13, W2)."""

    class Outcome(models.TextChoices):
        PLANNED = "planned", _("Planned")
        HELD = "held", _("Held")
        PARTLY = "partly", _("Met, but cut short")
        MISSED_BY_MENTEE = "missed-mentee", _("The young person could not come")
        MISSED_BY_MENTOR = "missed-mentor", _("The mentor could not come")
        CALLED_OFF = "called-off", _("Called off")

    class Kind(models.TextChoices):
        ONE_TO_ONE = "one-to-one", _("Just the two of you")
        VISIT = "visit", _("A visit or appointment together")
        SHADOWING = "shadowing", _("Shadowing: one sees the other at work")
        GROUP = "group", _("With a group")
        WORKSHOP = "workshop", _("A workshop")

    class Channel(models.TextChoices):
        IN_PERSON = "in-person", _("In person")
        PHONE = "phone", _("Phone")
        VIDEO = "video", _("Video call")
        MESSAGES = "messages", _("Messages")

    class Feeling(models.TextChoices):
        NONE = "", _("Not said")
        GOOD = "good", _("Good")
        OK = "ok", _("OK")
        NOT_GOOD = "not-good", _("Not good")

    class Reason(models.TextChoices):
        ILL = "ill", _("Not well")
        WORK = "work", _("Work or learning")
        TRAVEL = "travel", _("Travel")
        FORGOT = "forgot", _("Forgot")
        CAME_UP = "came-up", _("Something came up")
        NOT_SAID = "not-said", _("Not said")

    class CalledOffBy(models.TextChoices):
        MENTEE = "mentee", _("The young person")
        MENTOR = "mentor", _("The mentor")
        SCHEME = "scheme", _("The scheme")

    class Topic(models.TextChoices):
        HOME = "home", _("Home")
        MONEY = "money", _("Money")
        WORK = "work", _("Work or learning")
        WELL = "well", _("Feeling well")
        PEOPLE = "people", _("Family and friends")
        SKILLS = "skills", _("Everyday skills")
        RIGHTS = "rights", _("Leaving care")
        FUN = "fun", _("Something fun")

    planned_at = models.DateTimeField("when")
    place = models.CharField("where", max_length=120, blank=True)
    outcome = models.CharField("did it happen?", max_length=14, choices=Outcome.choices, default=Outcome.PLANNED)
    reason = models.CharField("what came up?", max_length=8, choices=Reason.choices, blank=True)
    called_off_by = models.CharField("who called it off?", max_length=6, choices=CalledOffBy.choices, blank=True)
    kind = models.CharField("what kind?", max_length=10, choices=Kind.choices, default=Kind.ONE_TO_ONE)
    channel = models.CharField("how", max_length=10, choices=Channel.choices, default=Channel.IN_PERSON)
    minutes = models.PositiveSmallIntegerField("how long (minutes)", null=True, blank=True)
    topics = models.JSONField("what about?", default=list, blank=True)
    home_safe = models.BooleanField("home safely, as far as the mentor knows", null=True, blank=True)
    mentor_feeling = models.CharField("how did it go?", max_length=8, choices=Feeling.choices, blank=True)
    mentee_feeling = models.CharField("how is it going?", max_length=8, choices=Feeling.choices, blank=True)
    shared_note = SealedTextField("what we did (both of you can read this)", blank=True)
    mentor_note = SealedTextField("anything for your supervisor", blank=True)
    logged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    logged_at = models.DateTimeField(null=True, blank=True)
    mentee_coming = models.BooleanField(null=True, blank=True)
    times_moved = models.PositiveSmallIntegerField(default=0, editable=False)
    moved_on = models.DateField(null=True, blank=True, editable=False)
    with_cover = models.ForeignKey(
        "matching.Cover", null=True, blank=True, on_delete=models.PROTECT, related_name="sessions", editable=False,
        help_text="who stood in for the mentor (L7)",
    )  # fmt: skip

    objects = MentoringSessionQuerySet.as_manager()

    class Meta:
        ordering = ["-planned_at"]
        indexes = [
            models.Index(fields=["outcome", "planned_at"]),
            models.Index(fields=["match", "-planned_at"]),
            models.Index(fields=["match", "outcome", "with_cover", "kind", "minutes"]),  # dose is read from it alone
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(reason="") | ~Q(outcome__in=["planned", "held"]),
                name="matching_mentoringsession_reason_fits",
            ),
            models.CheckConstraint(
                condition=Q(called_off_by="") | Q(outcome="called-off"),
                name="matching_mentoringsession_called_off_by_fits",
            ),
        ]

    class DataProtection:
        personal = ("planned_at", "place", "called_off_by", "logged_by", "mentee_coming", "with_cover")
        sensitive = (
            "reason", "topics", "home_safe", "mentor_feeling", "mentee_feeling", "shared_note", "mentor_note",
        )  # fmt: skip
        ordinary = ("match", "outcome", "kind", "channel", "minutes", "logged_at", "times_moved", "moved_on")

    @property
    def is_met(self) -> bool:
        return self.outcome in MET

    @property
    def topic_words(self) -> list[str]:
        return [words for key, words in self.Topic.choices if key in self.topics]


class Review(OfMatch):
    """L4: the review date is set when the match starts, and chased. Both sides are asked for their view."""

    class Decision(models.TextChoices):
        OPEN = "", "Not held yet"
        GO_ON = "go-on", "Go on"
        CHANGE = "change", "Go on with changes"
        END = "end", "Bring it to an end"

    due_on = models.DateField("due")
    full_at_months = models.PositiveSmallIntegerField(
        null=True, blank=True, editable=False, help_text="a full review, so many months after they were introduced"
    )
    held_on = models.DateField("held", null=True, blank=True)
    mentee_view = SealedTextField("how is it for you?", blank=True)
    mentor_view = SealedTextField("how is it going, from your side?", blank=True)
    notes = SealedTextField(blank=True)
    decision = models.CharField(max_length=8, choices=Decision.choices, blank=True)
    extended_until = models.DateField("longer than agreed, until", null=True, blank=True)
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["due_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(held_on__isnull=True, decision="") | (Q(held_on__isnull=False) & ~Q(decision="")),
                name="matching_review_held_whole",
            ),
            models.UniqueConstraint(fields=["match", "full_at_months"], name="matching_review_one_full_at_a_time"),
        ]

    class DataProtection:
        personal = ("held_by",)
        sensitive = ("mentee_view", "mentor_view", "notes")
        ordinary = ("match", "due_on", "full_at_months", "held_on", "decision", "extended_until")

    @property
    def called(self) -> str:
        """ "6-month review" for a full one, "review" for one in between."""
        return f"{self.full_at_months}-month review" if self.full_at_months else "review"
