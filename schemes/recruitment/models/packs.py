"""S9: what was sent to somebody who may volunteer, when, how and by whom. A row for each time."""

from django.conf import settings
from django.db import models

from mentoring.records import Record
from schemes.people.models import Volunteer
from schemes.recruitment.models.history import OfVolunteerQuerySet


class PackSending(Record):
    """One time that papers went to a volunteer."""

    class Way(models.TextChoices):
        EMAIL = "email", "By e-mail"
        POST = "post", "By post"
        HAND = "hand", "By hand"

    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="packs_sent")
    things = models.JSONField("what was in it", default=list)
    way = models.CharField("how", max_length=5, choices=Way.choices)
    sent_on = models.DateField("when")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = OfVolunteerQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_on", "-created_at"]

    class DataProtection:
        personal = ("volunteer", "sent_on", "by")
        sensitive = ()
        ordinary = ("things", "way")
