"""The first time somebody of the scheme and a young person sit together (S10, L3)."""

from django.conf import settings
from django.db import models

from mentoring.fields import SealedTextField
from mentoring.records import Record
from schemes.people.models import YoungPerson
from schemes.people.permissions import Permission


class OfYoungPersonQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """What staff write about a young person: those who read people, in their scheme."""
        return self.filter(young_person__scheme_id__in=actor.schemes_for(Permission.PEOPLE_READ))


class FirstMeeting(Record):
    """Who met, what the young person wants, and their own choice to go on or not, which needs no reason."""

    class Choice(models.TextChoices):
        GO_ON = "go-on", "They want a mentor: add to the waiting list"
        THINK = "think", "They want to think about it"
        NOT = "not", "They don’t want to go on (no reason needed)"
        ELSEWHERE = "elsewhere", "Something else fits better: point them to it"

    young_person = models.ForeignKey(YoungPerson, on_delete=models.CASCADE, related_name="first_meetings")
    held_on = models.DateField("when did you meet?")
    who_was_there = models.CharField("who was there?", max_length=200)
    wants = SealedTextField("what they want, in their words", blank=True)
    needs = SealedTextField("what would help them take part", blank=True)
    choice = models.CharField("what did they choose?", max_length=10, choices=Choice.choices)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = OfYoungPersonQuerySet.as_manager()

    class Meta:
        ordering = ["held_on", "created_at"]

    class DataProtection:
        personal = ("young_person", "held_on", "who_was_there", "choice", "written_by")
        sensitive = ("wants", "needs")
        ordinary = ()
