"""Step 14: supervision, individual and group, offered, held or missed (S14, P8)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from mentoring.fields import SealedTextField
from mentoring.records import Record
from schemes.people.models import Volunteer
from schemes.people.permissions import Role
from schemes.planning.models import Scheme


class SupervisionQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Co-ordinators and leads all of their scheme's, a supervisor their own, a mentor their own (shared part)."""
        return self.filter(
            Q(scheme_id__in=actor.schemes_with(Role.COORDINATOR, Role.LEAD))
            | Q(supervisor=actor.user, scheme_id__in=actor.schemes_with(Role.SUPERVISOR))
            | actor.own(volunteer__user=actor.user)
        )


class Supervision(Record):
    """One supervision of one mentor. A group one has a row per mentor, held together by `group_key`."""

    class Kind(models.TextChoices):
        INDIVIDUAL = "individual", "One to one"
        GROUP = "group", "In a group"

    class Outcome(models.TextChoices):
        PLANNED = "planned", "Planned"
        HELD = "held", "Held"
        MISSED = "missed", "Missed"
        CALLED_OFF = "called-off", "Called off"

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="supervisions")
    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="supervisions")
    supervisor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="supervisions")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.INDIVIDUAL)
    group_key = models.UUIDField(null=True, blank=True)
    planned_at = models.DateTimeField("when")
    place = models.CharField("where", max_length=120, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.PLANNED)
    shared_note = SealedTextField("what we agreed (the mentor can read this)", blank=True)
    private_note = SealedTextField("notes for supervision only", blank=True)
    to_do = SealedTextField("what happens next, who does it", blank=True)

    objects = SupervisionQuerySet.as_manager()

    class Meta:
        ordering = ["-planned_at"]
        indexes = [
            models.Index(fields=["outcome", "planned_at"]),
            models.Index(fields=["volunteer", "-planned_at"]),
        ]

    class DataProtection:
        personal = ("volunteer", "supervisor", "planned_at", "place")
        sensitive = ("shared_note", "private_note", "to_do")
        ordinary = ("scheme", "kind", "group_key", "outcome")
