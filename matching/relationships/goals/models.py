"""What hangs on a goal: small steps towards it, and five sentences that say what reaching it looks like (S13)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from matching.relationships.models import Goal
from mentoring.fields import SealedJSONField
from mentoring.records import Record

LEVELS = (-2, -1, 0, 1, 2)


class OfGoalQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """As far as the goal itself is visible."""
        return self.filter(goal__in=Goal.objects.visible_to(actor))


class GoalStep(Record):
    """One small thing on the way. It has no day by which: nobody else's clock runs on a goal (P5)."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="steps")
    words = models.CharField("step", max_length=160)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = OfGoalQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]

    class DataProtection:
        personal = ("added_by",)
        sensitive = ("words",)
        ordinary = ("goal", "done_at")


class GoalLevels(Record):
    """Goal attainment scaling (Kiresuk and Sherman 1968), only where the two want it: what much less than hoped, less,
    as hoped, more and much more would look like, in their own words, and how much this goal counts beside others."""

    goal = models.OneToOneField(Goal, on_delete=models.CASCADE, related_name="levels")
    words = SealedJSONField("what each level looks like, from much less to much more", default=list)
    weight = models.PositiveSmallIntegerField("how much it counts", default=1)
    written_at = models.DateTimeField(editable=False)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = OfGoalQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "goal levels"
        constraints = [
            models.CheckConstraint(condition=Q(weight__gte=1, weight__lte=3), name="matching_goallevels_weight")
        ]

    class DataProtection:
        personal = ("written_by",)
        sensitive = ("words",)
        ordinary = ("goal", "weight", "written_at")


class GoalLevelSaid(Record):
    """Which of the five the young person says it is now; each answer is kept."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="levels_said")
    level = models.SmallIntegerField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = OfGoalQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]
        verbose_name_plural = "goal levels said"
        constraints = [
            models.CheckConstraint(condition=Q(level__gte=-2, level__lte=2), name="matching_goallevelsaid_range")
        ]

    class DataProtection:
        personal = ("said_by",)
        sensitive = ("level",)
        ordinary = ("goal",)
