"""The review of suitability at the end of training, by two different people (S11, P1)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from mentoring.fields import SealedJSONField, SealedTextField
from mentoring.records import Record
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission, Role
from schemes.training.models.sessions import Attendance, taught_by


class SuitabilityReviewQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Whoever reads people; a supervisor of own mentors; a trainer of those they taught. Nobody their own."""
        taught = Attendance.objects.filter(taught_by(actor.user, "session__"), volunteer=models.OuterRef("volunteer"))
        return self.exclude(volunteer__user=actor.user).filter(
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

    #: What a confirmed review does to the volunteer.
    LEADS_TO = {
        Outcome.READY: Volunteer.State.APPROVED,
        Outcome.GROUP_ONLY: Volunteer.State.GROUP_ONLY,
        Outcome.NOT_YET: Volunteer.State.TRAINING,
        Outcome.NO: Volunteer.State.DECLINED,
    }

    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="suitability_reviews")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    reasons = SealedTextField()
    peer_ready = SealedTextField("peer mentors: ready, willing, able; separate enough (P1)", blank=True)
    peer_answers = SealedJSONField("the six questions of a peer mentor’s readiness (P1, L11)", default=dict, blank=True)
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
        sensitive = ("outcome", "reasons", "peer_ready", "peer_answers")
        ordinary = ("second_at",)

    @property
    def leads_to(self) -> str:
        """The state of the volunteer once two people agree."""
        return self.LEADS_TO[self.outcome]
