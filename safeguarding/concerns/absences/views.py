"""Who leads safeguarding, who is away, and who takes over: for leads and managers."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from mentoring.transitions import Refused
from safeguarding.concerns.absences import actions
from safeguarding.concerns.absences.forms import AbsencePlanForm
from safeguarding.concerns.absences.models import LeadAbsence
from safeguarding.concerns.absences.queries import absences_shown, away, days_without, leads
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission, Role


@scheme_view(Permission.LEAD_ABSENCE)
def lead_absences(request, scheme):
    manages = bool(request.actor.schemes_with(Role.MANAGER))
    own, people = None if manages else request.user, leads(scheme)
    form = AbsencePlanForm(request.POST if request.method == "POST" else None, leads=people, own=own)
    if form.is_bound and form.is_valid() and planned(request, scheme, form):
        return redirect("safeguarding:lead_absences", scheme=scheme.slug)
    today = timezone.localdate()
    gone = away(scheme, today)
    shown = {
        "form": form,
        "leads": [(user, user.pk in gone) for user in people],
        "absences": absences_shown(request.actor, scheme),
        "without": days_without(scheme, today),
        "manages": manages,
        "alone": own is not None and len(people) == 1,
    }
    status = 422 if form.is_bound else 200
    return render(request, "safeguarding/concerns/lead_absences.html", shown, status=status)


def planned(request, scheme, form):
    try:
        absence = actions.absence_plan(scheme=scheme, **form.as_written(), by=request.user)
    except Refused as refused:
        form.add_error(None, refused.reasons)
        return None
    if absence.deputy:
        messages.success(request, f"Written down. {absence.deputy} takes over, and is told now.")
    else:
        messages.warning(request, f"Written down. Nobody takes over for {absence.lead} yet.")
    return absence


@require_POST
@scheme_view(Permission.LEAD_ABSENCE)
def lead_absence_end(request, scheme, absence_id):
    absence = get_object_or_404(LeadAbsence.objects.visible_to(request.actor), pk=absence_id)
    try:
        actions.absence_end(absence=absence, by=request.user)
        messages.success(request, f"{absence.lead} is there again.")
    except Refused as refused:
        messages.error(request, " ".join(refused.reasons))
    return redirect("safeguarding:lead_absences", scheme=scheme.slug)
