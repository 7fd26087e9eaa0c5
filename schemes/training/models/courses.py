"""Courses and what they are made of (S11, R9, P2)."""

from django.db import models

from mentoring.records import Record
from schemes.planning.models import PlanItem
from schemes.training.topics import Topic


class Course(PlanItem):
    """A course of modules, for every volunteer or for one kind of mentor. Retired, never deleted."""

    class MadeFor(models.TextChoices):
        EVERYBODY = "", "Every volunteer"
        MENTOR = "mentor", "Mentors who are not peers"
        PEER = "peer", "Peer mentors"

    title = models.CharField(max_length=120)
    made_for = models.CharField("who it is for", max_length=8, choices=MadeFor.choices, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True, editable=False)

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("scheme", "title", "made_for", "retired_at")

    def __str__(self):
        return self.title


class Module(Record):
    """Part of a course on one topic; some topics are needed before any matching (P2)."""

    Topic = Topic

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="modules")
    topic = models.CharField(max_length=16, choices=Topic.choices)
    about = models.TextField("what it covers", blank=True, max_length=2000)
    hours = models.DecimalField(max_digits=4, decimal_places=1)
    is_required = models.BooleanField("needed before matching", default=False)
    refresh_months = models.PositiveSmallIntegerField("heard again every so many months", null=True, blank=True)
    is_self_study = models.BooleanField("studied alone, with questions at the end", default=False)
    text = models.TextField("what there is to read", blank=True, max_length=20_000)
    questions = models.TextField(blank=True, max_length=10_000)
    pass_mark = models.PositiveSmallIntegerField("right answers needed, in per cent", default=80)
    tries_a_day = models.PositiveSmallIntegerField("goes a day", default=3)
    position = models.PositiveSmallIntegerField("place in the course", default=0, editable=False)
    retired_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["position", "created_at"]

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = (
            "course", "topic", "about", "hours", "is_required", "refresh_months", "is_self_study", "text", "questions",
            "pass_mark", "tries_a_day", "position", "retired_at",
        )  # fmt: skip

    def __str__(self):
        return self.get_topic_display()
