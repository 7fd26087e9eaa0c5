"""What a scheme is for: the seventeen steps, the need, the aims (S1, S2)."""

from django.conf import settings
from django.db import models

from mentoring.records import Record
from schemes.people.permissions import Permission
from schemes.planning.models.scheme import Scheme


class PlanItemQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those who may read the plan of their scheme."""
        return self.filter(scheme_id__in=actor.schemes_for(Permission.SCHEME_READ))


class PlanItem(Record):
    """Anything a step of the plan is made of; it belongs to one scheme."""

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="%(class)ss")

    objects = PlanItemQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["created_at"]


class Step(PlanItem):
    """One of the seventeen steps of a scheme: owner, due date, notes, sign-off. Evidence is computed, never stored."""

    number = models.PositiveSmallIntegerField()
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    due_on = models.DateField("due", null=True, blank=True)
    notes = models.TextField(blank=True)
    signed_off_at = models.DateTimeField(null=True, blank=True, editable=False)
    signed_off_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )
    signed_off_why = models.TextField(blank=True, editable=False)
    missing_at_sign_off = models.JSONField(default=list, editable=False)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "number"], name="schemes_step_once"),
            models.CheckConstraint(
                condition=models.Q(number__gte=1, number__lte=17), name="schemes_step_one_of_seventeen"
            ),
            models.CheckConstraint(
                condition=models.Q(signed_off_at__isnull=True, signed_off_by__isnull=True)
                | models.Q(signed_off_at__isnull=False, signed_off_by__isnull=False),
                name="schemes_step_sign_off_whole",
            ),
        ]

    class DataProtection:
        personal = ("owner", "signed_off_by")
        sensitive = ()
        ordinary = (
            "scheme",
            "number",
            "due_on",
            "notes",
            "signed_off_at",
            "signed_off_why",
            "missing_at_sign_off",
        )


class Need(PlanItem):
    """S1: how many care leavers, how many may want a mentor, and what was decided. One per scheme."""

    la_codes = models.JSONField("local authorities", default=list)
    year = models.PositiveSmallIntegerField("year of the figures", null=True, blank=True)
    divide_by = models.DecimalField("divide by", max_digits=4, decimal_places=1, default=4)
    served_elsewhere = models.PositiveIntegerField("young people other provision already serves", default=0)
    support_now = models.TextField("support that exists already", blank=True)
    enough_support = models.TextField("is there enough support for a scheme?", blank=True)
    no_duplication = models.TextField("why it would not duplicate others", blank=True)
    adds_choice = models.TextField("how it adds to the range and choice", blank=True)
    decision = models.CharField(
        max_length=10, blank=True, choices=[("go", "Go on"), ("not-yet", "Not yet"), ("stop", "Do not start")]
    )
    decided_on = models.DateField("decided on", null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scheme"], name="schemes_need_one")]

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = (
            "scheme", "la_codes", "year", "divide_by", "served_elsewhere", "support_now", "enough_support",
            "no_duplication", "adds_choice", "decision", "decided_on",
        )  # fmt: skip


class Consultation(PlanItem):
    """S1: who was asked, what they said, what changed because of it."""

    class With(models.TextChoices):
        YOUNG_PEOPLE = "young-people", "Young people"
        AGENCIES = "agencies", "Agencies"

    with_whom = models.CharField("who was asked", max_length=14, choices=With.choices)
    who = models.CharField("who took part", max_length=200)
    held_on = models.DateField("when")
    said = models.TextField("what was said")
    changed = models.TextField("what changed because of it", blank=True)

    class DataProtection:
        personal = ("who",)
        sensitive = ()
        ordinary = ("scheme", "with_whom", "held_on", "said", "changed")


class Objective(PlanItem):
    """S2: success is progress against both process and outcome objectives."""

    class Kind(models.TextChoices):
        PROCESS = "process", "Process"
        OUTCOME = "outcome", "Outcome"

    class Count(models.TextChoices):
        BY_HAND = "", "Entered by hand"
        MENTORS_APPROVED = "mentors-approved", "Mentors approved"
        MATCHES_STARTED = "matches-started", "Matches started"
        MATCHES_SIX_MONTHS = "matches-six-months", "Matches that reached six months"
        PLANNED_ENDINGS = "planned-endings", "Share of endings that were planned (%)"
        SUPERVISION_KEPT = "supervision-kept", "Share of supervisions held (%)"

    kind = models.CharField(max_length=8, choices=Kind.choices)
    words = models.TextField("objective")
    measure = models.CharField("measured by", max_length=200)
    counted_as = models.CharField("counted from the records", max_length=20, choices=Count.choices, blank=True)
    baseline = models.DecimalField(max_digits=9, decimal_places=1, default=0)
    target = models.DecimalField(max_digits=9, decimal_places=1)
    reached = models.DecimalField("reached so far", max_digits=9, decimal_places=1, null=True, blank=True)
    due_on = models.DateField("due")

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = (
            "scheme",
            "kind",
            "words",
            "measure",
            "counted_as",
            "baseline",
            "target",
            "reached",
            "due_on",
        )
