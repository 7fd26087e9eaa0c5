"""What either of them wants to talk about next time (S14)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from matching.supervision.models import Supervision
from mentoring.fields import SealedTextField
from mentoring.records import Record
from schemes.people.models import Volunteer
from schemes.people.permissions import Role


class SupervisionPointQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Co-ordinators all of their scheme's, a supervisor those of mentors they supervise; a mentor their own."""
        planned = Supervision.objects.filter(supervisor=actor.user, outcome=Supervision.Outcome.PLANNED)
        supervises = Q(volunteer__supervisor=actor.user) | Q(volunteer__in=planned.values("volunteer"))
        staff = Q(volunteer__scheme_id__in=actor.schemes_with(Role.COORDINATOR)) | (
            supervises & Q(volunteer__scheme_id__in=actor.schemes_with(Role.SUPERVISOR))
        )
        mine = actor.own(volunteer__user=actor.user, is_mentors=True)
        return self.filter((staff & ~Q(volunteer__user=actor.user)) | mine)

    def open(self):
        """Not talked about yet, the oldest first: what was not reached is carried to the next time by itself."""
        return self.filter(settled_in__isnull=True).order_by("created_at")


class SupervisionPoint(Record):
    """A line for the next supervision of one mentor; it belongs to no date, so that a date that falls through loses
    nothing."""

    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="supervision_points")
    words = SealedTextField("what about?")
    is_mentors = models.BooleanField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    settled_in = models.ForeignKey(
        Supervision, null=True, blank=True, on_delete=models.SET_NULL, related_name="points_settled"
    )

    objects = SupervisionPointQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]

    class DataProtection:
        personal = ("volunteer", "by")
        sensitive = ("words",)
        ordinary = ("is_mentors", "settled_in")
