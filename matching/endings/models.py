"""Step 15: every relationship ends with a recorded formal ending, by a meeting or by letter (S15)."""

from django.conf import settings
from django.db import models

from matching.pairing.models import Match
from matching.relationships.models import OfMatchQuerySet
from mentoring.fields import SealedTextField
from mentoring.records import Record


class Ending(Record):
    """The formal ending of a match. A match cannot be closed without one, and has no second one."""

    class Planned(models.TextChoices):
        PLANNED = "planned", "Planned"
        UNPLANNED = "unplanned", "Not planned"
        PREMATURE = "premature", "Earlier than agreed"

    class Way(models.TextChoices):
        MEETING = "meeting", "A meeting with the co-ordinator"
        LETTER = "letter", "A letter"

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
    way = models.CharField("how is it marked?", max_length=8, choices=Way.choices)
    planned = models.CharField("was it planned?", max_length=10, choices=Planned.choices)
    reason = models.CharField(max_length=14, choices=Reason.choices)
    reason_words = SealedTextField("in a sentence", blank=True)
    last_contact_on = models.DateField("last time they were in touch", null=True, blank=True)
    meeting_on = models.DateField("meeting held on", null=True, blank=True)
    letter = SealedTextField("words of the letter", blank=True)
    letter_sent_on = models.DateField("letter sent on", null=True, blank=True)
    letter_confirmed_on = models.DateField("letter confirmed on", null=True, blank=True)
    mentee_reflection = SealedTextField("the young person's words", blank=True)
    mentor_reflection = SealedTextField("the mentor's words", blank=True)
    learned = SealedTextField("what we learned for the next match", blank=True)
    what_next = SealedTextField("what next for the young person", blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    review_signed_at = models.DateTimeField(null=True, blank=True)
    review_signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = OfMatchQuerySet.as_manager()

    class DataProtection:
        personal = ("recorded_by", "review_signed_by")
        sensitive = (
            "reason_words", "letter", "mentee_reflection", "mentor_reflection", "what_next", "reason",
            "learned",
        )  # fmt: skip
        ordinary = (
            "match", "way", "planned", "last_contact_on", "meeting_on", "letter_sent_on", "letter_confirmed_on",
            "review_signed_at",
        )  # fmt: skip
