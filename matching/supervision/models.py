"""Step 14: supervision, individual and group, offered, attended or missed (S14, P8)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from matching.supervision.groups.models import SupervisionGroup
from mentoring.fields import SealedTextField
from mentoring.records import Record
from schemes.people.models import Volunteer
from schemes.people.permissions import Role
from schemes.planning.models import Scheme


def _of_staff(actor) -> Q:
    supervises = Q(supervisor=actor.user) | Q(volunteer__supervisor=actor.user)
    readers = Q(scheme_id__in=actor.schemes_with(Role.COORDINATOR, Role.LEAD)) | (
        supervises & Q(scheme_id__in=actor.schemes_with(Role.SUPERVISOR))
    )
    return readers & ~Q(volunteer__user=actor.user)


class SupervisionQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Staff as `private_to` says; a mentor their own (shared part)."""
        return self.filter(_of_staff(actor) | actor.own(volunteer__user=actor.user))

    def private_to(self, actor):
        """Those whose private note this person reads: co-ordinators and leads all of their scheme's; a supervisor what
        they hold and what was held before with a mentor who is theirs now. Nobody what is about themselves."""
        return self.filter(_of_staff(actor))

    def individual(self):
        return self.filter(kind=Supervision.Kind.INDIVIDUAL)


class Supervision(Record):
    """One supervision of one mentor. A group one has a row per mentor, held together by its `group`."""

    class Kind(models.TextChoices):
        INDIVIDUAL = "individual", "One to one"
        GROUP = "group", "In a group"

    class Outcome(models.TextChoices):
        PLANNED = "planned", _("Planned")
        HELD = "held", _("Held")
        MISSED = "missed", _("Missed")
        CALLED_OFF = "called-off", _("Called off")

    class MissedBy(models.TextChoices):
        MENTOR = "mentor", _("The mentor")
        SUPERVISOR = "supervisor", _("The supervisor")

    class Reason(models.TextChoices):
        ILL = "ill", _("Not well")
        WORK = "work", _("Work or learning")
        TRAVEL = "travel", _("Travel")
        AWAY = "away", _("Away")
        FORGOT = "forgot", _("Forgot")
        CAME_UP = "came-up", _("Something came up")
        NOT_SAID = "not-said", _("Not said")

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="supervisions")
    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="supervisions")
    supervisor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="supervisions")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.INDIVIDUAL)
    group = models.ForeignKey(
        SupervisionGroup, null=True, blank=True, on_delete=models.CASCADE, related_name="supervisions"
    )
    planned_at = models.DateTimeField("when")
    place = models.CharField("where", max_length=120, blank=True)
    times_moved = models.PositiveSmallIntegerField(default=0, editable=False)
    mentor_coming = models.BooleanField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.PLANNED)
    missed_by = models.CharField("who could not come?", max_length=10, choices=MissedBy.choices, blank=True)
    reason = models.CharField("what came up?", max_length=8, choices=Reason.choices, blank=True)
    because = SealedTextField("in a line, if you like", blank=True)
    shared_note = SealedTextField("what we agreed (the mentor can read this)", blank=True)
    private_note = SealedTextField("notes for supervision only", blank=True)
    written_at = models.DateTimeField("signed", null=True, blank=True, editable=False)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    mentor_comment = SealedTextField("what the mentor says to it", blank=True)
    commented_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = SupervisionQuerySet.as_manager()

    class Meta:
        ordering = ["-planned_at"]
        indexes = [
            models.Index(fields=["outcome", "planned_at"]),
            models.Index(fields=["volunteer", "-planned_at"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["group", "volunteer"], name="matching_supervision_one_place_each"),
            models.CheckConstraint(
                condition=Q(group__isnull=True, kind="individual") | Q(group__isnull=False, kind="group"),
                name="matching_supervision_group_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(missed_by="") | Q(outcome="missed"), name="matching_supervision_missed_by_fits"
            ),
            models.CheckConstraint(
                condition=Q(reason="") | Q(outcome__in=["missed", "called-off"]),
                name="matching_supervision_reason_fits",
            ),
        ]

    class DataProtection:
        personal = ("volunteer", "supervisor", "planned_at", "place", "mentor_coming", "missed_by", "written_by")
        sensitive = ("reason", "because", "shared_note", "private_note", "mentor_comment")
        ordinary = ("scheme", "kind", "group", "outcome", "times_moved", "written_at", "commented_at")

    @property
    def is_planned(self) -> bool:
        return self.outcome == self.Outcome.PLANNED
