"""Expenses as the mentor and the co-ordinator meet them on their pages."""

import csv
import io
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from matching.expenses import actions
from matching.expenses.models import ExpenseClaim, ExpenseRules, PayRun, Receipt
from matching.tests.expenses.claiming import claim, decide, photo
from matching.tests.expenses.test_claims import held
from mentoring.tests.reading_age import reading_age_of_page
from schemes.people.actions import volunteer_edit, young_person_edit
from schemes.planning.actions import plan_item_save
from schemes.planning.models import BudgetLine


def sheet(name="receipt.jpg", data=None):
    return SimpleUploadedFile(name, photo() if data is None else data, "image/jpeg")


def typed(**said):
    return {"kind": "transport", "spent_on": "today", "amount": "4.60", "what_for": "The 52 and back", **said}


def claim_page(pair):
    return reverse("matching:expense_claim", args=[pair.volunteer.pk])


def desk(pair, name="expense_list", *args):
    return reverse(f"matching:{name}", args=[pair.scheme.slug, *args])


def words(response) -> str:
    return response.content.decode()


@pytest.fixture
def zofia(pair):
    return pair.client(pair.mentor)


@pytest.fixture
def dee(pair):
    return pair.client(pair.coordinator, fresh=True)


def test_a_mentor_claims_with_a_photo_in_one_page(pair, zofia):
    session = held(pair)
    sent = zofia.post(claim_page(pair), typed(session=str(session.pk), amount="£4.60", receipts=sheet()))
    one = ExpenseClaim.objects.get()
    assert (sent.status_code, one.amount, one.session, one.receipts.count()) == (302, Decimal("4.60"), session, 1)
    assert "£4.60" in words(zofia.get(reverse("matching:my_expenses")))
    told = zofia.get(reverse("matching:receipt_mine", args=[one.receipts.get().pk]))
    assert (told.headers["Content-Type"], told.content[:3]) == ("image/jpeg", b"\xff\xd8\xff")
    assert "sandbox" in told.headers["Content-Security-Policy"]


def test_a_photo_is_kept_whatever_else_is_wrong_and_so_is_what_was_typed(pair, zofia):
    answer = zofia.post(claim_page(pair), typed(amount="lots", receipts=sheet()))
    page = words(answer)
    assert answer.status_code == 422
    assert "like 4.50" in page
    assert "The 52 and back" in page
    assert "1 receipt kept" in page
    assert not ExpenseClaim.objects.exists()
    zofia.post(claim_page(pair), typed(amount="40"))
    assert ExpenseClaim.objects.get().receipts.count() == 1, "the photo is not asked for again"


def test_a_second_receipt_is_added_before_it_is_sent(pair, zofia):
    kept = zofia.post(claim_page(pair), typed(receipts=sheet(), keep="yes"))
    assert kept.status_code == 302
    page = words(zofia.get(claim_page(pair)))
    assert "The 52 and back" in page
    assert "1 receipt kept" in page
    assert not ExpenseClaim.objects.exists()
    zofia.post(claim_page(pair), typed(receipts=sheet()))
    assert ExpenseClaim.objects.get().receipts.count() == 2
    assert "The 52 and back" not in words(zofia.get(claim_page(pair))), "the next one begins empty"


def test_a_file_that_is_no_receipt_is_turned_away_beside_its_field(pair, zofia):
    answer = zofia.post(claim_page(pair), typed(receipts=sheet("virus.jpg", b"MZ")))
    assert answer.status_code == 422
    assert "no photo or PDF" in words(answer)
    assert not Receipt.objects.exists()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"kind": "mileage", "amount": "", "miles": ""}, "how many miles"),
        ({"amount": ""}, "how much it was"),
        ({"amount": "9"}, "need a receipt"),
        ({"amount": "-1"}, "greater than or equal"),
        ({"spent_on": "1 January 2020"}, "within 90 days"),
        ({"what_for": ""}, "fill this in"),
        ({"session": "11111111-1111-1111-1111-111111111111"}, "valid choice"),
    ],
)
def test_what_is_wrong_stands_beside_the_field(pair, zofia, said, told):
    answer = zofia.post(claim_page(pair), typed(**said))
    assert answer.status_code == 422
    assert told in words(answer)


