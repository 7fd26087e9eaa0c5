"""Expenses at the co-ordinator's desk: what waits, each decided, paid in one go, and what it comes to."""

from datetime import date, timedelta
from itertools import groupby

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from matching.expenses import actions, queries
from matching.expenses.columns import EXPENSE_COLUMNS
from matching.expenses.forms import ExpenseDecideForm, ExpenseRulesForm, ExpensesPayForm
from matching.expenses.models import ExpenseClaim, Receipt
from matching.expenses.views.own import file_of
from matching.relationships.pages import pressed
from mentoring.web import scanning
from mentoring.web.posted import sent, taken
from mentoring.web.wording import counted, pounds
from schemes.people.downloads.sheet import Sheet, sheet_asked
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission
from schemes.planning.models import BudgetLine

State = ExpenseClaim.State
SIZE = 50
#: Tabs of the list, as a co-ordinator works through it.
TABS = (
    (State.WAITING, "To decide"), (State.ASKED, "Asked back"), (State.APPROVED, "To pay"), (State.PAID, "Paid"),
    (State.REFUSED, "Not paid"), ("", "All"),
)  # fmt: skip
#: Totals go back so far.
TOTALS_DAYS = 730


def wanted(request) -> str:
    """The tab the address asks for; what waits, unless it says so."""
    asked = request.GET.get("show", State.WAITING)
    return asked if asked in dict(TABS) else State.WAITING


@require_safe
@scheme_view(Permission.EXPENSE_EDIT)
def expense_list(request, scheme):
    show, counts = wanted(request), queries.claim_counts(request.actor, scheme)
    claims = queries.claims_listed(request.actor, scheme, show)
    numbers = {**counts, "": sum(counts.values())}
    context = {
        "show": show,
        "tabs": [{"key": key, "words": words, "number": numbers.get(key, 0)} for key, words in TABS],
        "page": Paginator(claims, SIZE).get_page(request.GET.get("page")),
        "keep": f"show={show}&",
        "number": numbers.get(show, 0),
        "runs": queries.pay_runs(request.actor, scheme)[:SIZE] if show == State.PAID else (),
    }
    return render(request, "matching/expenses/expense_list.html", context)


@scheme_view(Permission.EXPENSE_EDIT)
def expense_show(request, scheme, claim_id):
    """One claim with its receipts, and the decision on the same page."""
    claim = claim_or_404(request, claim_id)
    lines, usual = budget_lines(request), queries.rules_of(scheme).budget_line_id
    form = ExpenseDecideForm(sent(request), lines=lines, initial={"budget_line": str(usual or "")})
    if taken(form, lambda said: actions.expense_decide(claim=claim, **said, by=request.user)):
        messages.success(request, DECIDED[form.cleaned_data["to"]].format(claim.volunteer.first_name))
        return redirect("matching:expense_list", scheme.slug)
    context = {
        "claim": claim,
        "form": form,
        "session_words": claim.session and queries.session_words(claim.session, timezone.localdate()),
        "receipts": claim.receipts.defer("content"),
        "is_scanned": scanning.is_set_up(),
        "changes": list(claim.changes.select_related("by")),
        "versions": claim.versions.all(),
        "may_reopen": claim.state in (State.APPROVED, State.REFUSED),
    }
    return render(request, "matching/expenses/expense_show.html", context, status=422 if form.is_bound else 200)


DECIDED = {
    "approved": "Approved. It stands among what is to be paid.",
    "asked": "{} has your question.",
    "refused": "{} reads why.",
}


@require_POST
@scheme_view(Permission.EXPENSE_EDIT)
def expense_reopen(request, scheme, claim_id):
    claim = claim_or_404(request, claim_id)
    said = "It waits for a decision again."
    to = ("matching:expense_show", scheme.slug, claim.pk)
    return pressed(request, lambda: actions.expense_reopen(claim=claim, by=request.user), said, *to)


@require_safe
@scheme_view(Permission.EXPENSE_EDIT)
def receipt_show(request, scheme, receipt_id):
    rows = Receipt.objects.visible_to(request.actor).filter(claim__scheme=scheme)
    return file_of(request, get_object_or_404(rows, pk=receipt_id))


