"""What staff do about references: the link, the phone, reading, a decision on a worry, the questions (S9)."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from mentoring.transitions import Refused
from safeguarding.vetting.models import VettingCheck
from safeguarding.vetting.references import actions
from safeguarding.vetting.references.forms import (
    ReferenceWorryForm,
    answers_form,
    questions_formset,
    questions_said,
)
from safeguarding.vetting.references.models import Reference
from safeguarding.vetting.references.queries import questions_of
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission

PAGES = "safeguarding/vetting/references/"


def _check(request, volunteer_id, check_id):
    rows = VettingCheck.objects.visible_to(request.actor).filter(kind=VettingCheck.Kind.REFERENCE)
    inside = rows.filter(volunteer__scheme=request.in_scheme).select_related("volunteer__scheme")
    inside = inside.exclude(volunteer__user=request.user)
    return get_object_or_404(inside, pk=check_id, volunteer_id=volunteer_id)


def _references(request):
    rows = Reference.objects.visible_to(request.actor).filter(check_of__volunteer__scheme=request.in_scheme)
    return rows.select_related("check_of__volunteer__scheme", "taken_by", "worry_decided_by")


def _reference(request, volunteer_id, check_id):
    return get_object_or_404(_references(request), check_of=check_id, check_of__volunteer=volunteer_id)


@require_POST
@scheme_view(Permission.VETTING_EDIT)
def reference_ask(request, scheme, volunteer_id, check_id):
    check = _check(request, volunteer_id, check_id)
    try:
        actions.reference_ask(check=check, by=request.user)
    except Refused as refused:
        messages.error(request, " ".join(refused.reasons))
    else:
        messages.success(request, f"A private link is on its way to {check.referee_name}.")
    return redirect("safeguarding:reference_show", scheme.slug, volunteer_id, check_id)


@require_POST
@scheme_view(Permission.VETTING_EDIT)
def reference_withdraw(request, scheme, volunteer_id, check_id):
    reference = _reference(request, volunteer_id, check_id)
    try:
        actions.reference_withdraw(reference=reference, by=request.user)
    except Refused as refused:
        messages.error(request, " ".join(refused.reasons))
    else:
        messages.success(request, "The link opens nothing any more.")
    return redirect("safeguarding:reference_show", scheme.slug, volunteer_id, check_id)


@scheme_view(Permission.VETTING_EDIT)
def reference_take(request, scheme, volunteer_id, check_id):
    """By phone: the same questions, typed in by whoever rang."""
    check = _check(request, volunteer_id, check_id)
    form = answers_form(questions_of(scheme))(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            actions.reference_take(check=check, answers=form.answers(), by=request.user)
        except Refused as refused:
            form.add_error(None, refused.reasons)
        else:
            messages.success(request, "Kept, with your name as the one who rang.")
            return redirect("safeguarding:reference_show", scheme.slug, volunteer_id, check_id)
    shown = {"check": check, "volunteer": check.volunteer, "form": form}
    return render(request, PAGES + "reference_take.html", shown, status=422 if form.is_bound else 200)


@scheme_view(Permission.VETTING_READ)
def reference_show(request, scheme, volunteer_id, check_id):
    """What the referee said; a worry is decided on here."""
    check = _check(request, volunteer_id, check_id)
    reference = _references(request).filter(check_of=check).first()
    may_edit = request.actor.may(Permission.VETTING_EDIT, scheme)
    form = ReferenceWorryForm(request.POST if request.method == "POST" and may_edit else None)
    if reference and form.is_bound and form.is_valid():
        try:
            actions.reference_worry_decide(reference=reference, **form.cleaned_data, by=request.user)
        except Refused as refused:
            form.add_error(None, refused.reasons)
        else:
            messages.success(request, "Written down.")
            return redirect("safeguarding:reference_show", scheme.slug, volunteer_id, check_id)
    shown = {"reference": reference, "volunteer": check.volunteer, "form": form, "may_edit": may_edit, "check": check}
    shown["is_open"] = reference is not None and reference.is_open(timezone.now())
    if reference and reference.given:
        actions.reference_read(reference=reference, by=request.user)
    return render(request, PAGES + "reference_show.html", shown, status=422 if form.errors else 200)


@scheme_view(Permission.VETTING_EDIT)
def reference_questions_edit(request, scheme):
    """The scheme's own questions: words, order, kind, required."""
    formset = questions_formset(questions_of(scheme), request.POST if request.method == "POST" else None)
    trouble = ""
    if formset.is_bound and formset.is_valid():
        try:
            actions.reference_questions_edit(scheme=scheme, questions=questions_said(formset), by=request.user)
        except Refused as refused:
            trouble = str(refused)
        else:
            messages.success(request, "From now on referees are asked this.")
            return redirect("safeguarding:reference_questions_edit", scheme.slug)
    shown = {"formset": formset, "trouble": trouble}
    return render(request, PAGES + "reference_questions_edit.html", shown, status=422 if formset.is_bound else 200)
