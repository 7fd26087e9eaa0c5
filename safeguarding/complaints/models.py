"""A complaint, or "please review my match": by a route that the co-ordinator cannot read or block (P8).

Nobody it is about ever sees it, whatever their roles, and nobody handles their own. Entries are added, never changed.
"""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentoring.fields import SealedTextField
from mentoring.records import Record, StateChange
from mentoring.refusing import Refusal
from safeguarding.complaints.states import COMPLAINT_MOVES, LOOKED_INTO, UNREAD
from safeguarding.concerns.models import Concern, co_ordinating_since
from schemes.people.permissions import Role
from schemes.planning.models import Scheme


def late(today) -> Q:
    """Nobody said in time that they have it, or the answer did not come in time."""
    return Q(state__in=UNREAD, acknowledge_by__lt=today) | Q(state__in=LOOKED_INTO, answer_by__lt=today)


def reaches_managers(today) -> Q:
    return Q(is_independent=True) | Q(further_at__isnull=False) | late(today)


class ComplaintQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """What this person's roles read (`reading.reads`), less what they made and what is about them.

        Who co-ordinated when an independent one was made stays shut out of it after they have become something else.
        """
        shared = actor.schemes_with(Role.COORDINATOR)
        led = set(actor.schemes_with(Role.LEAD)) - set(shared)
        managed = set(actor.schemes_with(Role.MANAGER)) - set(shared)
        reach = Q(scheme_id__in=shared, is_independent=False) | Q(scheme_id__in=led)
        reach |= Q(reaches_managers(timezone.localdate()), scheme_id__in=managed)
        then = co_ordinating_since(OuterRef("created_at")).filter(user=actor.user, scheme=OuterRef("scheme"))
        mine = ComplaintSubject.objects.filter(user=actor.user).values("complaint")
        rows = self.filter(reach).exclude(made_by=actor.user).exclude(pk__in=mine)
        return rows.exclude(Exists(then), is_independent=True)

    def waiting(self):
        """Somebody has to read it, or to answer it."""
        return self.filter(state__in=(*UNREAD, *LOOKED_INTO))


class Complaint(Record):
    """One complaint. Whoever made it always sees it, with what became of it, on their own pages."""

    class State(models.TextChoices):
        MADE = "made", "Sent"
        TAKEN_ON = "taken-on", "Being looked into"
        ANSWERED = "answered", "Answered"
        FURTHER = "further", "Asked to look again"
        LOOKED_AGAIN = "looked-again", "Being looked at again"
        ANSWERED_AGAIN = "answered-again", "Answered again"
        SETTLED = "settled", "Settled"

    class Wants(models.TextChoices):
        COMPLAINT = "complaint", _("Something went wrong, or was not fair")
        REVIEW = "review", _("Please look at my match again")

    moves = COMPLAINT_MOVES

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="complaints")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="complaints_made")
    state = models.CharField(max_length=14, choices=State.choices, default=State.MADE, editable=False)
    wants = models.CharField("what is it?", max_length=10, choices=Wants.choices)
    words = SealedTextField("what happened, in their own words")
    hoped_for = SealedTextField("what would put it right", blank=True)
    about_words = SealedTextField("somebody else it is about", blank=True)
    is_independent = models.BooleanField("no co-ordinator reads it", default=True)
    acknowledge_by = models.DateField(help_text="its clock: three working days")
    answer_by = models.DateField(null=True, blank=True, help_text="ten working days from when somebody took it on")
    further_at = models.DateTimeField("asked to look again", null=True, blank=True)
    concern = models.OneToOneField(
        Concern, null=True, blank=True, on_delete=models.PROTECT, related_name="complaint", verbose_name="handed on as"
    )

    objects = ComplaintQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["scheme", "-created_at"]), models.Index(fields=["state"])]

    class DataProtection:
        personal = ("made_by",)
        sensitive = ("words", "hoped_for", "about_words", "wants", "state", "is_independent", "further_at", "concern")
        ordinary = ("scheme", "acknowledge_by", "answer_by")

    def opens_to(self, actor, permission) -> bool:
        """The same rows as the list: a complaint opens exactly where it is listed."""
        return Complaint.objects.visible_to(actor).filter(pk=self.pk).exists()

    @property
    def is_unread(self) -> bool:
        return self.state in UNREAD

    @property
    def is_looked_into(self) -> bool:
        return self.state in LOOKED_INTO

    @property
    def due_on(self):
        """The day by which somebody owes the next step; None where nobody does."""
        return self.acknowledge_by if self.is_unread else self.answer_by if self.is_looked_into else None


class ComplaintStateChange(StateChange):
    refuses = (Refusal("what was done about a complaint is append-only"),)
    complaint = models.ForeignKey(Complaint, on_delete=models.CASCADE, related_name="state_changes")

    class DataProtection:
        personal = ()
        sensitive = ("complaint",)
        ordinary = ()


class ComplaintSubject(Record):
    """Somebody with an account whom a complaint is about: they never see it, nor learn of it."""

    complaint = models.ForeignKey(Complaint, on_delete=models.CASCADE, related_name="subjects")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["complaint", "user"], name="safeguarding_complaintsubject_once")]

    class DataProtection:
        personal = ()
        sensitive = ("complaint", "user")
        ordinary = ()

    def __str__(self):
        return self.user.name


class ComplaintEntry(Record):
    """One line of what was done about it. Added, never changed. Whoever complained reads the answers, and their own."""

    refuses = (Refusal("what was done about a complaint is append-only"),)

    class Kind(models.TextChoices):
        NOTE = "note", "Note"
        ANSWER = "answer", "Answer"
        AGAIN = "again", "Why it should be looked at again"
        ABOUT = "about", "Somebody shut out"
        HANDED_ON = "handed-on", "Handed to the safeguarding lead"

    complaint = models.ForeignKey(Complaint, on_delete=models.CASCADE, related_name="entries")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    words = SealedTextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["created_at"]

    class DataProtection:
        personal = ("by",)
        sensitive = ("complaint", "kind", "words")
        ordinary = ()
