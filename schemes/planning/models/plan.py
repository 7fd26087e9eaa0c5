"""What a scheme is made of: resources, budget, actions, group, co-ordinator, manual, leaflets (S3–S8)."""

from django.conf import settings
from django.db import models

from mentoring.records import Record
from schemes.planning.models.need import PlanItem


class Resource(PlanItem):
    """S3: what the scheme can draw on."""

    class Kind(models.TextChoices):
        LEAVING_CARE = "leaving-care", "Expertise in leaving care"
        VOLUNTEERS = "volunteers", "Expertise in managing volunteers"
        MODEL = "model", "A credible mentoring model"
        FINANCE = "finance", "Finance for staff, capital and running costs"

    kind = models.CharField(max_length=14, choices=Kind.choices)
    words = models.TextField("what it is")
    shown_by = models.TextField("what shows it", blank=True)

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("scheme", "kind", "words", "shown_by")


class BudgetLine(PlanItem):
    """S3, S4: money by stage; a stage without money is flagged, evaluation among them."""

    class Stage(models.TextChoices):
        PLANNING = "planning", "Preparation and planning"
        RECRUITMENT = "recruitment", "Recruitment and training"
        MATCHING = "matching", "Matching and mentoring"
        EVALUATION = "evaluation", "Evaluation"

    class Kind(models.TextChoices):
        STAFF = "staff", "Staff"
        CAPITAL = "capital", "Capital"
        RUNNING = "running", "Running costs"

    stage = models.CharField(max_length=12, choices=Stage.choices)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    heading = models.CharField(max_length=120)
    planned = models.DecimalField("planned (£)", max_digits=10, decimal_places=2)
    actual = models.DecimalField("spent so far (£)", max_digits=10, decimal_places=2, default=0)

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("scheme", "stage", "kind", "heading", "planned", "actual")


class Action(PlanItem):
    """S4: something to be done, by whom, from when to when, after what."""

    class State(models.TextChoices):
        TO_DO = "to-do", "To do"
        DOING = "doing", "Under way"
        DONE = "done", "Done"
        DROPPED = "dropped", "Dropped"

    words = models.CharField("action", max_length=200)
    target = models.CharField("target it serves", max_length=200, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    starts_on = models.DateField("from")
    due_on = models.DateField("to")
    after = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="then")
    progress = models.CharField(max_length=8, choices=State.choices, default=State.TO_DO)

    class Meta(PlanItem.Meta):
        ordering = ["starts_on", "due_on"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(due_on__gte=models.F("starts_on")),
                name="schemes_action_not_due_before_start",
                violation_error_message="An action cannot be due before it starts.",
            )
        ]

    class DataProtection:
        personal = ("owner",)
        sensitive = ()
        ordinary = ("scheme", "words", "target", "starts_on", "due_on", "after", "progress")

    def __str__(self):
        return self.words


class GroupMember(PlanItem):
    """S5: a member of the advisory or reference group; young people among them."""

    name = models.CharField(max_length=120)
    organisation = models.CharField(max_length=120, blank=True)
    is_young_person = models.BooleanField("young person with experience of care", default=False)
    joined_on = models.DateField("joined")
    left_on = models.DateField("left", null=True, blank=True)

    class DataProtection:
        personal = ("name", "organisation", "is_young_person")
        sensitive = ()
        ordinary = ("scheme", "joined_on", "left_on")


class GroupMeeting(PlanItem):
    """S5: a meeting of the group; published papers and minutes can be read by its members."""

    held_on = models.DateField("date")
    papers = models.TextField(blank=True)
    minutes = models.TextField(blank=True)
    carried_over = models.TextField("actions carried over", blank=True)
    published = models.BooleanField("members may read it", default=False)

    class Meta(PlanItem.Meta):
        ordering = ["-held_on"]

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("scheme", "held_on", "papers", "minutes", "carried_over", "published")


class Appointment(PlanItem):
    """S6: the co-ordinator in post. A scheme without one is flagged everywhere."""

    co_ordinator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    specification = models.TextField("person specification")
    line_manager = models.CharField(max_length=120)
    application_checked = models.BooleanField("application and history checked", default=False)
    references_checked = models.BooleanField("two references checked", default=False)
    interviewed = models.BooleanField("interviewed by a panel with safer-recruitment training", default=False)
    checks_clear = models.BooleanField("criminal-record check seen and clear", default=False)
    appointed_on = models.DateField("appointed")
    induction_done_on = models.DateField("induction finished", null=True, blank=True)
    left_on = models.DateField("left the post", null=True, blank=True)

    class DataProtection:
        personal = (
            "co_ordinator", "line_manager", "application_checked", "references_checked", "interviewed", "checks_clear",
        )  # fmt: skip
        sensitive = ()
        ordinary = ("scheme", "specification", "appointed_on", "induction_done_on", "left_on")


class PolicyQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Everybody who belongs to the scheme may read what binds them."""
        return self.filter(scheme_id__in=actor.roles)


class Policy(PlanItem):
    """S7: one part of the manual, one version, checked against the law and against good practice."""

    title = models.CharField(max_length=120)
    version = models.PositiveSmallIntegerField(default=1, editable=False)
    body = models.TextField("text")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    legal_check_by = models.CharField("legal check by", max_length=120, blank=True)
    legal_check_on = models.DateField("legal check on", null=True, blank=True)
    practice_check_by = models.CharField("good-practice check by", max_length=120, blank=True)
    practice_check_on = models.DateField("good-practice check on", null=True, blank=True)
    standard = models.CharField("checked against which standard", max_length=200, blank=True)
    review_on = models.DateField("next review")

    objects = PolicyQuerySet.as_manager()

    class Meta(PlanItem.Meta):
        ordering = ["title", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "title", "version"], name="schemes_policy_one_per_version")
        ]

    class DataProtection:
        personal = ("owner", "legal_check_by", "practice_check_by")
        sensitive = ()
        ordinary = (
            "scheme", "title", "version", "body", "legal_check_on", "practice_check_on", "standard", "review_on",
        )  # fmt: skip

    def __str__(self):
        return f"{self.title} (version {self.version})"


class PolicyReading(Record):
    """S7: somebody has read and understood a version of a policy."""

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="readings")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["policy", "reader"], name="schemes_policyreading_once")]

    class DataProtection:
        personal = ("reader",)
        sensitive = ()
        ordinary = ("policy",)


class Leaflet(PlanItem):
    """S8: information for young people, referrers or volunteers; published ones stand on the scheme's public page."""

    class Audience(models.TextChoices):
        YOUNG_PEOPLE = "young-people", "Young people"
        REFERRERS = "referrers", "Referrers"
        VOLUNTEERS = "volunteers", "Volunteers"

    audience = models.CharField("for", max_length=14, choices=Audience.choices)
    title = models.CharField(max_length=120)
    body = models.TextField("text")
    version = models.PositiveSmallIntegerField(default=1, editable=False)
    is_published = models.BooleanField("on the public page", default=False)

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("scheme", "audience", "title", "body", "version", "is_published")

    def __str__(self):
        return self.title
