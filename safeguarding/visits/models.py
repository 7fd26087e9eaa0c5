"""Somebody who meets a young person alone, and is back by a time: a first meeting, a home visit, a lift."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mentoring.fields import SealedTextField
from mentoring.records import Record
from schemes.people.permissions import Role
from schemes.planning.models import Scheme

#: So long after they meant to be back the alarm goes to staff; a bus may be late.
GRACE = timedelta(minutes=15)
WATCHERS = (Role.COORDINATOR, Role.LEAD)


class VisitQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Whoever is out; and those who answer an alarm in the scheme, each other's too."""
        return self.filter(Q(scheme_id__in=actor.schemes_with(*WATCHERS)) | actor.own(who=actor.user))

    def out(self):
        """Not back yet, and nobody has found out how they are."""
        return self.filter(back_at__isnull=True, settled_at__isnull=True)

    def alarming(self, at):
        """Out longer than they said."""
        return self.out().filter(back_by__lt=at - GRACE)


class Visit(Record):
    """From when they set out until they say that they are back. Nobody is back because a computer thinks so."""

    class Kind(models.TextChoices):
        FIRST = "first", _("A first meeting")
        HOME = "home", _("A visit at home")
        DRIVE = "drive", _("A lift in my car")
        OTHER = "other", _("Another time alone together")

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="visits")
    who = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="visits")
    kind = models.CharField("what is it?", max_length=6, choices=Kind.choices)
    where = SealedTextField("where will you be?")
    with_whom = SealedTextField("whom do you meet?", blank=True)
    phone = models.CharField("where can we ring you?", max_length=40)
    back_by = models.DateTimeField("when will you be back?")
    back_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField("somebody found out how they are", null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_words = SealedTextField("what they found", blank=True)

    objects = VisitQuerySet.as_manager()

    class Meta:
        ordering = ["back_by"]
        indexes = [models.Index(fields=["scheme", "back_by"])]
        constraints = [
            models.CheckConstraint(condition=Q(back_by__gt=F("created_at")), name="safeguarding_visit_ends_later")
        ]

    class DataProtection:
        personal = ("who", "phone", "settled_by")
        sensitive = ("where", "with_whom", "settled_words", "kind", "back_by", "back_at", "settled_at")
        ordinary = ("scheme",)

    @property
    def is_out(self) -> bool:
        return self.back_at is None and self.settled_at is None
