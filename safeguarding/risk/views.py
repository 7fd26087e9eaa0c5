"""Where a second person reads a risk assessment and decides. Writing one starts from the match's page."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from safeguarding.risk import actions
from safeguarding.risk.forms import RiskSendBackForm
from safeguarding.risk.models import RiskAssessment
from safeguarding.risk.queries import risk_versions
from safeguarding.risk.topics import points_shown
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission


def risk_of(request, risk_id):
    rows = RiskAssessment.objects.visible_to(request.actor)
    return get_object_or_404(rows.select_related("volunteer", "young_person", "author", "approved_by"), pk=risk_id)


@require_safe
@scheme_view(Permission.MATCH_READ)
def risk_list(request, scheme):
    """Those still to be decided first, then the rest, newest first."""
    rows = RiskAssessment.objects.visible_to(request.actor).select_related("volunteer", "young_person", "author")
    shown = {
        "waiting": rows.filter(approved_at__isnull=True, sent_back_at__isnull=True),
        "decided": rows.exclude(approved_at__isnull=True, sent_back_at__isnull=True)[:100],
    }
    return render(request, "safeguarding/risk/risk_list.html", shown)


@require_safe
@scheme_view(Permission.MATCH_READ)
def risk_show(request, scheme, risk_id):
    """Both sides; the reading is in the trail before the page is served."""
    risk = risk_of(request, risk_id)
    actions.risk_assessment_read(risk=risk, by=request.user)
    return page(request, risk, RiskSendBackForm())


@require_POST
@scheme_view(Permission.RISK_APPROVE)
def risk_approve(request, scheme, risk_id):
    risk = risk_of(request, risk_id)
    try:
        actions.risk_assessment_approve(risk=risk, by=request.user)
        messages.success(request, "Approved. The two can be introduced once everything else is in place.")
    except Refused as refused:
        messages.error(request, " ".join(refused.reasons))
    return redirect("safeguarding:risk_show", scheme=scheme.slug, risk_id=risk.pk)


@require_POST
@scheme_view(Permission.RISK_APPROVE)
def risk_send_back(request, scheme, risk_id):
    risk = risk_of(request, risk_id)
    form = RiskSendBackForm(request.POST)
    if form.is_valid():
        try:
            actions.risk_assessment_send_back(risk=risk, why=form.cleaned_data["why"], by=request.user)
        except Refused as refused:
            form.add_error(None, refused.reasons)
        else:
            messages.success(request, "Sent back. Whoever wrote it can read why.")
            return redirect("safeguarding:risk_show", scheme=scheme.slug, risk_id=risk.pk)
    actions.risk_assessment_read(risk=risk, by=request.user)
    return page(request, risk, form)


def page(request, risk, form):
    is_open = not risk.approved_at and not risk.sent_back_at
    may_decide = request.actor.may(Permission.RISK_APPROVE, request.in_scheme) and risk.author_id != request.user.pk
    shown = {
        "risk": risk,
        "points": points_shown(risk.points),
        "versions": risk_versions(request.actor, risk),
        "form": form,
        "may_decide": is_open and may_decide,
        "is_open": is_open,
    }
    return render(request, "safeguarding/risk/risk_show.html", shown, status=422 if form.is_bound else 200)
