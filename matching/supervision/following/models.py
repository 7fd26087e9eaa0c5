"""What was agreed in supervision: who does what by when, followed until it is done or let go (S14)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from matching.supervision.models import Supervision
from mentoring.fields import SealedTextField
from mentoring.records import Record


class SupervisionActionQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """As far as the supervision itself: what was agreed, both read."""
        return self.filter(supervision__in=Supervision.objects.visible_to(actor))

    def open(self):
        return self.filter(outcome="").order_by("due_on", "created_at")


class SupervisionAction(Record):
    """One thing to do. `owner` is a member of the staff; nobody where it is the mentor's own."""

    class Outcome(models.TextChoices):
        OPEN = "", "To do"
        DONE = "done", "Done"
        DROPPED = "dropped", "Let go"

    supervision = models.ForeignKey(Supervision, on_delete=models.CASCADE, related_name="actions")
    words = SealedTextField("what?")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    due_on = models.DateField("by when?")
    outcome = models.CharField(max_length=7, choices=Outcome.choices, blank=True)
    because = SealedTextField("why it is let go", blank=True)
    closed_on = models.DateField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = SupervisionActionQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "created_at"]
        indexes = [models.Index(fields=["outcome", "due_on"]), models.Index(fields=["owner", "outcome"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", closed_on__isnull=True, closed_by__isnull=True)
                | (~Q(outcome="") & Q(closed_on__isnull=False, closed_by__isnull=False)),
                name="matching_supervisionaction_closed_whole",
            )
        ]

    class DataProtection:
        personal = ("owner", "closed_by")
        sensitive = ("words", "because")
        ordinary = ("supervision", "due_on", "outcome", "closed_on")

    @property
    def is_mentors(self) -> bool:
        return self.owner_id is None

    @property
    def who(self) -> str:
        return self.owner.name if self.owner_id else self.supervision.volunteer.first_name
