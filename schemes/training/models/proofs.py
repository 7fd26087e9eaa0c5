"""What counts besides sessions: checks passed alone, earlier training by decision, and what is shown for it (S11)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from mentoring.fields import SealedTextField
from mentoring.records import Record
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission
from schemes.planning.models import PlanItem
from schemes.training.models.courses import Course, Module


class TrainingStandard(PlanItem):
    """The minimum before matching for one kind of mentor, where it differs from the scheme's own."""

    programme = models.CharField(max_length=8, choices=[("mentor", "Mentors"), ("peer", "Peer mentors")])
    hours = models.DecimalField(max_digits=4, decimal_places=1)
    topics = models.JSONField(default=list, blank=True)

    class Meta(PlanItem.Meta):
        constraints = [models.UniqueConstraint(fields=["scheme", "programme"], name="schemes_trainingstandard_one")]

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("scheme", "programme", "hours", "topics")


class OwnTrainingQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Whoever reads people, and the volunteer."""
        return self.filter(
            Q(volunteer__scheme_id__in=actor.schemes_for(Permission.PEOPLE_READ)) | Q(volunteer__user=actor.user)
        )


class StudyTry(Record):
    """One go at the questions of a module that is studied alone. `number` counts the goes of one day, so that the same
    page sent twice is one go."""

    module = models.ForeignKey(Module, on_delete=models.CASCADE, related_name="tries")
    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="study_tries")
    on = models.DateField()
    number = models.PositiveSmallIntegerField()
    right = models.PositiveSmallIntegerField()
    of = models.PositiveSmallIntegerField()
    passed = models.BooleanField()

    objects = OwnTrainingQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["module", "volunteer", "on", "number"], name="schemes_studytry_one_of_that_number"
            ),
            models.CheckConstraint(condition=Q(right__lte=models.F("of")), name="schemes_studytry_right_of_all"),
        ]

    class DataProtection:
        personal = ("volunteer", "on", "right", "passed")
        sensitive = ()
        ordinary = ("module", "number", "of")


class Equivalence(Record):
    """Earlier training that counts here by decision: what, when, the evidence that was seen, who decided."""

    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="equivalences")
    what = models.CharField("what they did, and where", max_length=200)
    done_on = models.DateField("when")
    topics = models.JSONField(default=list)
    hours = models.DecimalField(max_digits=4, decimal_places=1)
    evidence = SealedTextField("evidence seen")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )

    objects = OwnTrainingQuerySet.as_manager()

    class Meta:
        ordering = ["-done_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="schemes_equivalence_withdrawn_by_somebody",
            )
        ]

    class DataProtection:
        personal = ("volunteer", "what", "done_on", "decided_by", "withdrawn_by")
        sensitive = ("evidence",)
        ordinary = ("topics", "hours", "withdrawn_at")


class Certificate(Record):
    """A whole course done by one person, with a number that can be read out on the phone."""

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="certificates")
    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="certificates")
    number = models.CharField(max_length=20, unique=True)
    hours = models.DecimalField(max_digits=5, decimal_places=1)
    topics = models.JSONField(default=list)
    issued_on = models.DateField()

    objects = OwnTrainingQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_on"]
        constraints = [
            models.UniqueConstraint(fields=["course", "volunteer"], name="schemes_certificate_one_per_course")
        ]

    class DataProtection:
        personal = ("volunteer", "number")
        sensitive = ()
        ordinary = ("course", "hours", "topics", "issued_on")
