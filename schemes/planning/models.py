"""A scheme, and what its first eight steps are made of (S1–S8)."""

from django.conf import settings
from django.db import models

from mentoring.records import Record, StateChange
from schemes.planning.states import SCHEME_MOVES


class Scheme(Record):
    """One mentoring scheme of a council or a charity, with the rules it set itself."""

    class State(models.TextChoices):
        PLANNING = "planning", "Planning"
        RECRUITING = "recruiting", "Recruiting"
        RUNNING = "running", "Running"
        CLOSING = "closing", "Closing"
        CLOSED = "closed", "Closed"

    class Nation(models.TextChoices):
        ENGLAND = "england", "England"
        WALES = "wales", "Wales"
        SCOTLAND = "scotland", "Scotland"
        NORTHERN_IRELAND = "northern-ireland", "Northern Ireland"

    moves = SCHEME_MOVES

    name = models.CharField(max_length=120)
    slug = models.SlugField("short name for web addresses", max_length=60, unique=True)
    nation = models.CharField(max_length=20, choices=Nation.choices, default=Nation.ENGLAND)
    state = models.CharField(max_length=12, choices=State.choices, default=State.PLANNING, editable=False)
    is_made_up = models.BooleanField(default=False, editable=False)
    out_of_hours_phone = models.CharField("out-of-hours number", max_length=40, blank=True)
    contact_email = models.EmailField("e-mail people can write to", blank=True)
    contact_phone = models.CharField("phone people can ring", max_length=40, blank=True)
    aim = models.TextField("aim of the scheme", blank=True)
    peer_definition = models.TextField("what this scheme means by “peer” (P1)", blank=True)
    offers_peer = models.BooleanField("offers peer mentors", default=True)
    offers_traditional = models.BooleanField("offers traditional mentors", default=True)
    second_tier = models.TextField("other support a young person can have as well or instead (P4)", blank=True)
    mentor_age_from = models.PositiveSmallIntegerField("youngest mentor", default=18)
    mentee_age_from = models.PositiveSmallIntegerField("youngest young person", default=16)
    mentee_age_to = models.PositiveSmallIntegerField("oldest young person", default=25)
    age_gap_least = models.PositiveSmallIntegerField("smallest age gap in years", default=3)
    training_hours_needed = models.DecimalField(
        "hours of training before matching", max_digits=4, decimal_places=1, default=12
    )
    references_needed = models.PositiveSmallIntegerField("references needed", default=2)
    supervision_every_days = models.PositiveSmallIntegerField("days between supervisions", default=42)
    peer_supervision_every_days = models.PositiveSmallIntegerField(
        "days between supervisions of peer mentors (P8)", default=28
    )
    review_every_days = models.PositiveSmallIntegerField("days between reviews of a match", default=91)
    lapse_after_days = models.PositiveSmallIntegerField("days without contact until a match has lapsed", default=42)

    class Meta:
        ordering = ["name"]

    class DataProtection:
        personal = ("contact_email", "contact_phone", "out_of_hours_phone")
        sensitive = ()
        ordinary = (
            "name", "slug", "nation", "state", "is_made_up", "aim", "peer_definition", "offers_peer",
            "offers_traditional", "second_tier", "mentor_age_from", "mentee_age_from", "mentee_age_to",
            "age_gap_least", "training_hours_needed", "references_needed", "supervision_every_days",
            "peer_supervision_every_days", "review_every_days", "lapse_after_days",
        )  # fmt: skip

    def __str__(self):
        return self.name


class SchemeStateChange(StateChange):
    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="state_changes")

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("scheme",)


class PlanItem(Record):
    """Anything a step of the plan is made of; it belongs to one scheme."""

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="%(class)ss")

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
