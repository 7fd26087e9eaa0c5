"""A scheme, and what its first eight steps are made of (S1–S8)."""

from django.contrib.auth import get_user_model
from django.core.validators import MaxValueValidator, MinValueValidator, validate_comma_separated_integer_list
from django.db import models

from mentoring.records import Record, StateChange
from schemes.people.permissions import STAFF
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
    full_review_months = models.CharField(
        "full reviews of a match, after so many months",
        max_length=40,
        default="3,6,12,24",
        blank=True,
        validators=[validate_comma_separated_integer_list],
        help_text="For example 3,6,12,24. Nothing: no full ones.",
    )
    review_every_days = models.PositiveSmallIntegerField(
        "days between reviews of a match", default=91, help_text="0: the full ones only, then one a year."
    )
    contact_first_month_days = models.PositiveSmallIntegerField(
        "days between check-ins in the first month",
        default=14,
        validators=[MinValueValidator(2), MaxValueValidator(28)],
    )
    contact_first_year_days = models.PositiveSmallIntegerField(
        "days between check-ins in the first year", default=30, validators=[MinValueValidator(7)]
    )
    contact_later_days = models.PositiveSmallIntegerField(
        "days between check-ins after that", default=91, validators=[MinValueValidator(7)]
    )
    peer_contact_days = models.PositiveSmallIntegerField(
        "most days between check-ins with a peer mentor and their young person (P8)",
        default=28,
        validators=[MinValueValidator(7)],
    )
    stage_days = models.JSONField("days at a stage, where not the usual ones", default=dict, blank=True, editable=False)
    lapse_after_days = models.PositiveSmallIntegerField("days without contact until a match has lapsed", default=42)

    class Meta:
        ordering = ["name"]

    class DataProtection:
        personal = ("contact_email", "contact_phone", "out_of_hours_phone")
        sensitive = ()
        ordinary = (
            "name", "slug", "nation", "state", "is_made_up", "aim", "peer_definition", "offers_peer",
            "offers_traditional", "second_tier", "mentor_age_from", "mentee_age_from", "mentee_age_to",
            "age_gap_least", "training_hours_needed", "references_needed", "review_every_days", "full_review_months",
            "contact_first_month_days", "contact_first_year_days", "contact_later_days", "peer_contact_days",
            "stage_days", "lapse_after_days",
        )  # fmt: skip

    def __str__(self):
        return self.name

    def staff(self):
        """Accounts that hold a live staff role in this scheme."""
        return (
            get_user_model()
            .objects.filter(memberships__scheme=self, memberships__ended_at__isnull=True, memberships__role__in=STAFF)
            .distinct()
        )


class SchemeStateChange(StateChange):
    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="state_changes")

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("scheme",)
