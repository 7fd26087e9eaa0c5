"""Pages about checks of a volunteer, and the list of what has to be chased."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from mentoring.transitions import Refused
from safeguarding.vetting import actions
from safeguarding.vetting.forms import (
    CheckDecideForm,
    CheckFilterForm,
    CheckReceiveForm,
    CheckRequestForm,
    RiskDecisionForm,
    RiskDecisionShareForm,
)
from safeguarding.vetting.models import RiskDecision, VettingCheck
from safeguarding.vetting.queries import checks_listed, clearance_one, coordinators_of
from schemes.people.gates import scheme_view
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission


def volunteer_of(request, volunteer_id):
    return get_object_or_404(Volunteer.objects.visible_to(request.actor), pk=volunteer_id)


def check_of(request, volunteer_id, check_id):
    rows = VettingCheck.objects.visible_to(request.actor).select_related("volunteer__scheme")
    return get_object_or_404(rows, pk=check_id, volunteer_id=volunteer_id)


@scheme_view(Permission.VETTING_READ)
def check_list(request, scheme):
    """Everything that waits or runs out, across volunteers."""
    form = CheckFilterForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    listed = checks_listed(request.actor, timezone.now(), wanted, request.GET.get("page", ""))
    return render(request, "safeguarding/vetting/check_list.html", {"form": form, **listed})


@scheme_view(Permission.VETTING_READ)
def check_show(request, scheme, volunteer_id):
    """All checks of one volunteer and what is still missing."""
    volunteer = volunteer_of(request, volunteer_id)
    shown = {
        "volunteer": volunteer,
        "checks": VettingCheck.objects.visible_to(request.actor)
        .filter(volunteer=volunteer)
        .select_related("decided_by"),
        "clearance": clearance_one(volunteer, timezone.localdate()),
        "may_edit": request.actor.may(Permission.VETTING_EDIT, scheme),
        "risk_decisions": RiskDecision.objects.visible_to(request.actor).filter(volunteer=volunteer),
        "may_decide_risk": request.actor.may(Permission.RISK_DECISION, scheme),
    }
    return render(request, "safeguarding/vetting/check_show.html", shown)


@scheme_view(Permission.VETTING_EDIT)
def check_request(request, scheme, volunteer_id):
    volunteer = volunteer_of(request, volunteer_id)
    form = CheckRequestForm(
        request.POST if request.method == "POST" else None,
        initial={"kind": request.GET.get("kind"), "requested_on": timezone.localdate()},
    )
    done = "Written down."
    return step(request, volunteer, form, actions.check_request, {"volunteer": volunteer}, "Ask for a check", done)


@scheme_view(Permission.VETTING_EDIT)
def check_receive(request, scheme, volunteer_id, check_id):
    check = check_of(request, volunteer_id, check_id)
    initial = {"received_on": timezone.localdate()}
    form = CheckReceiveForm(request.POST if request.method == "POST" else None, initial=initial)
    title = f"{check.get_kind_display()} came back"
    done = "Written down. Now somebody decides what it means."
    return step(request, check.volunteer, form, actions.check_receive, {"check": check}, title, done)


@scheme_view(Permission.VETTING_EDIT)
def check_decide(request, scheme, volunteer_id, check_id):
    check = check_of(request, volunteer_id, check_id)
    initial = {"decided_on": timezone.localdate()}
    form = CheckDecideForm(request.POST if request.method == "POST" else None, initial=initial)
    title = f"Decide: {check.get_kind_display()}"
    return step(request, check.volunteer, form, actions.check_decide, {"check": check}, title, "Decided.")


@scheme_view(Permission.RISK_DECISION)
def risk_decision_record(request, scheme, volunteer_id):
    volunteer = volunteer_of(request, volunteer_id)
    form = RiskDecisionForm(request.POST if request.method == "POST" else None)
    about = {"volunteer": volunteer}
    done = "Kept. Only safeguarding leads can read it, and it is deleted on its day."
    return step(request, volunteer, form, actions.risk_decision_record, about, "Record a risk decision", done)


@scheme_view(Permission.VETTING_READ)
def risk_decision_show(request, scheme, volunteer_id, decision_id):
    """What was disclosed; the reading is in the trail before the page is served."""
    rows = RiskDecision.objects.visible_to(request.actor).select_related("volunteer__scheme", "author")
    decision = get_object_or_404(rows, pk=decision_id, volunteer_id=volunteer_id)
    actions.risk_decision_read(decision=decision, by=request.user)
    shown = {"decision": decision, "may_share": request.actor.may(Permission.RISK_DECISION, scheme)}
    shown["form"] = RiskDecisionShareForm(memberships=coordinators_of(scheme))
    return render(request, "safeguarding/vetting/risk_decision_show.html", shown)


@scheme_view(Permission.RISK_DECISION)
@require_POST
def risk_decision_share(request, scheme, volunteer_id, decision_id):
    """A co-ordinator is let in by name; the decision's page says whether it worked."""
    rows = RiskDecision.objects.visible_to(request.actor).select_related("volunteer__scheme")
    decision = get_object_or_404(rows, pk=decision_id, volunteer_id=volunteer_id)
    form = RiskDecisionShareForm(request.POST, memberships=coordinators_of(scheme))
    try:
        if not form.is_valid():
            raise Refused("Choose a co-ordinator.")
        membership = form.memberships[form.cleaned_data["membership"]]
        actions.risk_decision_share(decision=decision, membership=membership, by=request.user)
        messages.success(request, f"{membership.user.name} can read it now.")
    except Refused as refused:
        messages.error(request, " ".join(refused.reasons))
    here = {"scheme": scheme.slug, "volunteer_id": volunteer_id, "decision_id": decision_id}
    return redirect("safeguarding:risk_decision_show", **here)


def step(request, volunteer, form, act, about, title, done):
    """One form about one volunteer's checks; what was typed stays where the act is refused."""
    if form.is_bound and form.is_valid():
        try:
            act(**about, **form.cleaned_data, by=request.user)
        except Refused as refused:
            form.add_error(None, refused.reasons)
        else:
            messages.success(request, done)
            return redirect("safeguarding:check_show", scheme=request.in_scheme.slug, volunteer_id=volunteer.pk)
    shown = {"volunteer": volunteer, "form": form, "form_title": title}
    status = 422 if form.is_bound else 200
    return render(request, "safeguarding/vetting/check_step.html", shown, status=status)