def test_no_page_of_a_claim_names_the_young_person_beyond_initials(pair, zofia, dee):
    young_person_edit(young_person=pair.young_person, changes={"name": "Quillon Holt"}, by=pair.coordinator)
    one = claim(pair, session=held(pair))
    pages = [
        words(zofia.get(address))
        for address in (claim_page(pair), reverse("matching:expense_mine", args=[one.pk]))
    ] + [words(dee.get(desk(pair, "expense_show", one.pk))), words(dee.get(desk(pair)))]  # fmt: skip
    assert all("Quillon" not in page for page in pages)
    assert sum("with Q." in page for page in pages) == 3
    file = b"".join(dee.post(desk(pair, "expense_download"), {"why": "other", "file_kind": "csv"}).streaming_content)
    assert b"with Q." in file
    assert b"Quillon" not in file


def test_the_file_for_finance_runs_no_formula_and_says_not_what_it_was_for(pair, dee):
    volunteer_edit(volunteer=pair.volunteer, changes={"name": "=HYPERLINK(1)"}, by=pair.coordinator)
    claim(pair, what_for="To the clinic")
    sent = dee.post(desk(pair, "expense_download"), {"why": "other", "file_kind": "csv"})
    told = b"".join(sent.streaming_content).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(told))
    assert (row["Mentor"], row["Pounds"]) == ("'=HYPERLINK(1)", "4.6")
    assert "clinic" not in told


def test_a_co_ordinator_decides_on_the_page_of_the_claim_and_pays_in_one_go(pair, dee):
    line = plan_item_save(
        item=BudgetLine(scheme=pair.scheme, stage="matching", kind="running", heading="Expenses", planned=900),
        by=pair.coordinator,
    )
    one = claim(pair)
    page = words(dee.get(desk(pair, "expense_show", one.pk)))
    assert "The 52 and back" in page
    sent = dee.post(desk(pair, "expense_show", one.pk), {"to": "approved", "budget_line": str(line.pk), "words": ""})
    one.refresh_from_db()
    assert (sent.status_code, one.state, one.budget_line) == (302, "approved", line)
    assert "Zofia" in words(dee.get(desk(pair, "expenses_pay")))
    dee.post(desk(pair, "expenses_pay"), {"claims": [str(one.pk)], "reference": "BACS 7", "paid_on": "today"})
    one.refresh_from_db()
    assert (one.state, one.pay_run.reference) == ("paid", "BACS 7")
    assert "BACS 7" in words(dee.get(desk(pair) + "?show=paid"))
    assert "£4.60 of £900.00" in words(pair.client(pair.manager).get(desk(pair, "expense_totals")))


def test_a_question_without_words_comes_back(pair, dee):
    one = claim(pair)
    answer = dee.post(desk(pair, "expense_show", one.pk), {"to": "asked", "words": ""})
    assert answer.status_code == 422
    assert "Write a sentence" in words(answer)


def test_a_question_stands_on_the_mentors_own_page_until_it_is_answered(pair, zofia):
    one = decide(pair, claim(pair), "asked", "There and back?")
    page = words(zofia.get("/me/"))
    assert reverse("matching:expense_answer", args=[one.pk]) in page
    assert "There and back?" in words(zofia.get(reverse("matching:expense_mine", args=[one.pk])))
    answered = zofia.post(reverse("matching:expense_answer", args=[one.pk]), typed(answer="Yes, both ways"))
    assert answered.status_code == 302
    one.refresh_from_db()
    assert one.state == "waiting"
    assert reverse("matching:expense_answer", args=[one.pk]) not in words(zofia.get("/me/"))
    assert zofia.get(reverse("matching:expense_answer", args=[one.pk])).status_code == 404


