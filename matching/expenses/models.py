"""What mentors spend for the scheme, and get back. Money is Decimal pounds, as in the scheme's budget (S3)."""

from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from matching.expenses.rules import CLAIM_MOVES
from matching.relationships.models import MentoringSession
from mentoring.fields import SealedJSONField, SealedTextField
from mentoring.records import Record, StateChange
from mentoring.refusing import Refusal
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission
from schemes.planning.models import BudgetLine, Scheme


class ExpenseRules(Record):
    """What a scheme pays; a scheme that has set nothing pays by these first values."""

    scheme = models.OneToOneField(Scheme, on_delete=models.CASCADE, related_name="expense_rules")
    mile_rate = models.DecimalField(
        "pounds a mile",
        max_digits=4,
        decimal_places=2,
        default=Decimal("0.45"),
        validators=[MinValueValidator(0), MaxValueValidator(2)],
    )
    session_most = models.DecimalField(
        "most for food, activities and the like at one session (£)",
        max_digits=6,
        decimal_places=2,
        null=True,
        blank=True,
        default=Decimal("15.00"),
        validators=[MinValueValidator(0)],
    )
    receipt_above = models.DecimalField(
        "a receipt is needed above (£)",
        max_digits=6,
        decimal_places=2,
        default=Decimal("5.00"),
        validators=[MinValueValidator(0)],
    )
    within_days = models.PositiveSmallIntegerField(
        "days within which it is claimed", default=90, validators=[MinValueValidator(7), MaxValueValidator(730)]
    )
    budget_line = models.ForeignKey(
        BudgetLine,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="budget line it is usually paid from",
    )

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("scheme", "mile_rate", "session_most", "receipt_above", "within_days", "budget_line")


class PayRunQuerySet(models.QuerySet):
    def visible_to(self, actor):
        return self.filter(scheme_id__in=actor.schemes_for(Permission.EXPENSE_EDIT))


class PayRun(Record):
    """Claims that were paid together, under one reference of the finance office. Rows are added, never changed."""

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="pay_runs")
    reference = models.CharField("reference of the payment", max_length=60)
    paid_on = models.DateField("paid on")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = PayRunQuerySet.as_manager()

    class Meta:
        ordering = ["-paid_on", "-created_at"]
        constraints = [models.UniqueConstraint(fields=["scheme", "reference"], name="matching_payrun_reference_once")]

    class DataProtection:
        personal = ("made_by",)
        sensitive = ()
        ordinary = ("scheme", "reference", "paid_on")

    def __str__(self):
        return self.reference


class ExpenseClaimQuerySet(models.QuerySet):
    def for_desk(self, actor):
        """Those a co-ordinator decides on: never their own, nor one of a session with themselves."""
        desk = self.filter(scheme_id__in=actor.schemes_for(Permission.EXPENSE_EDIT))
        return desk.exclude(volunteer__user=actor.user).exclude(session__match__young_person__user=actor.user)

    def visible_to(self, actor):
        """Co-ordinators what they decide on; mentors their own, on their own pages."""
        if actor.inside is not None:
            return self.for_desk(actor)
        return self.filter(Q(pk__in=self.for_desk(actor).values("pk")) | Q(volunteer__user=actor.user))


