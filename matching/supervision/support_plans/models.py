"""What keeps a peer mentor well while they mentor (L6): written together, read by them, looked at again."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mentoring.fields import SealedTextField
from mentoring.records import Record
from schemes.people.models import Volunteer
from schemes.people.permissions import Role


class SupportPlanQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Co-ordinators and leads; whoever supervises the mentor now; the mentor. As staff, nobody their own."""
        staff = Q(volunteer__scheme_id__in=actor.schemes_with(Role.COORDINATOR, Role.LEAD)) | Q(
            volunteer__supervisor=actor.user, volunteer__scheme_id__in=actor.schemes_with(Role.SUPERVISOR)
        )
        own = Q(volunteer__user=actor.user)
        return self.filter((staff & ~own) | actor.own(volunteer__user=actor.user))


class SupportPlan(Record):
    """One writing of the plan; the newest counts, the older ones stay. What they went through themselves may come up
    again: this says what helps, how both notice that it is too much, and what happens after a hard session."""

    class RingWithin(models.IntegerChoices):
        SAME_DAY = 0, _("The same day")
        NEXT_DAY = 1, _("The next day")
        TWO_DAYS = 2, _("Within two days")

    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="support_plans")
    helps = SealedTextField("what helps")
    too_much = SealedTextField("how we notice that it is getting too much")
    who_to_call = SealedTextField("whom they ring, and when")
    after_hard = SealedTextField("what we do after a hard session")
    ring_within = models.PositiveSmallIntegerField(
        "after a hard session somebody rings", choices=RingWithin.choices, default=RingWithin.SAME_DAY
    )
    review_on = models.DateField("look at it again on")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField("the mentor said that it is right", null=True, blank=True)

    objects = SupportPlanQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["volunteer", "-created_at"])]

    class DataProtection:
        personal = ("volunteer", "written_by")
        sensitive = ("helps", "too_much", "who_to_call", "after_hard")
        ordinary = ("ring_within", "review_on", "agreed_at")

    def parts(self) -> list[tuple[str, str]]:
        """(heading, words) in the order in which it is read."""
        rings = gettext("%(within)s somebody rings.") % {"within": self.get_ring_within_display()}
        return [
            (gettext("What helps"), self.helps),
            (gettext("How we notice that it is too much"), self.too_much),
            (gettext("Whom to ring"), self.who_to_call),
            (gettext("After a hard session"), f"{rings} {self.after_hard}"),
        ]
