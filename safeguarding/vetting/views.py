"""Pages about checks of a volunteer, and the list of what has to be chased."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from safeguarding.vetting import actions
from safeguarding.vetting.exempting.queries import exemptions_shown
from safeguarding.vetting.forms import (
    CheckDecideForm,
    CheckFilterForm,
    CheckReceiveForm,
    CheckRequestForm,
    RiskDecisionForm,
    RiskDecisionShareForm,
)
from safeguarding.vetting.models import RiskDecision, VettingCheck
from safeguarding.vetting.needing.queries import levels_needed, need_holding
from safeguarding.vetting.queries import checks_listed, clearance_one, coordinators_of
from safeguarding.vetting.rulebook import level_words, version_on
from safeguarding.vetting.updates.actions import years_on
from schemes.people.gates import scheme_view
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission
from schemes.recruitment.queries import history_gaps_open, overseas_stays


def volunteer_of(request, volunteer_id):
    return get_object_or_404(Volunteer.objects.visible_to(request.actor), pk=volunteer_id)


def check_of(request, volunteer_id, check_id):
    rows = VettingCheck.objects.visible_to(request.actor).select_related("volunteer__scheme")
    return get_object_or_404(rows, pk=check_id, volunteer_id=volunteer_id)


@require_safe
@scheme_view(Permission.VETTING_READ)
def check_list(request, scheme):
    """Everything that waits or runs out, across volunteers."""
    form = CheckFilterForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    listed = checks_listed(request.actor, timezone.now(), wanted, request.GET.get("page", ""))
    may_edit = request.actor.may(Permission.VETTING_EDIT, scheme)
    return render(request, "safeguarding/vetting/check_list.html", {"form": form, "may_edit": may_edit, **listed})


@require_safe
@scheme_view(Permission.VETTING_READ)
def check_show(request, scheme, volunteer_id):
    """All checks of one volunteer and what is still missing."""
    volunteer = volunteer_of(request, volunteer_id)
    shown = {
        "volunteer": volunteer,
        "checks": VettingCheck.objects.visible_to(request.actor)
        .filter(volunteer=volunteer)
        .select_related("decided_by", "reference", "volunteer__scheme"),
        "clearance": clearance_one(volunteer, timezone.localdate()),
        "may_edit": request.actor.may(Permission.VETTING_EDIT, scheme),
        **need_shown(request, scheme, volunteer),
        **gaps_shown(volunteer),
        "exemptions": exemptions_shown(volunteer, timezone.localdate()),
        "risk_decisions": RiskDecision.objects.visible_to(request.actor).filter(volunteer=volunteer),
        "may_decide_risk": request.actor.may(Permission.RISK_DECISION, scheme),
    }
    return render(request, "safeguarding/vetting/check_show.html", shown)


def gaps_shown(volunteer):
    """What safer recruitment still asks beside the checks, and what to tell when a PVG member has left."""
    today = timezone.localdate()
    checks = volunteer.checks.all()
    seen = any(check.proofs for check in checks if check.kind == VettingCheck.Kind.IDENTITY)
    has_left = volunteer.state in {"left", "withdrawn", "declined"}
    return {
        "history_gaps": history_gaps_open(volunteer, today),
        "no_proof": not seen,
        "abroad": overseas_stays(volunteer, today),
        "tell_disclosure_scotland": has_left and any(check.level.startswith("pvg") for check in checks),
    }


def need_shown(request, scheme, volunteer):
    """Which check is needed, who said so, and whether the rules have changed since."""
    need, today = need_holding(volunteer), timezone.localdate()
    if need is None:
        return {"need": None}
    rules = version_on(scheme.nation, today)
    return {
        "need": need,
        "need_level": level_words(need.level_now(scheme.nation, today)),
        "need_why": need.now(scheme.nation, today).why,
        "need_overruled": level_words(need.overruled_to) if need.overruled_to else "",
        "rules": rules,
        "rules_changed": rules.id != need.version,
        "need_is_less": not need.overruled_to and need.is_less(today),
        "may_agree": need.waits_for_second and need.decided_by_id != request.user.pk,
    }


@scheme_view(Permission.VETTING_EDIT)
def check_request(request, scheme, volunteer_id):
    volunteer = volunteer_of(request, volunteer_id)
    form = CheckRequestForm(
        request.POST if request.method == "POST" else None,
        volunteer=volunteer,
        initial={
            "kind": request.GET.get("kind"),
            "requested_on": timezone.localdate(),
            "level": levels_needed([volunteer], timezone.localdate()).get(volunteer.pk),
        },
    )
    done = "Written down."
    return step(request, volunteer, form, actions.check_request, {"volunteer": volunteer}, "Ask for a check", done)


@scheme_view(Permission.VETTING_EDIT)
def check_receive(request, scheme, volunteer_id, check_id):
    check = check_of(request, volunteer_id, check_id)
    initial = {"received_on": timezone.localdate()}
    form = CheckReceiveForm(request.POST if request.method == "POST" else None, initial=initial, check=check)
    title = f"{check.called} came back"
    done = "Written down. Now somebody decides what it means."
    return step(request, check.volunteer, form, actions.check_receive, {"check": check}, title, done)


@scheme_view(Permission.VETTING_EDIT)
def check_decide(request, scheme, volunteer_id, check_id):
    check = check_of(request, volunteer_id, check_id)
    initial = {"decided_on": timezone.localdate(), "expires_on": look_again_on(check)}
    form = CheckDecideForm(request.POST if request.method == "POST" else None, initial=initial, check=check)
    title = f"Decide: {check.called}"
    return step(request, check.volunteer, form, actions.check_decide, {"check": check}, title, "Decided.")


def look_again_on(check):
    """A criminal record check is looked at again after as many years as the rules say; nothing else by itself."""
    if check.kind != VettingCheck.Kind.CRIMINAL_RECORD:
        return None
    today = timezone.localdate()
    years = version_on(check.volunteer.scheme.nation, today).look_again_years
    return years_on(check.issued_on or check.received_on or today, years)


@scheme_view(Permission.RISK_DECISION)
def risk_decision_record(request, scheme, volunteer_id):
    volunteer = volunteer_of(request, volunteer_id)
    form = RiskDecisionForm(request.POST if request.method == "POST" else None)
    about = {"volunteer": volunteer}
    done = "Kept. Only safeguarding leads can read it, and it is deleted on its day."
    return step(request, volunteer, form, actions.risk_decision_record, about, "Record a risk decision", done)


@require_safe
@scheme_view(Permission.VETTING_READ)
def risk_decision_show(request, scheme, volunteer_id, decision_id):
    """What was disclosed; the reading is in the trail before the page is served."""
    rows = RiskDecision.objects.visible_to(request.actor).select_related("volunteer__scheme", "author")
    decision = get_object_or_404(rows, pk=decision_id, volunteer_id=volunteer_id)
    actions.risk_decision_read(decision=decision, by=request.user)
    shown = {"decision": decision, "may_share": request.actor.may(Permission.RISK_DECISION, scheme)}
    shown["form"] = RiskDecisionShareForm(memberships=coordinators_of(scheme))
    return render(request, "safeguarding/vetting/risk_decision_show.html", shown)


@require_POST
@scheme_view(Permission.RISK_DECISION)
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
