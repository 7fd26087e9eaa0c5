"""A mentor claims what they paid; somebody else decides; it is paid in one go. Nobody decides on their own."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from matching.expenses import actions, queries
from matching.expenses.models import ExpenseClaim, ExpenseClaimChange, PayRun, Receipt
from matching.expenses.reminders import expense_answered, expense_waiting
from matching.relationships.actions import session_log
from matching.tests.expenses.claiming import claim, decide, photo
from mentoring.transitions import Refused
from mentoring.web.uploads import made_anew
from schemes.people.actions import membership_grant


def held(pair, days=0):
    """Zofia and Jay met, just now."""
    at = timezone.now() - timedelta(days=days, hours=1)
    return session_log(
        match=pair.match, outcome="held", planned_at=at, channel="in-person", minutes=60, by=pair.mentor
    )  # fmt: skip


def states(one) -> list[str]:
    return [change.to_state for change in one.changes.all()]


def paid(pair, *claims, reference="BACS 12"):
    return actions.expenses_pay(
        scheme=pair.scheme, claims=claims, reference=reference, paid_on=timezone.localdate(), by=pair.coordinator
    )


def after(days):
    return timezone.now() + timedelta(days=days)


def test_from_the_bus_ticket_to_the_payment(pair):
    one = claim(pair, session=held(pair))
    assert (one.state, one.amount, one.receipts.count()) == ("waiting", Decimal("4.60"), 1)
    one = decide(pair, one)
    run = paid(pair, one)
    one.refresh_from_db()
    assert (one.state, one.pay_run) == ("paid", run)
    assert states(one) == ["waiting", "approved", "paid"]


def test_miles_are_paid_at_the_rate_of_the_day_they_were_claimed(pair):
    one = claim(pair, kind="mileage", miles=Decimal("7.3"), amount=None, receipt=False)
    actions.expense_rules_edit(scheme=pair.scheme, changes={"mile_rate": Decimal("0.30")}, by=pair.coordinator)
    two = claim(pair, kind="mileage", miles=Decimal("7.3"), amount=None, receipt=False, what_for="And back")
    assert (one.amount, two.amount) == (Decimal("3.29"), Decimal("2.19"))
    one.refresh_from_db()
    assert one.mile_rate == Decimal("0.45")


def test_a_session_costs_so_much_whoever_adds_it_up(pair):
    session = held(pair)
    food = {"kind": "food", "session": session, "amount": Decimal("9.00")}
    first = claim(pair, **food)
    with pytest.raises(Refused, match=r"up to £15.00 a session. You have claimed £9.00"):
        claim(pair, **{**food, "kind": "activity"})
    claim(pair, session=session, amount=Decimal("20.00"))  # the bus is no part of it
    actions.expense_withdraw(claim=first, by=pair.mentor)
    claim(pair, **{**food, "kind": "activity"})


def test_pressing_twice_claims_once(pair):
    claim(pair)
    with pytest.raises(Refused, match="already"):
        claim(pair)
    claim(pair, what_for="The 52 the other way")


@pytest.mark.parametrize("who", ["coordinator", "peer", "mentee"])
def test_only_the_mentor_claims_takes_back_and_answers(pair, who):
    one, other = claim(pair), getattr(pair, who)
    with pytest.raises(Refused, match="mentor themselves"):
        claim(pair, by=other, receipt=False)
    with pytest.raises(Refused, match="mentor themselves"):
        actions.expense_withdraw(claim=one, by=other)
    with pytest.raises(Refused, match="mentor themselves"):
        actions.receipts_keep(volunteer=pair.volunteer, uploads=[made_anew(photo())], by=other)


def test_a_session_of_somebody_else_is_not_claimed(pair):
    with pytest.raises(Refused, match="not one of yours"):
        claim(pair, pair.peer_volunteer, session=held(pair))


def test_nobody_decides_or_pays_their_own_claim(pair):
    membership_grant(scheme=pair.scheme, user=pair.mentor, role="coordinator", by=pair.manager)
    one = claim(pair)
    with pytest.raises(Refused, match="about you"):
        decide(pair, one, by=pair.mentor)
    one = decide(pair, one)
    with pytest.raises(Refused, match="about you"):
        actions.expense_reopen(claim=one, by=pair.mentor)
    with pytest.raises(Refused, match="about you"):
        actions.expenses_pay(
            scheme=pair.scheme, claims=[one], reference="1", paid_on=timezone.localdate(), by=pair.mentor
        )
    assert not PayRun.objects.exists()
    inside = pair.actor(pair.mentor).within(pair.scheme)
    assert not ExpenseClaim.objects.visible_to(inside).exists()
    assert ExpenseClaim.objects.visible_to(pair.actor(pair.mentor)).get() == one, "on their own pages it is theirs"


def test_the_young_person_of_a_session_decides_nothing_about_it(pair):
    membership_grant(scheme=pair.scheme, user=pair.mentee, role="coordinator", by=pair.manager)
    one = claim(pair, session=held(pair))
    with pytest.raises(Refused, match="about you"):
        decide(pair, one, by=pair.mentee)
    assert not ExpenseClaim.objects.visible_to(pair.actor(pair.mentee)).exists()
    assert not queries.claims_waiting(pair.actor(pair.mentee))


def test_a_question_and_a_no_need_a_sentence(pair):
    one = claim(pair)
    for to in ("asked", "refused"):
        with pytest.raises(Refused, match="Write a sentence"):
            decide(pair, one, to)
    assert decide(pair, one, "refused", "We do not pay for parking fines.").state == "refused"


def test_an_answer_sends_it_again_and_what_it_said_before_is_kept(pair):
    one = decide(pair, claim(pair), "asked", "There and back?")
    said = {"kind": "transport", "spent_on": one.spent_on, "amount": Decimal("2.30"), "what_for": "One way"}
    one = actions.expense_answer(claim=one, answer="One way, sorry", **said, by=pair.mentor)
    assert (one.state, one.amount) == ("waiting", Decimal("2.30"))
    assert one.versions.get().before["amount"] == "4.60"
    assert [change.why for change in one.changes.all()] == ["", "There and back?", "One way, sorry"]
    with pytest.raises(Refused, match="cannot become"):
        actions.expense_answer(claim=one, **said, by=pair.mentor)


def test_an_old_claim_can_still_be_answered(pair):
    one = decide(pair, claim(pair), "asked", "There and back?")
    ExpenseClaim.objects.filter(pk=one.pk).update(
        sent_at=timezone.now() - timedelta(days=100), spent_on=timezone.localdate() - timedelta(days=150)
    )
    one.refresh_from_db()
    said = {"kind": "transport", "spent_on": one.spent_on, "amount": one.amount, "what_for": one.what_for}
    assert actions.expense_answer(claim=one, answer="Yes", **said, by=pair.mentor).state == "waiting"


def test_a_decision_can_be_looked_at_again_until_it_is_paid(pair):
    one = actions.expense_reopen(claim=decide(pair, claim(pair)), by=pair.coordinator)
    assert one.state == "waiting"
    one = decide(pair, one)
    paid(pair, one)
    with pytest.raises(Refused, match="paid already"):
        actions.expense_reopen(claim=one, by=pair.coordinator)
    with pytest.raises(Refused, match="cannot become"):
        actions.expense_withdraw(claim=one, by=pair.mentor)


def test_a_payment_is_all_or_none(pair):
    one, two = decide(pair, claim(pair)), claim(pair, what_for="And another")
    with pytest.raises(Refused, match="not approved any more"):
        paid(pair, one, two)
    one.refresh_from_db()
    assert (one.state, PayRun.objects.count()) == ("approved", 0)
    paid(pair, one)
    with pytest.raises(Refused, match="this reference already"):
        paid(pair, decide(pair, two))
    with pytest.raises(Refused, match="Choose"):
        paid(pair)


def test_a_receipt_can_be_taken_away_until_it_is_sent(pair):
    actions.receipts_keep(volunteer=pair.volunteer, uploads=[made_anew(photo())] * 2, by=pair.mentor)
    actions.receipt_drop(receipt=Receipt.objects.first(), by=pair.mentor)
    one = claim(pair, receipt=False)
    assert one.receipts.count() == 1
    with pytest.raises(Refused, match="was sent"):
        actions.receipt_drop(receipt=one.receipts.get(), by=pair.mentor)


def test_a_claim_has_so_many_receipts(pair):
    photos = [made_anew(photo())] * (actions.MOST_RECEIPTS + 1)
    with pytest.raises(Refused, match="8 receipts"):
        actions.receipts_keep(volunteer=pair.volunteer, uploads=photos, by=pair.mentor)
    assert not Receipt.objects.exists()


@pytest.mark.parametrize("broken", [{"amount": 0}, {"kind": "mileage"}, {"miles": 3}, {"state": "paid"}])
def test_the_database_holds_it_too(pair, broken):
    one = claim(pair)
    with pytest.raises(IntegrityError), transaction.atomic():
        ExpenseClaim.objects.filter(pk=one.pk).update(**broken)


def test_the_co_ordinators_hear_of_a_claim_that_waits_a_week(pair):
    membership_grant(scheme=pair.scheme, user=pair.mentor, role="coordinator", by=pair.manager)
    one = claim(pair)
    assert not list(expense_waiting(after(6)))
    assert {due.recipient_id for due in expense_waiting(after(7))} == {pair.coordinator.pk}, "not whoever made it"
    decide(pair, one)
    assert not list(expense_waiting(after(7)))


def test_the_mentor_hears_of_a_question_a_no_and_the_payment_and_of_nothing_that_is_no_longer_so(pair):
    one = decide(pair, claim(pair), "asked", "There and back?")
    assert [due.recipient_id for due in expense_answered(after(0))] == [pair.mentor.pk]
    actions.expense_withdraw(claim=one, by=pair.mentor)
    assert not list(expense_answered(after(0)))
    two = decide(pair, claim(pair, what_for="Another"))
    assert not list(expense_answered(after(0))), "approved is no news yet: the money is"
    paid(pair, two)
    assert len(list(expense_answered(after(0)))) == 1


def test_what_it_comes_to_by_month_and_budget_line(pair):
    today = timezone.localdate()
    one = decide(pair, claim(pair))
    decide(pair, claim(pair, what_for="Two", amount=Decimal("1.40")))
    claim(pair, what_for="Still waits", amount=Decimal("100"))
    paid(pair, one)
    (line,) = queries.totals(pair.scheme, since=today.replace(day=1))
    assert (line.line, line.number, line.to_pay, line.paid, line.total) == (
        "No budget line", 2, Decimal("1.40"), Decimal("4.60"), Decimal("6.00"),
    )  # fmt: skip
    assert not queries.totals(pair.other_scheme, since=today.replace(day=1))


@pytest.mark.django_db(transaction=True)
def test_what_became_of_a_claim_is_never_altered(pair):
    one = decide(pair, claim(pair), "asked", "There and back?")
    said = {"kind": "transport", "spent_on": one.spent_on, "amount": Decimal("2.30"), "what_for": "One way"}
    one = actions.expense_answer(claim=one, answer="One way", **said, by=pair.mentor)
    for rows in (ExpenseClaimChange.objects.filter(claim=one), one.versions.all()):
        with pytest.raises(Exception, match="never altered"), transaction.atomic():
            rows.update(created_at=timezone.now())
        with pytest.raises(Exception, match="never altered"), transaction.atomic():
            rows.delete()
