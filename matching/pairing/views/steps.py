"""Every step that staff take with a pair: one form or one press, one action, back to the match."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from matching.pairing import actions
from matching.pairing.conditions import conditions_panel
from matching.pairing.forms import AnswerForm, DeclineForm, TechniqueForm
from matching.pairing.views.matches import match_or_404
from mentoring.transitions import Refused
from mentoring.web.actions import draft_drop
from mentoring.web.drafts import draft_initial
from safeguarding.risk.actions import risk_assessment_read, risk_assessment_write
from safeguarding.risk.forms import RiskAssessmentForm
from safeguarding.risk.queries import risk_read_by
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission


def pressed(request, match, action, said: str):
    """One press: do it and say so, or say each reason why not."""
    try:
        action(match=match, by=request.user)
    except Refused as problem:
        for reason in problem.reasons:
            messages.error(request, reason)
    else:
        messages.success(request, said)
    return redirect("matching:match_show", match.scheme.slug, match.pk)


def asked(request, match, form, template, do, said: str, panels=(), **more):
    """One form: show it, or do it with what was cleaned and go back to the match. `panels`: cards to be read first."""
    if form.is_bound and form.is_valid():
        try:
            do(form.cleaned_data)
        except Refused as problem:
            for reason in problem.reasons:
                form.add_error(None, reason)
        else:
            messages.success(request, said)
            return redirect("matching:match_show", match.scheme.slug, match.pk)
    context = {"form": form, "match": match, "panels": panels, **more}
    return render(request, f"matching/pairing/{template}.html", context, status=422 if form.errors else 200)


def sent(request):
    return request.POST if request.method == "POST" else None


@require_POST
@scheme_view(Permission.MATCH_EDIT)
def match_share_profiles(request, scheme, match_id):
    match = match_or_404(request, match_id)
    mentee = match.young_person.first_name
    return pressed(request, match, actions.match_share_profiles, f"{mentee} can read the profile now.")


@require_POST
@scheme_view(Permission.MATCH_EDIT)
def profile_look_ask(request, scheme, match_id):
    match = match_or_404(request, match_id)
    actions.profile_look_ask(volunteer=match.volunteer, by=request.user)
    messages.success(request, f"{match.volunteer.first_name} is asked to look. It names nobody.")
    return redirect("matching:match_show", match.scheme.slug, match.pk)


@scheme_view(Permission.MATCH_EDIT)
def match_answer(request, scheme, match_id):
    match = match_or_404(request, match_id)

    def answer(said):
        by_side = {"mentee": actions.match_mentee_answer, "mentor": actions.match_mentor_answer}
        by_side[said["side"]](match=match, answer=said["answer"], because=said["because"], by=request.user)

    form = AnswerForm(sent(request), match=match)
    return asked(request, match, form, "match_answer", answer, "Their answer is written down.")


@scheme_view(Permission.MATCH_EDIT)
def match_decline(request, scheme, match_id):
    match = match_or_404(request, match_id)

    def decline(said):
        actions.match_decline(match=match, because=said["because"], by=request.user)

    return asked(request, match, DeclineForm(sent(request)), "match_decline", decline, "The proposal is taken back.")


@scheme_view(Permission.RISK_WRITE)
def match_risk_write(request, scheme, match_id):
    match = match_or_404(request, match_id)
    before, form_key = risk_read_by(request.actor, match.pk), f"risk-{match.pk}"
    if before:  # its words stand on the form
        risk_assessment_read(risk=before, by=request.user)

    @transaction.atomic
    def write(said):
        pair = {"pair_key": match.pk, "volunteer": match.volunteer, "young_person": match.young_person}
        risk_assessment_write(**pair, **said, by=request.user)
        draft_drop(form_key=form_key, by=request.user)

    first = RiskAssessmentForm.first_said(before) if before else {}
    first |= draft_initial(request.user, form_key, RiskAssessmentForm())
    form = RiskAssessmentForm(sent(request), initial=first)
    panels, said = conditions_panel(match, request.actor), "Written. The safeguarding lead approves it next."
    return asked(request, match, form, "match_risk_write", write, said, panels, before=before, form_key=form_key)


@require_POST
@scheme_view(Permission.MATCH_EDIT)
def match_introduce(request, scheme, match_id):
    match = match_or_404(request, match_id)
    said = f"{match} are introduced. The first review has its date."
    return pressed(request, match, actions.match_introduce, said)


@scheme_view(Permission.MATCH_EDIT)
def technique_log(request, scheme, match_id):
    match = match_or_404(request, match_id)

    def log(said):
        actions.technique_log(match=match, by=request.user, **said)

    return asked(request, match, TechniqueForm(sent(request)), "technique_log", log, "Noted with this pair.")
