"""Which criminal record check a volunteer needs: answers, the rules they were put to, who confirmed it (S9, L10)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from mentoring.fields import SealedTextField
from mentoring.records import Record
from safeguarding.vetting import rulebook
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission


class VettingNeedQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those who read vetting, and everybody their own."""
        return self.filter(
            Q(volunteer__scheme_id__in=actor.schemes_for(Permission.VETTING_READ)) | Q(volunteer__user=actor.user)
        )


class VettingNeed(Record):
    """One working-out. The newest holds; older ones stay, so that it can be shown what was decided by which rules."""

    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="vetting_needs")
    answers = models.JSONField(default=dict)
    version = models.CharField("rules", max_length=40)
    level = models.CharField("check that the rules ask for", max_length=20)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField()
    overruled_to = models.CharField("check asked for instead", max_length=20, blank=True)
    overruled_why = SealedTextField("why not what the rules ask for", blank=True)
    second_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    second_on = models.DateField(null=True, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)

    objects = VettingNeedQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["volunteer"], condition=Q(replaced_at__isnull=True), name="safeguarding_vettingneed_one_holds"
            ),
            models.CheckConstraint(
                condition=Q(second_by__isnull=True) | ~Q(second_by=models.F("decided_by")),
                name="safeguarding_vettingneed_two_people",
            ),
        ]
        indexes = [models.Index(fields=["version", "replaced_at"])]

    class DataProtection:
        personal = ("volunteer", "answers", "decided_by", "decided_on", "second_by", "second_on")
        sensitive = ("level", "overruled_to", "overruled_why")
        ordinary = ("version", "replaced_at")

    @property
    def scheme_id(self):
        return self.volunteer.scheme_id

    @property
    def waits_for_second(self) -> bool:
        """Somebody wants another check than the rules ask for, or less than is usual, and nobody else has agreed."""
        return not self.second_by_id and (bool(self.overruled_to) or not self.is_settled(timezone.localdate()))

    def is_settled(self, today, scheme=None) -> bool:
        """Answers that ask for less than the scheme's usual ones count only once a second person agreed. `scheme`: the
        volunteer's, where it is at hand."""
        return bool(self.second_by_id) or not self.is_less(today, scheme)

    def is_less(self, today, scheme=None) -> bool:
        scheme, answers = scheme or self.volunteer.scheme, rulebook.answers_from(self.answers)
        usual = rulebook.usual_of(scheme.mentee_age_from, scheme.mentee_age_to)
        return rulebook.is_less(answers, usual, scheme.nation, today)

    def now(self, nation: str, today) -> rulebook.Need:
        """The same answers put to the rules in force today."""
        return rulebook.need_of(rulebook.answers_from(self.answers), nation, today)

    def level_now(self, nation: str, today) -> str:
        """What is needed today: what two people agreed on while the rules are those they looked at, else the rules'."""
        need = self.now(nation, today)
        agreed = self.overruled_to and self.second_by_id and need.version.id == self.version
        return self.overruled_to if agreed else need.level
