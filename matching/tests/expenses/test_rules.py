"""What a scheme pays back: the rules over plain values."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from matching.expenses.models import ExpenseRules
from matching.expenses.rules import mileage_amount, wanting

TODAY = date(2026, 11, 30)
RULES = ExpenseRules()  # the first values: 45p, £15 a session, a receipt above £5, 90 days


def claimed(**said):
    plain = {"kind": "food", "spent_on": TODAY, "amount": Decimal(4), "no_receipt_why": "", "is_of_session": True}
    return {**plain, **said}


def asked(so_far="0", has_receipt=True, rules=RULES, **said) -> set[str]:
    return set(wanting(claimed(**said), rules, sent_on=TODAY, so_far=Decimal(so_far), has_receipt=has_receipt))


@pytest.mark.parametrize(
    ("miles", "rate", "pounds"), [("10", "0.45", "4.50"), ("7.3", "0.45", "3.29"), ("0.1", "0.45", "0.05")]
)
def test_miles_become_pounds_to_the_penny(miles, rate, pounds):
    assert mileage_amount(Decimal(miles), Decimal(rate)) == Decimal(pounds)


def test_a_claim_in_order_lacks_nothing():
    assert asked() == set()


@pytest.mark.parametrize(("ago", "lacks"), [(0, set()), (90, set()), (91, {"spent_on"}), (-1, {"spent_on"})])
def test_a_claim_comes_within_the_schemes_days_and_not_before_its_day(ago, lacks):
    assert asked(spent_on=TODAY - timedelta(days=ago)) == lacks


@pytest.mark.parametrize(
    ("said", "so_far", "lacks"),
    [
        ({"amount": Decimal(15)}, "0", set()),
        ({"amount": Decimal("15.01")}, "0", {"amount"}),
        ({"amount": Decimal(4)}, "11.01", {"amount"}),
        ({"amount": Decimal(40), "kind": "transport"}, "0", set()),
        ({"amount": Decimal(40), "kind": "mileage"}, "0", set()),
        ({"amount": Decimal(40), "is_of_session": False}, "0", set()),
        ({"amount": Decimal(0)}, "0", {"amount"}),
    ],
)
def test_a_session_costs_so_much_and_getting_there_is_paid_as_it_is(said, so_far, lacks):
    assert asked(so_far=so_far, **said) == lacks


def test_a_scheme_may_set_no_limit_for_a_session():
    assert asked(rules=ExpenseRules(session_most=None), amount=Decimal(400)) == set()


@pytest.mark.parametrize(
    ("said", "lacks"),
    [
        ({"amount": Decimal(5)}, set()),
        ({"amount": Decimal("5.01")}, {"no_receipt_why"}),
        ({"amount": Decimal(9), "no_receipt_why": "The machine gave none"}, set()),
        ({"amount": Decimal(9), "no_receipt_why": "  "}, {"no_receipt_why"}),
        ({"amount": Decimal(9), "kind": "mileage"}, set()),
    ],
)
def test_a_receipt_is_asked_for_above_so_much_or_a_word_why_there_is_none(said, lacks):
    assert asked(has_receipt=False, **said) == lacks
