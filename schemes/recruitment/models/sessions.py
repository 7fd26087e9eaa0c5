"""S9: information sessions, and who has a place on them. Whoever books needs no account."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from mentoring.records import Record
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission
from schemes.planning.models import PlanItem


class InfoSession(PlanItem):
    """An evening on which people who may volunteer hear what it is. `taken` is counted with every place given, and
    the database holds it to the number of places: two people who book at once cannot both have the last one."""

    starts_at = models.DateTimeField("when")
    minutes = models.PositiveSmallIntegerField("how many minutes", default=60)
    place = models.CharField(max_length=200)
    words = models.TextField("what people should know", max_length=1000, blank=True)
    places = models.PositiveSmallIntegerField()
    taken = models.PositiveSmallIntegerField(default=0, editable=False)
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta(PlanItem.Meta):
        ordering = ["starts_at"]
        constraints = [
            models.CheckConstraint(condition=Q(taken__lte=F("places")), name="schemes_infosession_not_oversold")
        ]

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("scheme", "starts_at", "minutes", "place", "words", "places", "taken", "cancelled_at")


class InfoBookingQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(session__scheme_id__in=actor.schemes_for(Permission.PEOPLE_READ))


class InfoBooking(Record):
    """Somebody's place on an information session, or their turn in the queue for one; behind a private link."""

    class State(models.TextChoices):
        BOOKED = "booked", "Has a place"
        WAITING = "waiting", "Waits for a place"
        CANCELLED = "cancelled", "Gave it back"
        ATTENDED = "attended", "Came"
        MISSED = "missed", "Did not come"

    session = models.ForeignKey(InfoSession, on_delete=models.CASCADE, related_name="bookings")
    name = models.CharField(max_length=120)
    email = models.EmailField("e-mail", blank=True)
    phone = models.CharField(max_length=40, blank=True)
    heard_from = models.ForeignKey(
        "schemes.Campaign", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    volunteer = models.ForeignKey(
        Volunteer, null=True, blank=True, on_delete=models.SET_NULL, related_name="info_bookings"
    )
    outcome = models.CharField(max_length=9, choices=State.choices)
    token_hash = models.CharField(max_length=64, unique=True)
    reminded_at = models.DateTimeField("written to the day before", null=True, blank=True, editable=False)

    objects = InfoBookingQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]
        constraints = [
            models.UniqueConstraint(
                "session",
                Lower("email"),
                condition=Q(outcome__in=("booked", "waiting")) & ~Q(email=""),
                name="schemes_infobooking_one_live_each",
            )
        ]

    class DataProtection:
        personal = ("name", "email", "phone", "heard_from", "volunteer")
        sensitive = ("token_hash",)
        ordinary = ("session", "outcome", "reminded_at")
