"""What happens while somebody waits: contact that keeps the door open, and other support they were pointed to."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from mentoring.fields import SealedTextField
from mentoring.records import Record
from schemes.people.models import YoungPerson
from schemes.young_people.models.meetings import OfYoungPersonQuerySet


class Contact(Record):
    """Somebody of the scheme got in touch with a young person, or tried to: who, when, how, and a line."""

    class Kind(models.TextChoices):
        PROGRESS = "progress", "While they wait"
        FIRST_MONTH = "first-month", "First month with a mentor"
        OTHER = "other", "Something else"

    class How(models.TextChoices):
        CALL = "call", "Call"
        TEXT = "text", "Text"
        EMAIL = "email", "E-mail"
        IN_PERSON = "in-person", "In person"
        LETTER = "letter", "Letter"

    class StillWants(models.TextChoices):
        NOT_ASKED = "", "Not asked, or not sure"
        YES = "yes", "Yes"
        NO = "no", "No: they want to stop"

    young_person = models.ForeignKey(YoungPerson, on_delete=models.CASCADE, related_name="contacts")
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.PROGRESS)
    made_on = models.DateField("when?")
    how = models.CharField(max_length=10, choices=How.choices)
    reached = models.BooleanField("we spoke, or they wrote back")
    still_wants = models.CharField("do they still want a mentor?", max_length=3, choices=StillWants.choices, blank=True)
    line = SealedTextField("a line about it", blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = OfYoungPersonQuerySet.as_manager()

    class Meta:
        ordering = ["-made_on", "-created_at"]
        indexes = [models.Index(fields=["young_person", "-made_on"])]

    class DataProtection:
        personal = ("young_person", "kind", "made_on", "how", "reached", "still_wants", "made_by")
        sensitive = ("line",)
        ordinary = ()


class Signpost(Record):
    """Other support that a young person was pointed to, and whether anybody asked how it went."""

    young_person = models.ForeignKey(YoungPerson, on_delete=models.CASCADE, related_name="signposts")
    where_to = models.CharField("where did you point them to?", max_length=200)
    why = SealedTextField("why there?", blank=True)
    told_on = models.DateField("when?")
    follow_up_on = models.DateField("when will you ask how it went?", null=True, blank=True)
    followed_up_on = models.DateField("asked how it went", null=True, blank=True)
    how_it_went = SealedTextField("how did it go?", blank=True)
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = OfYoungPersonQuerySet.as_manager()

    class Meta:
        ordering = ["-told_on", "-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(followed_up_on__isnull=True) | Q(followed_up_on__gte=F("told_on")),
                name="schemes_signpost_followed_up_after_told",
            )
        ]

    class DataProtection:
        personal = ("young_person", "where_to", "told_on", "follow_up_on", "followed_up_on", "told_by")
        sensitive = ("why", "how_it_went")
        ordinary = ()
