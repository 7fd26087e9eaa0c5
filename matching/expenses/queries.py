"""Reading expenses: what a scheme pays, what a session has cost, what waits, what was paid by month and budget line."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db.models import Count, Min, Q, Sum
from django.db.models.functions import TruncMonth
from django.utils.timezone import localdate
from django.utils.translation import gettext

from matching.expenses.models import ExpenseClaim, ExpenseClaimChange, ExpenseRules, PayRun, Receipt
from matching.expenses.rules import COUNTS, TOGETHER
from matching.relationships.models import MentoringSession
from mentoring.web.wording import MONTHS, day_words, initials
from schemes.people.models import Volunteer
from schemes.planning.models import BudgetLine

State = ExpenseClaim.State
#: A claim that waits so long is somebody's to see to (the mentor paid out of their own pocket).
WAITS_DAYS = 7
#: So many sessions stand in the form.
SESSIONS_SHOWN = 30
NO_MONEY = Decimal("0.00")


def rules_of(scheme) -> ExpenseRules:
    """The scheme's own, or the first values."""
    return ExpenseRules.objects.filter(scheme=scheme).first() or ExpenseRules(scheme=scheme)


def own_volunteers(user):
    """Somebody's own records as a volunteer, also when they have left: what they paid for is still owed to them."""
    return Volunteer.objects.filter(user=user).exclude(state__in=["withdrawn", "declined"]).select_related("scheme")


def receipts_not_sent(volunteer):
    """Photos that wait for the claim to be sent."""
    return Receipt.objects.filter(volunteer=volunteer, claim=None)


def spent_on_session(session, beside=None) -> Decimal:
    """What claims of one session ask for food, activities and the like, `beside` this claim."""
    if session is None:
        return NO_MONEY
    rows = ExpenseClaim.objects.filter(session=session, kind__in=TOGETHER, state__in=COUNTS)
    rows = rows.exclude(pk=beside.pk) if beside else rows
    return rows.aggregate(sum=Sum("amount"))["sum"] or NO_MONEY


def sessions_to_claim(volunteer, since: date):
    """Sessions of this mentor that were written down, newest first: also those to which they went in vain."""
    rows = MentoringSession.objects.filter(match__volunteer=volunteer, planned_at__date__gte=since)
    rows = rows.exclude(outcome__in=["planned", "called-off"]).select_related("match__young_person")
    return rows.order_by("-planned_at")[:SESSIONS_SHOWN]


def session_words(session, today: date) -> str:
    """A session as a claim names it: its day, and no more of the young person than initials."""
    said = {
        "day": day_words(localdate(session.planned_at), today),
        "name": initials(session.match.young_person.first_name),
    }
    return gettext("%(day)s, with %(name)s") % said


def version_of(claim) -> dict:
    """What a claim says, as plain values."""
    return {
        "kind": claim.kind,
        "day": claim.spent_on.isoformat(),
        "session": str(claim.session_id or ""),
        "miles": str(claim.miles or ""),
        "amount": f"{claim.amount:.2f}",
        "what_for": claim.what_for,
        "no_receipt_why": claim.no_receipt_why,
    }


def own_claims(user):
    """Everything somebody has claimed, newest first."""
    rows = ExpenseClaim.objects.filter(volunteer__user=user).select_related("scheme", "pay_run")
    return rows.defer("what_for", "no_receipt_why")


def asked_back(user) -> list[ExpenseClaim]:
    """Their claims about which somebody has a question."""
    return list(own_claims(user).filter(state=State.ASKED).order_by("sent_at"))


def claims_listed(actor, scheme, state: str = ""):
    """Claims of a scheme as a co-ordinator reads them: what waits longest first, everything else newest first."""
    rows = ExpenseClaim.objects.visible_to(actor).filter(scheme=scheme)
    rows = rows.filter(state=state) if state else rows
    rows = rows.select_related("volunteer", "session__match__young_person", "budget_line", "pay_run")
    rows = rows.defer("what_for", "no_receipt_why").annotate(receipt_number=Count("receipts"))
    return rows.order_by("sent_at") if state in (State.WAITING, State.APPROVED) else rows.order_by("-sent_at")