@scheme_view(Permission.EXPENSE_EDIT)
def expenses_pay(request, scheme):
    """What is approved, mentor by mentor; one press says that all of it was paid."""
    claims = list(queries.claims_listed(request.actor, scheme, State.APPROVED).order_by("volunteer__name", "spent_on"))
    first = {"claims": [str(claim.pk) for claim in claims], "paid_on": timezone.localdate()}
    form = ExpensesPayForm(sent(request), claims=claims, initial=first)
    if taken(form, lambda said: actions.expenses_pay(scheme=scheme, **said, by=request.user)):
        paid = form.cleaned_data["claims"]
        total = pounds(sum(claim.amount for claim in paid))
        messages.success(request, f"{counted(len(paid), 'claim')} paid, {total}. The mentors can see it.")
        return redirect(reverse("matching:expense_list", args=[scheme.slug]) + f"?show={State.PAID}")
    ticked = set(form["claims"].value() or ())
    context = {"form": form, "people": people_of(claims), "ticked": ticked, "total": sum(c.amount for c in claims)}
    return render(request, "matching/expenses/expenses_pay.html", context, status=422 if form.is_bound else 200)


def people_of(claims) -> list[dict]:
    """Mentor by mentor: their claims, and what they come to."""
    found = []
    for _, theirs in groupby(claims, key=lambda claim: claim.volunteer_id):
        rows = list(theirs)
        found.append({"volunteer": rows[0].volunteer, "claims": rows, "total": sum(row.amount for row in rows)})
    return found


@scheme_view(Permission.EXPENSE_EDIT)
def expense_download(request, scheme):
    """The list of the tab, or of one payment, for the finance office."""
    show, run = wanted(request), request.GET.get("run", "")
    rows = queries.claims_listed(request.actor, scheme, show)
    if run:
        rows = rows.filter(pay_run__reference=run)
    sheet = Sheet(
        noun="expenseclaim",
        name="expenses",
        title="Expenses",
        back=f"{reverse('matching:expense_list', args=[scheme.slug])}?show={show}",
        columns=EXPENSE_COLUMNS,
        rows=rows,
        number=rows.count(),
    )
    return sheet_asked(request, scheme, sheet)


@require_safe
@scheme_view(Permission.EXPENSE_COUNT)
def expense_totals(request, scheme):
    """What mentors' expenses come to, by month and budget line: no names."""
    today = timezone.localdate()
    lines = queries.totals(scheme, since=first_of_month(today - timedelta(days=TOTALS_DAYS)))
    context = {
        "lines": lines,
        "budget": queries.lines_spent(scheme),
        "total": sum((line.total for line in lines), queries.NO_MONEY),
        "may_edit": request.actor.may(Permission.EXPENSE_EDIT, scheme),
    }
    return render(request, "matching/expenses/expense_totals.html", context)


def first_of_month(day: date) -> date:
    return day.replace(day=1)


@scheme_view(Permission.EXPENSE_EDIT)
def expense_rules_edit(request, scheme):
    form = ExpenseRulesForm(sent(request), instance=queries.rules_of(scheme), lines=budget_lines(request))
    edit = {"scheme": scheme, "by": request.user}
    if taken(form, lambda said: actions.expense_rules_edit(changes=said, **edit)):
        messages.success(request, "Saved. Claims from now on go by it.")
        return redirect("matching:expense_list", scheme.slug)
    status = 422 if form.is_bound else 200
    return render(request, "matching/expenses/expense_rules_edit.html", {"form": form}, status=status)


def budget_lines(request):
    return BudgetLine.objects.visible_to(request.actor).filter(scheme=request.in_scheme).order_by("heading")


def claim_or_404(request, claim_id) -> ExpenseClaim:
    rows = ExpenseClaim.objects.visible_to(request.actor).filter(scheme=request.in_scheme)
    people = ("volunteer__user", "session__match__young_person", "budget_line", "pay_run")
    return get_object_or_404(rows.select_related(*people), pk=claim_id)
