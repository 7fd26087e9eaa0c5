"""A supervision to which several mentors come (S14, P6): one meeting, and a row for each mentor beside it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentoring.fields import SealedTextField
from mentoring.records import Record
from schemes.people.permissions import Role
from schemes.planning.models import Scheme


class SupervisionGroupQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Co-ordinators and leads all of their scheme's; a supervisor those they lead. Nobody as staff who is invited
        as a mentor: the list says who else came."""
        wide = Q(scheme_id__in=actor.schemes_with(Role.COORDINATOR, Role.LEAD))
        led = Q(led_by=actor.user, scheme_id__in=actor.schemes_with(Role.SUPERVISOR))
        return self.filter(wide | led).exclude(supervisions__volunteer__user=actor.user)


class SupervisionGroup(Record):
    """What all who were invited may read: when, where, what it was about. What is said of one stands with them."""

    class Outcome(models.TextChoices):
        PLANNED = "planned", _("Planned")
        HELD = "held", _("Held")
        CALLED_OFF = "called-off", _("Called off")

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="supervision_groups")
    led_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    planned_at = models.DateTimeField("when")
    place = models.CharField("where", max_length=120, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.PLANNED)
    topics = SealedTextField("what it was about (everybody invited reads this)", blank=True)
    because = SealedTextField("why it was called off", blank=True)

    objects = SupervisionGroupQuerySet.as_manager()

    class Meta:
        ordering = ["-planned_at"]
        indexes = [models.Index(fields=["scheme", "outcome", "planned_at"])]

    class DataProtection:
        personal = ("led_by", "planned_at", "place")
        sensitive = ("topics", "because")
        ordinary = ("scheme", "outcome")
