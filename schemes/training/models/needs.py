"""What somebody needs to learn next, as it came up in supervision or elsewhere (S14: ongoing training)."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from mentoring.fields import SealedTextField
from mentoring.records import Record
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission, Role
from schemes.training.models.courses import Module
from schemes.training.models.proofs import StudyTry
from schemes.training.models.sessions import Attendance, taught_by


class TrainingNeedQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Whoever reads people; a supervisor of own mentors; a trainer of those on own courses; oneself."""
        taught = Attendance.objects.filter(taught_by(actor.user, "session__")).values("volunteer")
        return self.filter(
            Q(volunteer__scheme_id__in=actor.schemes_for(Permission.PEOPLE_READ))
            | Q(volunteer__supervisor=actor.user, volunteer__scheme_id__in=actor.schemes_with(Role.SUPERVISOR))
            | Q(volunteer__in=taught, volunteer__scheme_id__in=actor.schemes_with(Role.TRAINER))
            | Q(volunteer__user=actor.user)
        )

    def open(self):
        """Neither heard since nor let go, the oldest first. Whoever came to it, or passed it alone, is done with it by
        that."""
        came = Attendance.objects.filter(
            Q(session__module__topic=OuterRef("topic")) | Q(session__also__topic=OuterRef("topic")),
            volunteer=OuterRef("volunteer"), outcome=Attendance.State.ATTENDED,
            session__starts_at__date__gte=OuterRef("said_on"),
        )  # fmt: skip
        passed = StudyTry.objects.filter(
            volunteer=OuterRef("volunteer"), module__topic=OuterRef("topic"), passed=True, on__gte=OuterRef("said_on")
        )
        waiting = self.filter(~Exists(came), ~Exists(passed), closed_on__isnull=True)
        return waiting.exclude(volunteer__state__in=["left", "withdrawn", "declined"]).order_by("said_on")


class TrainingNeed(Record):
    """One topic for one mentor, and in a line what for."""

    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="training_needs")
    topic = models.CharField("what about?", max_length=20, choices=Module.Topic.choices)
    words = SealedTextField("in a line, if you like", blank=True)
    said_on = models.DateField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    closed_on = models.DateField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = TrainingNeedQuerySet.as_manager()

    class Meta:
        ordering = ["said_on"]
        indexes = [models.Index(fields=["volunteer", "closed_on"])]

    class DataProtection:
        personal = ("volunteer", "said_by", "closed_by")
        sensitive = ("topic", "words")
        ordinary = ("said_on", "closed_on")
