"""Step 15: every relationship ends with a recorded formal ending, by a meeting or by letter (S15)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from matching.pairing.models import Match
from matching.relationships.models import Goal, OfMatchQuerySet
from mentoring.fields import SealedJSONField, SealedTextField
from mentoring.records import Record
from schemes.people.models import Volunteer


class Ending(Record):
    """The formal ending of a match. A match cannot be closed without one, and has no second one."""

    class Planned(models.TextChoices):
        PLANNED = "planned", "Planned"
        UNPLANNED = "unplanned", "Not planned"
        PREMATURE = "premature", "Earlier than agreed"
        NEVER_STARTED = "never-started", "It never started: they have not met"

    class Way(models.TextChoices):
        MEETING = "meeting", "A meeting with the co-ordinator"
        LETTER = "letter", "A letter"

    class To(models.TextChoices):
        MENTEE = "mentee", "The young person"
        MENTOR = "mentor", "The mentor"

    class By(models.TextChoices):
        POST = "post", "By post"
        PORTAL = "portal", "On their own page"

    class SideReason(models.TextChoices):
        """In each side's own portal, if they like; the other side never reads it."""

        DONE = "done", _("We did what we wanted to do")
        TIME_UP = "time-up", _("Our time was up")
        CHANGE = "change", _("My life changed")
        NO_TIME = "no-time", _("I have no time for it now")
        NOT_RIGHT = "not-right", _("It did not feel right")
        OTHER = "other", _("Something else")
        NOT_SAY = "not-say", _("I’d rather not say")

    class Reason(models.TextChoices):
        AS_AGREED = "as-agreed", "The time agreed was up"
        GOALS_REACHED = "goals-reached", "Goals were reached"
        MENTEE_CHOSE = "mentee-chose", "The young person chose to end it"
        MENTOR_LIFE = "mentor-life", "The mentor's life changed"
        MOVED = "moved", "One of them moved away"
        LOST_TOUCH = "lost-touch", "They lost touch"
        SAFETY = "safety", "To keep somebody safe"
        OTHER = "other", "Another reason"

    match = models.OneToOneField(Match, on_delete=models.PROTECT, related_name="ending")
    planned = models.CharField("was it planned?", max_length=14, choices=Planned.choices, blank=True)
    reason = models.CharField("why?", max_length=14, choices=Reason.choices, blank=True)
    reason_words = SealedTextField("in a sentence", blank=True)
    last_contact_on = models.DateField("last time they were in touch", null=True, blank=True)
    mentee_reason = models.CharField("why, from their side?", max_length=10, choices=SideReason.choices, blank=True)
    mentee_reason_words = SealedTextField("in their words", blank=True)
    mentee_reflection = SealedTextField("what was it like?", blank=True)
    mentee_said_at = models.DateTimeField(null=True, blank=True, editable=False)
    mentor_reason = models.CharField("why, from their side?", max_length=10, choices=SideReason.choices, blank=True)
    mentor_reason_words = SealedTextField("in their words", blank=True)
    mentor_reflection = SealedTextField("what was it like?", blank=True)
    mentor_said_at = models.DateTimeField(null=True, blank=True, editable=False)
    way = models.CharField("how is it marked?", max_length=8, choices=Way.choices, blank=True)
    meeting_on = models.DateField("meeting held on", null=True, blank=True)
    talked_about = models.JSONField("what was talked about", default=list, blank=True)
    letter = SealedTextField("words of the letter", blank=True)
    letter_to = models.CharField("who is it for?", max_length=6, choices=To.choices, default=To.MENTEE)
    letter_by = models.CharField("how does it get there?", max_length=6, choices=By.choices, blank=True)
    letter_sent_on = models.DateField("letter sent on", null=True, blank=True)
    letter_confirmed_on = models.DateField("letter confirmed on", null=True, blank=True)
    contact_after = models.BooleanField("will they be in touch afterwards?", null=True, blank=True)
    contact_channel = models.CharField("how?", max_length=120, blank=True)
    contact_until = models.DateField("until when?", null=True, blank=True)
    contact_known = SealedTextField("what do staff know of it?", blank=True)
    learned = SealedTextField("what we learned for the next match", blank=True)
    what_next = SealedTextField("what next for the young person", blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    review_signed_at = models.DateTimeField(null=True, blank=True)
    review_signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = OfMatchQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(contact_after=True) | (~Q(contact_channel="") & Q(contact_until__isnull=False)),
                name="matching_ending_contact_said_whole",
            )
        ]

    class DataProtection:
        personal = ("recorded_by", "review_signed_by", "contact_channel")
        sensitive = (
            "reason", "reason_words", "mentee_reason", "mentee_reason_words", "mentee_reflection", "mentor_reason",
            "mentor_reason_words", "mentor_reflection", "letter", "what_next", "learned", "contact_known",
        )  # fmt: skip
        ordinary = (
            "match", "planned", "last_contact_on", "way", "meeting_on", "talked_about", "letter_to", "letter_by",
            "letter_sent_on", "letter_confirmed_on", "mentee_said_at", "mentor_said_at", "contact_after",
            "contact_until", "review_signed_at",
        )  # fmt: skip


