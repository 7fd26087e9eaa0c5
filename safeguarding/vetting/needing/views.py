"""The page that works out which check a volunteer needs, and the second person's yes."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from mentoring.transitions import Refused
from safeguarding.vetting.needing import actions
from safeguarding.vetting.needing.forms import VettingNeedForm, VettingNeedOverruleForm
from safeguarding.vetting.needing.models import VettingNeed
from safeguarding.vetting.needing.queries import answers_usual, need_holding
from safeguarding.vetting.rulebook import answers_from, level_words, need_of, version_on
from schemes.people.gates import scheme_view
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission

PAGE = "safeguarding/vetting/vetting_need_decide.html"


@scheme_view(Permission.VETTING_EDIT)
def vetting_need_decide(request, scheme, volunteer_id):
    """Answers first; the rules' own answer is shown before anybody confirms it."""
    volunteer = get_object_or_404(Volunteer.objects.visible_to(request.actor), pk=volunteer_id)
    form, overrule = _forms(request, scheme, volunteer)
    need = form.is_bound and form.is_valid() and need_of(form.answers(), scheme.nation, timezone.localdate())
    if need and "keep" in request.POST and overrule.is_valid():
        try:
            said = {"answers": form.answers(), **overrule.cleaned_data}
            actions.vetting_need_decide(volunteer=volunteer, by=request.user, **said)
        except Refused as refused:
            overrule.add_error("overruled_why", refused.reasons)
        else:
            return redirect("safeguarding:check_show", scheme=scheme.slug, volunteer_id=volunteer.pk)
    shown = {"volunteer": volunteer, "form": form, "overrule": overrule, "need": need}
    shown["need_level"] = level_words(need.level) if need else ""
    shown["rules"] = version_on(scheme.nation, timezone.localdate())
    wrong = form.errors or overrule.errors
    return render(request, PAGE, shown, status=422 if form.is_bound and wrong else 200)


def _forms(request, scheme, volunteer):
    """Answers start as they were last time, or as is usual here."""
    sent = request.POST if request.method == "POST" else None
    last = need_holding(volunteer)
    usual = answers_from(last.answers) if last else answers_usual(scheme)
    form = VettingNeedForm(sent, initial=VettingNeedForm.initial_of(usual))
    return form, VettingNeedOverruleForm(sent if sent and "keep" in sent else None)


@require_POST
@scheme_view(Permission.VETTING_READ)
def vetting_need_agree(request, scheme, volunteer_id, need_id):
    rows = VettingNeed.objects.visible_to(request.actor).select_related("volunteer__scheme")
    need = get_object_or_404(rows, pk=need_id, volunteer_id=volunteer_id)
    try:
        actions.vetting_need_agree(need=need, by=request.user)
    except Refused as refused:
        messages.error(request, " ".join(refused.reasons))
    else:
        messages.success(request, "Agreed by the two of you.")
    return redirect("safeguarding:check_show", scheme=scheme.slug, volunteer_id=volunteer_id)