def claim_counts(actor, scheme) -> dict[str, int]:
    """State → how many, for the tabs."""
    rows = ExpenseClaim.objects.visible_to(actor).filter(scheme=scheme).order_by()
    return dict(rows.values_list("state").annotate(n=Count("pk")))


@dataclass(frozen=True)
class Waiting:
    """Claims of one scheme that wait for a decision: how many, and since when the first of them."""

    scheme_id: object
    number: int
    since: date


def claims_waiting(actor) -> list[Waiting]:
    """For the first page, scheme by scheme: one query."""
    rows = ExpenseClaim.objects.for_desk(actor).filter(state=State.WAITING).order_by()
    found = rows.values("scheme_id").annotate(n=Count("pk"), since=Min("sent_at"))
    return [Waiting(row["scheme_id"], row["n"], localdate(row["since"])) for row in found]


def claims_overdue(at: datetime):
    """Claims that nobody has decided for a week, the oldest first; for the reminder."""
    late = ExpenseClaim.objects.filter(state=State.WAITING, sent_at__lte=at - timedelta(days=WAITS_DAYS))
    return late.select_related("scheme", "volunteer", "session__match__young_person").order_by("sent_at")


def claims_answered(at: datetime):
    """Steps of a claim of which its mentor hears: a question, a no, the payment. Of the last month, and still so."""
    told = (State.ASKED, State.REFUSED, State.PAID)
    since = at - timedelta(days=31)
    rows = ExpenseClaimChange.objects.filter(to_state__in=told, created_at__range=(since, at))
    rows = rows.select_related("claim__volunteer").order_by("created_at")
    return [row for row in rows if row.claim.state == row.to_state]


def pay_runs(actor, scheme):
    """Payments of a scheme with how many claims and how much, newest first; one's own claims are not counted out."""
    rows = PayRun.objects.visible_to(actor).filter(scheme=scheme).select_related("made_by")
    return rows.annotate(number=Count("claims"), amount=Sum("claims__amount"))


@dataclass(frozen=True)
class MonthLine:
    """What was spent in one month from one budget line: approved and not paid yet, and paid."""

    month: date
    line: str
    number: int
    to_pay: Decimal
    paid: Decimal

    @property
    def words(self) -> str:
        return f"{MONTHS[self.month.month - 1]} {self.month.year}"

    @property
    def total(self) -> Decimal:
        return self.to_pay + self.paid


def totals(scheme, since: date) -> list[MonthLine]:
    """By the month in which it was spent and the budget line it is paid from, the newest month first."""
    rows = ExpenseClaim.objects.filter(scheme=scheme, state__in=[State.APPROVED, State.PAID], spent_on__gte=since)
    rows = rows.order_by().annotate(month=TruncMonth("spent_on")).values("month", "budget_line__heading")
    found = rows.annotate(
        n=Count("pk"),
        to_pay=Sum("amount", filter=Q(state=State.APPROVED)),
        paid=Sum("amount", filter=Q(state=State.PAID)),
    )
    lines = [
        MonthLine(
            row["month"], row["budget_line__heading"] or "No budget line", row["n"], row["to_pay"] or NO_MONEY,
            row["paid"] or NO_MONEY,
        )
        for row in found
    ]  # fmt: skip
    return sorted(lines, key=lambda line: (-line.month.toordinal(), line.line))


@dataclass(frozen=True)
class LineSpent:
    """A budget line: what was planned, and what claims have taken of it."""

    heading: str
    planned: Decimal
    spent: Decimal

    @property
    def is_over(self) -> bool:
        return self.spent > self.planned


def lines_spent(scheme) -> list[LineSpent]:
    """Budget lines that claims are paid from."""
    spent = Sum("expense_claims__amount", filter=Q(expense_claims__state__in=[State.APPROVED, State.PAID]))
    rows = BudgetLine.objects.filter(scheme=scheme).annotate(spent=spent).filter(spent__gt=0).order_by("heading")
    return [LineSpent(row.heading, row.planned, row.spent) for row in rows]


def year_totals(claims) -> list[tuple[int, Decimal]]:
    """(year, paid) of somebody's own claims, the newest first: for their own books."""
    found: dict[int, Decimal] = defaultdict(Decimal)
    for claim in claims:
        if claim.state == State.PAID:
            found[claim.pay_run.paid_on.year] += claim.amount
    return sorted(found.items(), reverse=True)