class GoalAtEnd(Record):
    """What became of one goal when the match ended: reached, carried on with somebody, or let go."""

    class Outcome(models.TextChoices):
        REACHED = "reached", "Reached"
        CARRIED_ON = "carried-on", "It goes on, with somebody else"
        LET_GO = "let-go", "Let go"

    ending = models.ForeignKey(Ending, on_delete=models.CASCADE, related_name="goals")
    goal = models.OneToOneField(Goal, on_delete=models.CASCADE, related_name="at_end")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    carried_on_with = models.CharField("with whom", max_length=120, blank=True)

    class Meta:
        ordering = ["goal__created_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome="carried-on") | ~Q(carried_on_with=""), name="matching_goalatend_carried_on_with"
            )
        ]

    class DataProtection:
        personal = ("carried_on_with",)
        sensitive = ("outcome",)
        ordinary = ("ending", "goal")


class EndingTakenBack(Record):
    """An ending that was recorded, and taken back within a fortnight: kept whole, while the match has none any more."""

    match = models.ForeignKey(Match, on_delete=models.PROTECT, related_name="endings_taken_back")
    ended_on = models.DateField()
    planned = models.CharField(max_length=14, choices=Ending.Planned.choices)
    told = SealedJSONField("all that was on record")
    note = SealedTextField("why they go on")
    reopened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = OfMatchQuerySet.as_manager()

    class DataProtection:
        personal = ("reopened_by",)
        sensitive = ("told", "note")
        ordinary = ("match", "ended_on", "planned")


class FollowUp(Record):
    """Three months after the ending somebody asks the young person how they are."""

    class Outcome(models.TextChoices):
        SPOKEN = "spoken", "Yes, we spoke"
        NOT_REACHED = "not-reached", "No, I could not reach them"

    ending = models.OneToOneField(Ending, on_delete=models.CASCADE, related_name="follow_up")
    due_on = models.DateField()
    outcome = models.CharField(max_length=11, choices=Outcome.choices, blank=True)
    spoken_on = models.DateField(null=True, blank=True)
    words = SealedTextField(blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", spoken_on__isnull=True) | (~Q(outcome="") & Q(spoken_on__isnull=False)),
                name="matching_followup_recorded_whole",
            )
        ]
        indexes = [models.Index(fields=["outcome", "due_on"])]

    class DataProtection:
        personal = ("recorded_by",)
        sensitive = ("words",)
        ordinary = ("ending", "due_on", "outcome", "spoken_on")


class MentorReference(Record):
    """What the scheme says of a mentor to whoever they show it to: written once, theirs to download."""

    volunteer = models.OneToOneField(Volunteer, on_delete=models.CASCADE, related_name="mentor_reference")
    words = SealedTextField()
    written_on = models.DateField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class DataProtection:
        personal = ("volunteer", "words", "written_by")
        sensitive = ()
        ordinary = ("written_on",)


class EndingPlan(Record):
    """How two will come to their end: made in time, with them, and made again when they agree on another day."""

    match = models.OneToOneField(Match, on_delete=models.CASCADE, related_name="ending_plan")
    planned_for = models.DateField("the day they had agreed on", null=True, blank=True, editable=False)
    ends_on = models.DateField("the last time they meet")
    last_weeks = SealedTextField("what they do in their last weeks")
    goals = SealedTextField("what happens to the goals", blank=True)
    who_tells = SealedTextField("who tells whom, and when", blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = OfMatchQuerySet.as_manager()

    class DataProtection:
        personal = ("written_by",)
        sensitive = ("last_weeks", "goals", "who_tells")
        ordinary = ("match", "planned_for", "ends_on")
