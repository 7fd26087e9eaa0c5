"""Expenses as the mentor has them: what I claimed, a new claim, an answer, my receipts. Their own alone."""

import base64
from datetime import timedelta

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from matching.expenses import actions, queries
from matching.expenses.forms import ExpenseAnswerForm, ExpenseClaimForm, claimed_so_far
from matching.expenses.models import ExpenseClaim, Receipt
from matching.relationships.pages import pressed
from mentoring.transitions import Refused
from mentoring.web.actions import draft_drop, draft_keep
from mentoring.web.drafts import draft_initial, typed_of
from mentoring.web.files_out import file_answer
from mentoring.web.posted import sent, taken
from schemes.people.gates import portal_view

State = ExpenseClaim.State


@require_safe
@portal_view
def my_expenses(request):
    """Everything this mentor has claimed, and what the scheme pays."""
    records = list(queries.own_volunteers(request.user))
    if not records:
        raise Http404
    claims = list(queries.own_claims(request.user))
    context = {
        "records": [{"record": record, "rules": queries.rules_of(record.scheme)} for record in records],
        "claims": claims,
        "years": queries.year_totals(claims),
    }
    return render(request, "matching/expenses/my_expenses.html", context)


@portal_view
def expense_claim(request, volunteer_id):
    """A new claim: what is typed is kept as it is typed, a photo as soon as it is there."""
    volunteer = get_object_or_404(queries.own_volunteers(request.user), pk=volunteer_id)
    kept = queries.receipts_not_sent(volunteer).defer("content")
    form_key = f"expense-{volunteer.pk}"
    asked = form_needs(volunteer, kept)
    first = {"spent_on": timezone.localdate(), "session": request.GET.get("session", "")}
    first |= draft_initial(request.user, form_key, ExpenseClaimForm(**asked))
    form = ExpenseClaimForm(sent(request), request.FILES or None, initial=first, **asked)
    if request.method == "POST" and photos_kept(request, form, volunteer) and "keep" in request.POST:
        return kept_for_later(request, form_key)

    @transaction.atomic
    def claim(_):
        made = actions.expense_claim(volunteer=volunteer, **form.said(), by=request.user)
        draft_drop(form_key=form_key, by=request.user)
        messages.success(request, gettext("Sent. %(scheme)s will look at it.") % {"scheme": made.scheme.name})

    if taken(form, claim):
        return redirect("matching:my_expenses")
    return shown(request, "expense_claim", form, volunteer=volunteer, kept=kept, form_key=form_key)


@portal_view
def expense_answer(request, claim_id):
    """Somebody has a question about a claim: answered, and put right where something was wrong."""
    claim = own_claim_or_404(request, claim_id)
    if claim.state != State.ASKED:
        raise Http404
    kept, form_key = claim.receipts.defer("content"), f"expense-answer-{claim.pk}"
    asked = form_needs(claim.volunteer, kept, claim)
    first = claimed_so_far(claim) | draft_initial(request.user, form_key, ExpenseAnswerForm(**asked))
    form = ExpenseAnswerForm(sent(request), request.FILES or None, initial=first, **asked)
    if request.method == "POST" and photos_kept(request, form, claim.volunteer, claim) and "keep" in request.POST:
        return kept_for_later(request, form_key)

    @transaction.atomic
    def answer(said):
        actions.expense_answer(claim=claim, answer=said["answer"], **form.said(), by=request.user)
        draft_drop(form_key=form_key, by=request.user)

    if taken(form, answer):
        messages.success(request, gettext("Sent again. Thank you."))
        return redirect("matching:expense_mine", claim.pk)
    question = claim.changes.filter(to_state=State.ASKED).last()
    return shown(
        request, "expense_answer", form, claim=claim, volunteer=claim.volunteer, kept=kept, form_key=form_key,
        question=question,
    )  # fmt: skip


def form_needs(volunteer, kept, claim=None) -> dict:
    """What the form has to know of the mentor's sessions and of the scheme's rules."""
    rules = queries.rules_of(volunteer.scheme)
    sent_on = timezone.localdate(claim.sent_at) if claim else timezone.localdate()
    since = sent_on - timedelta(days=rules.within_days)
    return {
        "rules": rules,
        "sessions": list(queries.sessions_to_claim(volunteer, since)),
        "kept": kept.count(),
        "so_far": lambda session: queries.spent_on_session(session, beside=claim),
        "sent_on": sent_on,
    }


def photos_kept(request, form, volunteer, claim=None) -> bool:
    """The photos that came are kept, whatever else is still wrong with the form. False where they could not be."""
    form.is_valid()
    uploads = form.cleaned_data.get("receipts") or []
    try:
        if uploads:
            actions.receipts_keep(volunteer=volunteer, claim=claim, uploads=uploads, by=request.user)
    except Refused as refused:
        form.add_error("receipts", refused.reasons)
    return "receipts" not in form.errors


def kept_for_later(request, form_key: str):
    """ "Keep this and add another": what was typed waits with the photos."""
    draft_keep(form_key=form_key, typed=typed_of(request.POST), by=request.user)
    messages.success(request, gettext("Kept. It is not sent yet."))
    return redirect(request.get_full_path())


def shown(request, template: str, form, **context):
    status = 422 if form.is_bound else 200
    return render(request, f"matching/expenses/{template}.html", {"form": form, **context}, status=status)


@require_safe
@portal_view
def expense_mine(request, claim_id):
    """One claim of mine, and what became of it."""
    claim = own_claim_or_404(request, claim_id)
    context = {
        "claim": claim,
        "session_words": claim.session and queries.session_words(claim.session, timezone.localdate()),
        "receipts": claim.receipts.defer("content"),
        "changes": list(claim.changes.select_related("by")),
        "may_withdraw": State.WITHDRAWN in ExpenseClaim.moves[claim.state],
    }
    return render(request, "matching/expenses/expense_mine.html", context)


@require_POST
@portal_view
def expense_withdraw(request, claim_id):
    claim = own_claim_or_404(request, claim_id)
    said = gettext("Taken back. Nothing is paid for it.")
    return pressed(
        request, lambda: actions.expense_withdraw(claim=claim, by=request.user), said, "matching:my_expenses"
    )


@require_safe
@portal_view
def receipt_mine(request, receipt_id):
    return file_of(request, own_receipt_or_404(request, receipt_id))


@require_POST
@portal_view
def receipt_drop(request, receipt_id):
    receipt = own_receipt_or_404(request, receipt_id)
    return pressed(
        request, lambda: actions.receipt_drop(receipt=receipt, by=request.user), gettext("Taken away."),
        "matching:expense_claim", receipt.volunteer_id,
    )  # fmt: skip


def own_claim_or_404(request, claim_id) -> ExpenseClaim:
    rows = ExpenseClaim.objects.visible_to(request.actor).filter(volunteer__user=request.user)
    people = ("volunteer__scheme", "scheme", "session__match__young_person", "pay_run")
    return get_object_or_404(rows.select_related(*people), pk=claim_id)


def own_receipt_or_404(request, receipt_id) -> Receipt:
    rows = Receipt.objects.visible_to(request.actor).filter(volunteer__user=request.user)
    return get_object_or_404(rows, pk=receipt_id)


def file_of(request, receipt) -> HttpResponse:
    """The receipt itself."""
    data, seen = base64.b64decode(receipt.content), receipt.is_picture
    name = "receipt.jpg" if seen else "receipt.pdf"
    return file_answer(request, data, kind=receipt.kind, name=name, in_page=seen)
