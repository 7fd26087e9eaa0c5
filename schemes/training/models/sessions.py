"""Sessions and their registers (S11). A trainer knows the names on their own sessions and no others (roles.md)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from mentoring.records import Record
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission, Role
from schemes.planning.models import PlanItem
from schemes.training.models.courses import Module


def taught_by(user, before: str = "") -> Q:
    """Sessions this person teaches, alone or with somebody; `before` leads to the session ("session__")."""
    return Q(**{f"{before}trainer": user}) | Q(**{f"{before}second_trainer": user})


class TrainingSessionQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Whoever reads people or supervises sees every session; a trainer their own."""
        readers = actor.schemes_with(Role.COORDINATOR, Role.LEAD, Role.SUPERVISOR)
        teaches = taught_by(actor.user) & Q(scheme_id__in=actor.schemes_with(Role.TRAINER))
        return self.filter(Q(scheme_id__in=readers) | teaches)


class TrainingSession(PlanItem):
    """One module, or several, taught on one day."""

    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="sessions")
    also = models.ManyToManyField(Module, blank=True, related_name="+", verbose_name="also in this session")
    starts_at = models.DateTimeField("when")
    place = models.CharField(max_length=120)
    places = models.PositiveSmallIntegerField("how many places", null=True, blank=True)
    trainer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    second_trainer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = TrainingSessionQuerySet.as_manager()

    class Meta(PlanItem.Meta):
        ordering = ["starts_at"]

    class DataProtection:
        personal = ("trainer", "second_trainer")
        sensitive = ()
        ordinary = ("scheme", "module", "also", "starts_at", "place", "places")

    def __str__(self):
        return f"{self.module}, {self.starts_at:%d.%m.%Y}"

    @property
    def modules(self) -> list[Module]:
        """Everything taught in it, the main module first."""
        return [self.module, *self.also.all()]

    @property
    def trainers(self) -> list:
        return [user for user in (self.trainer, self.second_trainer) if user]


class AttendanceQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Whole registers for those who read people; a supervisor own mentors, a trainer own courses; oneself."""
        teaches = taught_by(actor.user, "session__") & Q(session__scheme_id__in=actor.schemes_with(Role.TRAINER))
        return self.filter(
            Q(session__scheme_id__in=actor.schemes_for(Permission.PEOPLE_READ))
            | Q(volunteer__supervisor=actor.user, session__scheme_id__in=actor.schemes_with(Role.SUPERVISOR))
            | teaches
            | Q(volunteer__user=actor.user)
        )


class Attendance(Record):
    """A volunteer's place on a training session, and whether they came.

    `seat` numbers the places that are taken: no two people hold the same one, which keeps a session from being
    given away twice over by two co-ordinators at once.
    """

    class State(models.TextChoices):
        BOOKED = "booked", "Booked"
        ATTENDED = "attended", "Attended"
        MISSED = "missed", "Missed"
        WAITING = "waiting", "Waiting list"
        CANCELLED = "cancelled", "Can’t come"

    session = models.ForeignKey(TrainingSession, on_delete=models.CASCADE, related_name="attendances")
    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="attendances")
    outcome = models.CharField(max_length=10, choices=State.choices, default=State.BOOKED)
    seat = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    asked_at = models.DateTimeField("on the waiting list since", null=True, blank=True, editable=False)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "volunteer"], name="schemes_attendance_one_place_each"),
            models.UniqueConstraint(fields=["session", "seat"], name="schemes_attendance_one_person_a_seat"),
            models.CheckConstraint(
                condition=Q(seat__isnull=True) | ~Q(outcome__in=["waiting", "cancelled"]),
                name="schemes_attendance_no_seat_kept_by_absent",
            ),
        ]

    class DataProtection:
        personal = ("volunteer",)
        sensitive = ()
        ordinary = ("session", "outcome", "seat", "asked_at")