def test_what_waits_is_on_the_first_page_of_whoever_decides(pair, dee):
    assert "for expenses" not in words(dee.get("/"))
    claim(pair)
    claim(pair, what_for="Another")
    assert "2 claims for expenses wait" in words(dee.get("/"))


def test_a_scheme_sets_its_own_rules_and_mentors_read_them(pair, dee, zofia):
    rules = {"mile_rate": "0.40", "session_most": "", "receipt_above": "0", "within_days": "60", "budget_line": ""}
    assert dee.post(desk(pair, "expense_rules_edit"), rules).status_code == 302
    assert ExpenseRules.objects.get().session_most is None
    page = words(zofia.get(reverse("matching:my_expenses")))
    assert "£0.40 a mile" in page
    assert "A receipt each time" in page
    assert "within 60 days" in page


def test_rules_out_of_bounds_are_refused_beside_the_field(pair, dee):
    rules = {"mile_rate": "9", "session_most": "-1", "receipt_above": "x", "within_days": "1", "budget_line": ""}
    answer = dee.post(desk(pair, "expense_rules_edit"), rules)
    assert answer.status_code == 422
    assert not ExpenseRules.objects.exists()


def test_a_budget_line_of_another_scheme_cannot_be_taken(pair, dee):
    other = BudgetLine(scheme=pair.other_scheme, stage="matching", kind="running", heading="Far", planned=900)
    line = plan_item_save(item=other, by=pair.outsider)
    one = claim(pair)
    dee.post(desk(pair, "expense_show", one.pk), {"to": "approved", "budget_line": str(line.pk)})
    one.refresh_from_db()
    assert one.budget_line is None
    assert dee.post(desk(pair, "expense_rules_edit"), {"budget_line": str(line.pk)}).status_code == 422


def test_nobody_opens_anybody_elses_claim_or_receipt(pair):
    one = claim(pair)
    receipt = one.receipts.get()
    mine = [reverse("matching:expense_mine", args=[one.pk]), reverse("matching:receipt_mine", args=[receipt.pk])]
    theirs = [desk(pair, "expense_show", one.pk), desk(pair, "receipt_show", receipt.pk)]
    for person in (pair.peer, pair.mentee, pair.coordinator, pair.lead):
        assert {pair.client(person).get(address).status_code for address in mine} == {404}
    for person, status in ((pair.mentor, 403), (pair.lead, 403), (pair.manager, 403), (pair.outsider, 404)):
        assert {pair.client(person).get(address).status_code for address in theirs} == {status}


def test_a_receipt_that_was_not_sent_is_the_mentors_alone(pair, dee):
    claim(pair, what_for="One")
    pair.client(pair.mentor).post(claim_page(pair), typed(what_for="Two", keep="yes", receipts=sheet()))
    waiting = Receipt.objects.get(claim=None)
    assert dee.get(desk(pair, "receipt_show", waiting.pk)).status_code == 404


def test_the_mentor_takes_a_claim_back_by_one_press(pair, zofia):
    one = claim(pair)
    zofia.post(reverse("matching:expense_withdraw", args=[one.pk]))
    one.refresh_from_db()
    assert one.state == "withdrawn"


def test_a_pay_page_that_is_out_of_date_changes_nothing(pair, dee):
    one = decide(pair, claim(pair))
    actions.expense_reopen(claim=one, by=pair.coordinator)
    answer = dee.post(
        desk(pair, "expenses_pay"), {"claims": [str(one.pk)], "reference": "A", "paid_on": timezone.localdate()}
    )
    assert answer.status_code == 422
    assert not PayRun.objects.exists()


def test_the_mentors_pages_read_easily(pair, zofia):
    one = decide(pair, claim(pair), "asked", "There and back?")
    for address in (
        reverse("matching:my_expenses"),
        claim_page(pair),
        reverse("matching:expense_answer", args=[one.pk]),
    ):
        assert reading_age_of_page(words(zofia.get(address))) <= 12
