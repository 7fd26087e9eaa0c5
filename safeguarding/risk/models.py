"""Risk assessment of both sides of a possible match (L8): written by one person, approved by another."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from guardian.models import GroupObjectPermissionBase, UserObjectPermissionBase

from mentoring.fields import SealedJSONField, SealedTextField
from safeguarding.guarded import Guarded
from schemes.people.models import Volunteer, YoungPerson
from schemes.people.permissions import Permission
from schemes.planning.models import Scheme


class RiskAssessment(Guarded):
    """One assessment of one pair, both sides. `pair_key` is a plain reference: this room knows no match."""

    guarded_as = "read_riskassessment"

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="risk_assessments")
    pair_key = models.UUIDField()
    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="risk_assessments")
    young_person = models.ForeignKey(YoungPerson, on_delete=models.CASCADE, related_name="risk_assessments")
    mentor_side = SealedTextField("risks on the mentor's side, and what makes them smaller")
    young_person_side = SealedTextField("risks on the young person's side, and what makes them smaller")
    meeting_safely = SealedTextField("where and how they meet safely")
    points = SealedJSONField("point by point: how likely, what might happen, what is done about it", default=list)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    sent_back_at = models.DateTimeField(null=True, blank=True)
    sent_back_why = SealedTextField("sent back because", blank=True)
    review_on = models.DateField("look again on")

    class Meta(Guarded.Meta):
        abstract = False
        permissions = [("read_riskassessment", "May read this risk assessment")]
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=models.F("author")),
                name="safeguarding_riskassessment_two_people",
            )
        ]
        indexes = [models.Index(fields=["pair_key", "-created_at"])]

    class DataProtection:
        personal = ("volunteer", "young_person", "author", "approved_by")
        sensitive = ("mentor_side", "young_person_side", "meeting_safely", "points", "sent_back_why")
        ordinary = ("scheme", "pair_key", "approved_at", "sent_back_at", "review_on")

    @property
    def stands(self) -> str:
        """Where the assessment is, in words."""
        if self.approved_at:
            return "Approved"
        return "Sent back" if self.sent_back_at else "Waits for a lead"

    @classmethod
    def within_reach(cls, actor):
        return Q(scheme_id__in={*actor.schemes_for(Permission.RISK_WRITE), *actor.schemes_for(Permission.RISK_APPROVE)})

    @classmethod
    def not_about(cls, user):
        return ~Q(volunteer__in=Volunteer.objects.filter(user=user)) & ~Q(
            young_person__in=YoungPerson.objects.filter(user=user)
        )


class RiskAssessmentUserPermission(UserObjectPermissionBase):
    content_object = models.ForeignKey(RiskAssessment, on_delete=models.CASCADE)

    class DataProtection:
        personal = ("user",)
        sensitive = ()
        ordinary = ("content_object", "permission")


class RiskAssessmentGroupPermission(GroupObjectPermissionBase):
    content_object = models.ForeignKey(RiskAssessment, on_delete=models.CASCADE)

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("content_object", "group", "permission")
