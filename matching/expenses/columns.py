"""Columns of expenses as finance gets them: no young person beyond initials, and never what it was for."""

from django.utils.timezone import localdate

from matching.expenses.queries import session_words
from schemes.people.downloads.sheet import Column


def session_of(claim) -> str:
    return session_words(claim.session, localdate()) if claim.session else ""


EXPENSE_COLUMNS = (
    Column("Mentor", lambda claim: claim.volunteer.name),
    Column("Reference", lambda claim: claim.volunteer.ref),
    Column("Day", lambda claim: claim.spent_on),
    Column("Kind", lambda claim: claim.get_kind_display()),
    Column("Miles", lambda claim: float(claim.miles) if claim.miles else None),
    Column("Pounds", lambda claim: float(claim.amount)),
    Column("Session", session_of),
    Column("Receipts", lambda claim: claim.receipt_number),
    Column("Budget line", lambda claim: claim.budget_line.heading if claim.budget_line else ""),
    Column("Where it stands", lambda claim: claim.get_state_display()),
    Column("Claimed", lambda claim: localdate(claim.sent_at)),
    Column("Paid on", lambda claim: claim.pay_run.paid_on if claim.pay_run else None),
    Column("Payment", lambda claim: claim.pay_run.reference if claim.pay_run else ""),
)
