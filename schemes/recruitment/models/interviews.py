"""S9: an interview by two people. Each scores the same criteria before they see the other's; then they agree."""

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Q

from mentoring.fields import SealedJSONField, SealedTextField
from mentoring.records import Record
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission


class InterviewQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Whoever reads people, and the two who interviewed while they hold a role for it; never one's own."""
        readers, holders = actor.schemes_for(Permission.PEOPLE_READ), actor.schemes_for(Permission.INTERVIEW_HOLD)
        mine = Q(first_interviewer=actor.user) | Q(second_user=actor.user)
        seen = Q(volunteer__scheme_id__in=readers) | (Q(volunteer__scheme_id__in=holders) & mine)
        return self.filter(seen).exclude(volunteer__user=actor.user)

    def open(self):
        """Not agreed and not called off."""
        return self.filter(outcome="", called_off_at__isnull=True)


class Interview(Record):
    """S9: two interviewers, one agreed outcome with its reason. The second has an account or only a name."""

    class Outcome(models.TextChoices):
        GO_ON = "go-on", "Go on to checks"
        NOT_NOW = "not-now", "Not now"
        NO = "no", "Not taken on"

    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="interviews")
    held_on = models.DateField("held on")
    first_interviewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    second_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    second_interviewer = models.CharField(max_length=120, help_text="their name, with or without an account")
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)
    why = SealedTextField("why they decided so", blank=True)
    difference_words = SealedTextField("what lay behind a wide difference", blank=True)
    span_words = SealedTextField("what was said about how long they can stay", blank=True)
    notes = SealedTextField(blank=True)
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    agreed_at = models.DateTimeField(null=True, blank=True)
    called_off_at = models.DateTimeField(null=True, blank=True)

    objects = InterviewQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(second_user__isnull=True) | ~Q(second_user=F("first_interviewer")),
                name="schemes_interview_two_people",
            ),
            models.UniqueConstraint(
                fields=["volunteer"],
                condition=Q(outcome="", called_off_at__isnull=True),
                name="schemes_interview_one_open_each",
            ),
        ]

    class DataProtection:
        personal = ("volunteer", "first_interviewer", "second_user", "second_interviewer", "agreed_by")
        sensitive = ("why", "difference_words", "span_words", "notes")
        ordinary = ("held_on", "outcome", "agreed_at", "called_off_at")

    @property
    def is_open(self) -> bool:
        return not self.outcome and self.called_off_at is None


class InterviewScoreQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """One's own; another's only once both are in, whoever asks: nobody is led by what the other thought."""
        inside = self.filter(interview__in=Interview.objects.visible_to(actor))
        both_in = InterviewScore.objects.values("interview").annotate(n=Count("pk")).filter(n=2).values("interview")
        return inside.filter(Q(by=actor.user) | Q(interview__in=both_in))


class InterviewScore(Record):
    """What one of the two thought: 1–5 on each criterion, and how long the volunteer said they can stay."""

    class Seat(models.TextChoices):
        FIRST = "first", "First interviewer"
        SECOND = "second", "Second interviewer"

    class SpanSaid(models.TextChoices):
        LESS = "less", "Less than a year"
        ONE = "one", "About a year"
        TWO = "two", "Two years, or a little more"
        OPEN = "open", "As long as possible, or as long as it takes"
        UNSURE = "unsure", "They could not say"

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="scores")
    seat = models.CharField(max_length=6, choices=Seat.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    points = SealedJSONField(default=dict, help_text="1–5 per criterion")
    span_said = models.CharField(max_length=6, choices=SpanSaid.choices, blank=True)
    words = SealedTextField("what they heard", blank=True)

    objects = InterviewScoreQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["interview", "seat"], name="schemes_interviewscore_one_each"),
        ]

    class DataProtection:
        personal = ("interview", "by")
        sensitive = ("points", "words")
        ordinary = ("seat", "span_said")
