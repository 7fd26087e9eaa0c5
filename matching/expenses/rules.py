"""What a scheme pays of a mentor's expenses, and what a claim still lacks. Pure: money is Decimal pounds.

A volunteer is paid back what they spent and no more, or the payment counts as a wage (National Minimum Wage Act 1998
s.44); a mile by car at a rate that HMRC lets pass without tax (45p, Income Tax (Earnings and Pensions) Act 2003 s.230,
which HMRC applies to volunteer drivers).
"""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from mentoring.web.wording import counted, pounds, short_day

PENNY = Decimal("0.01")
MILEAGE = "mileage"
#: What is spent on a time together, of which a scheme pays so much; getting there and back is paid as it is.
TOGETHER = ("food", "activity", "other")

CLAIM_MOVES = {
    "waiting": {"asked", "approved", "refused", "withdrawn"},
    "asked": {"waiting", "withdrawn"},
    "approved": {"paid", "waiting"},
    "refused": {"waiting"},
    "paid": set(),
    "withdrawn": set(),
}
#: A claim that counts against what a session may cost.
COUNTS = ("waiting", "asked", "approved", "paid")


class PaysBack(Protocol):
    """The rules a scheme set itself. `session_most` None: as much as it costs."""

    mile_rate: Decimal
    session_most: Decimal | None
    receipt_above: Decimal
    within_days: int


def mileage_amount(miles: Decimal, rate: Decimal) -> Decimal:
    """Pounds for so many miles, to the nearest penny."""
    return (miles * rate).quantize(PENNY, ROUND_HALF_UP)


def wanting(claim: Mapping, rules: PaysBack, *, sent_on: date, so_far: Decimal, has_receipt: bool) -> dict[str, str]:
    """{field: sentence} for whatever stands against this claim; {} where nothing does.

    `claim`: kind, spent_on, amount, no_receipt_why, is_of_session. `sent_on`: the day it was first sent; `so_far`: what
    others claims of the same session already ask for food, activities and the like.
    """
    checks = {
        "spent_on": _day(claim["spent_on"], rules, sent_on),
        "amount": _amount(claim, rules, so_far),
        "no_receipt_why": _receipt(claim, rules, has_receipt),
    }
    return {field: words for field, words in checks.items() if words}


def _day(spent_on: date, rules: PaysBack, sent_on: date) -> str:
    if spent_on > sent_on:
        return "This day has not come yet. Check the date."
    if (sent_on - spent_on).days > rules.within_days:
        first = short_day(sent_on - timedelta(days=rules.within_days), sent_on)
        return (
            f"The scheme pays what is claimed within {counted(rules.within_days, 'day')}, so from {first} on. "
            "Ring your co-ordinator if something kept you."
        )
    return ""


def _amount(claim: Mapping, rules: PaysBack, so_far: Decimal) -> str:
    if claim["amount"] <= 0:
        return "Write how much it was."
    capped = rules.session_most is not None and claim["kind"] in TOGETHER and claim["is_of_session"]
    if not capped or so_far + claim["amount"] <= rules.session_most:
        return ""
    already = f" You have claimed {pounds(so_far)} for it already." if so_far else ""
    return (
        f"For food, activities and the like the scheme pays up to {pounds(rules.session_most)} a session.{already} "
        "Claim up to that, or ask your co-ordinator before you spend more."
    )


def _receipt(claim: Mapping, rules: PaysBack, has_receipt: bool) -> str:
    is_needed = claim["kind"] != MILEAGE and claim["amount"] > rules.receipt_above
    if not is_needed or has_receipt or claim["no_receipt_why"].strip():
        return ""
    return f"Above {pounds(rules.receipt_above)} we need a receipt. Add a photo of it, or say why there is none."