class ExpenseClaim(Record):
    """One thing a mentor paid for, with what it was for and its receipts. Whoever made it never decides on it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        ASKED = "asked", _("A question for you")
        APPROVED = "approved", _("Approved")
        REFUSED = "refused", _("Not paid")
        PAID = "paid", _("Paid")
        WITHDRAWN = "withdrawn", _("Taken back")

    class Kind(models.TextChoices):
        TRANSPORT = "transport", _("Bus, train or tram")
        MILEAGE = "mileage", _("Miles in my car")
        FOOD = "food", _("Food and drink together")
        ACTIVITY = "activity", _("Something we did")
        OTHER = "other", _("Something else")

    moves = CLAIM_MOVES

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="expense_claims")
    volunteer = models.ForeignKey(Volunteer, on_delete=models.PROTECT, related_name="expense_claims")
    state = models.CharField(max_length=9, choices=State.choices, default=State.WAITING, editable=False)
    kind = models.CharField("what kind?", max_length=9, choices=Kind.choices)
    spent_on = models.DateField("which day?")
    session = models.ForeignKey(
        MentoringSession, null=True, blank=True, on_delete=models.SET_NULL, related_name="expense_claims"
    )
    miles = models.DecimalField("how many miles?", max_digits=5, decimal_places=1, null=True, blank=True)
    mile_rate = models.DecimalField(max_digits=4, decimal_places=2, null=True, blank=True, editable=False)
    amount = models.DecimalField("how much? (£)", max_digits=7, decimal_places=2)
    what_for = SealedTextField("what was it for?")
    no_receipt_why = SealedTextField("no receipt?", blank=True)
    sent_at = models.DateTimeField(editable=False)
    budget_line = models.ForeignKey(
        BudgetLine, null=True, blank=True, on_delete=models.SET_NULL, related_name="expense_claims"
    )
    pay_run = models.ForeignKey(PayRun, null=True, blank=True, on_delete=models.PROTECT, related_name="claims")

    objects = ExpenseClaimQuerySet.as_manager()

    class Meta:
        ordering = ["-spent_on", "-created_at"]
        indexes = [
            models.Index(fields=["scheme", "state", "sent_at"]),
            models.Index(fields=["volunteer", "-spent_on"]),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="matching_expenseclaim_of_something"),
            models.CheckConstraint(
                condition=Q(kind="mileage", miles__gt=0, mile_rate__isnull=False)
                | (~Q(kind="mileage") & Q(miles__isnull=True, mile_rate__isnull=True)),
                name="matching_expenseclaim_miles_for_mileage",
            ),
            models.CheckConstraint(
                condition=~Q(state="paid") | Q(pay_run__isnull=False), name="matching_expenseclaim_paid_by_a_run"
            ),
        ]

    class DataProtection:
        personal = ("volunteer",)
        sensitive = ("what_for", "no_receipt_why")
        ordinary = (
            "scheme", "state", "kind", "spent_on", "session", "miles", "mile_rate", "amount", "sent_at", "budget_line",
            "pay_run",
        )  # fmt: skip


class ExpenseClaimChange(StateChange):
    """A step of a claim. The database refuses to alter or remove one. Its words may speak of a young person: sealed."""

    refuses = (Refusal("what became of a claim is never altered"),)
    claim = models.ForeignKey(ExpenseClaim, on_delete=models.PROTECT, related_name="changes")
    why = SealedTextField(blank=True)

    class DataProtection:
        personal = ()
        sensitive = ()
        ordinary = ("claim",)


class ExpenseClaimVersion(Record):
    """What a claim said before its mentor answered a question about it. The database refuses to alter or remove it."""

    refuses = (Refusal("what a claim said before is never altered"),)
    claim = models.ForeignKey(ExpenseClaim, on_delete=models.PROTECT, related_name="versions")
    before = SealedJSONField(default=dict)

    class Meta:
        ordering = ["created_at"]

    class DataProtection:
        personal = ()
        sensitive = ("before",)
        ordinary = ("claim",)


class ReceiptQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """With their claim; before it is sent, its mentor's alone."""
        sent = Q(claim__in=ExpenseClaim.objects.visible_to(actor))
        return self.filter(sent | (Q(claim__isnull=True) & actor.own(volunteer__user=actor.user)))


class Receipt(Record):
    """A photo or PDF, made anew when it came. It is kept as soon as it is there: the claim may be sent later."""

    volunteer = models.ForeignKey(Volunteer, on_delete=models.PROTECT, related_name="receipts")
    claim = models.ForeignKey(ExpenseClaim, null=True, blank=True, on_delete=models.PROTECT, related_name="receipts")
    kind = models.CharField(max_length=20)
    content = SealedTextField(help_text="the file itself, base64")

    objects = ReceiptQuerySet.as_manager()

    class Meta:
        ordering = ["created_at"]

    class DataProtection:
        personal = ("volunteer",)
        sensitive = ("content",)
        ordinary = ("claim", "kind")

    @property
    def is_picture(self) -> bool:
        return self.kind.startswith("image/")
