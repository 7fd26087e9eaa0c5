"""Step 11: courses, sessions, attendance, and the review of suitability at the end (S11, R9, P2)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from mentoring.fields import SealedTextField
from mentoring.records import Record
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission, Role
from schemes.planning.models import PlanItem


class Course(PlanItem):
    """A course of modules."""

    title = models.CharField(max_length=120)

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("scheme", "title")

    def __str__(self):
        return self.title


class Module(Record):
    """Part of a course on one topic; some topics are needed before any matching (P2)."""

    class Topic(models.TextChoices):
        BOUNDARIES = "boundaries", "Boundaries"
        CONFIDENTIALITY = "confidentiality", "Confidentiality and its limits"
        SAFEGUARDING = "safeguarding", "Keeping people safe"
        TRAUMA = "trauma", "Trauma-informed practice"
        DEVELOPMENT = "development", "How young people develop"
        MENTAL_HEALTH = "mental-health", "Mental-health first aid"
        TRUST = "trust", "Building trust"
        COMMUNICATION = "communication", "Assertive communication"
        COMMITMENT = "commitment", "Commitment"
        ROLE = "role", "The mentor's role"

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="modules")
    topic = models.CharField(max_length=16, choices=Topic.choices)
    hours = models.DecimalField(max_digits=4, decimal_places=1)
    is_required = models.BooleanField("needed before matching", default=False)

    class Meta:
        ordering = ["created_at"]

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("course", "topic", "hours", "is_required")

    def __str__(self):
        return self.get_topic_display()


class TrainingSessionQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Whoever reads people or supervises sees every session; a trainer their own."""
        readers = actor.schemes_with(Role.COORDINATOR, Role.LEAD, Role.SUPERVISOR)
        return self.filter(
            Q(scheme_id__in=readers) | Q(trainer=actor.user, scheme_id__in=actor.schemes_with(Role.TRAINER))
        )


class TrainingSession(PlanItem):
    """One module taught on one day."""

    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="sessions")
    starts_at = models.DateTimeField("when")
    place = models.CharField(max_length=120)
    trainer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = TrainingSessionQuerySet.as_manager()

    class Meta(PlanItem.Meta):
        ordering = ["starts_at"]

    class DataProtection:
        personal = ("trainer",)
        sensitive = ()
        ordinary = ("scheme", "module", "starts_at", "place")

    def __str__(self):
        return f"{self.module}, {self.starts_at:%d.%m.%Y}"


class AttendanceQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Whole registers for those who read people; a supervisor own mentors, a trainer own courses; oneself."""
        return self.filter(
            Q(session__scheme_id__in=actor.schemes_for(Permission.PEOPLE_READ))
            | Q(volunteer__supervisor=actor.user, session__scheme_id__in=actor.schemes_with(Role.SUPERVISOR))
            | Q(session__trainer=actor.user, session__scheme_id__in=actor.schemes_with(Role.TRAINER))
            | Q(volunteer__user=actor.user)
        )


class Attendance(Record):
    """A volunteer's place on a training session, and whether they came."""

    class State(models.TextChoices):
        BOOKED = "booked", "Booked"
        ATTENDED = "attended", "Attended"
        MISSED = "missed", "Missed"

    session = models.ForeignKey(TrainingSession, on_delete=models.CASCADE, related_name="attendances")
    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="attendances")
    outcome = models.CharField(max_length=8, choices=State.choices, default=State.BOOKED)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "volunteer"], name="schemes_attendance_one_place_each")
        ]

    class DataProtection:
        personal = ("volunteer",)
        sensitive = ()
        ordinary = ("session", "outcome")


class SuitabilityReviewQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Whoever reads people; a supervisor of own mentors; a trainer of those they taught."""
        taught = Attendance.objects.filter(volunteer=models.OuterRef("volunteer"), session__trainer=actor.user)
        return self.filter(
            Q(volunteer__scheme_id__in=actor.schemes_for(Permission.PEOPLE_READ))
            | Q(volunteer__supervisor=actor.user, volunteer__scheme_id__in=actor.schemes_with(Role.SUPERVISOR))
            | (Q(volunteer__scheme_id__in=actor.schemes_with(Role.TRAINER)) & Q(models.Exists(taught)))
        )


class SuitabilityReview(Record):
    """S11: ready, ready for group support only, not yet, or no; with reasons, by two people."""

    class Outcome(models.TextChoices):
        READY = "ready", "Ready to be matched"
        GROUP_ONLY = "group-only", "Ready for group support only"
        NOT_YET = "not-yet", "Not yet"
        NO = "no", "No"

    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="suitability_reviews")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    reasons = SealedTextField()
    peer_ready = SealedTextField("peer mentors: ready, willing, able; separate enough (P1)", blank=True)
    first_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    second_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    second_at = models.DateTimeField(null=True, blank=True)

    objects = SuitabilityReviewQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(second_by__isnull=True) | ~Q(second_by=models.F("first_by")),
                name="schemes_suitabilityreview_two_people",
            )
        ]

    class DataProtection:
        personal = ("volunteer", "first_by", "second_by")
        sensitive = ("outcome", "reasons", "peer_ready")
        ordinary = ("second_at",)
