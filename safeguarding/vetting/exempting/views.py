"""Pages for starting under supervision while a check is on its way."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from mentoring.transitions import Refused
from safeguarding.vetting.exempting import actions
from safeguarding.vetting.exempting.forms import VettingExemptionForm
from safeguarding.vetting.exempting.models import VettingExemption
from schemes.people.gates import scheme_view
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission


@scheme_view(Permission.VETTING_EDIT)
def vetting_exemption_ask(request, scheme, volunteer_id):
    inside = Volunteer.objects.visible_to(request.actor).filter(scheme=scheme)
    volunteer = get_object_or_404(inside, pk=volunteer_id)
    form = VettingExemptionForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            actions.vetting_exemption_ask(volunteer=volunteer, **form.cleaned_data, by=request.user)
        except Refused as refused:
            form.add_error(None, refused.reasons)
        else:
            messages.success(request, "Asked. Nothing changes until a second person agrees.")
            return redirect("safeguarding:check_show", scheme=scheme.slug, volunteer_id=volunteer.pk)
    shown = {"volunteer": volunteer, "form": form, "form_title": "Start under supervision while a check is on its way"}
    return render(request, "safeguarding/vetting/check_step.html", shown, status=422 if form.is_bound else 200)


def _decide(request, scheme, volunteer_id, exemption_id, act, said):
    rows = VettingExemption.objects.visible_to(request.actor).filter(volunteer__scheme=scheme)
    exemption = get_object_or_404(rows.select_related("volunteer"), pk=exemption_id, volunteer_id=volunteer_id)
    try:
        act(exemption=exemption, by=request.user)
    except Refused as refused:
        messages.error(request, " ".join(refused.reasons))
    else:
        messages.success(request, said)
    return redirect("safeguarding:check_show", scheme=scheme.slug, volunteer_id=volunteer_id)


@require_POST
@scheme_view(Permission.VETTING_READ)
def vetting_exemption_agree(request, scheme, volunteer_id, exemption_id):
    said = "Agreed by the two of you. It ends by itself."
    return _decide(request, scheme, volunteer_id, exemption_id, actions.vetting_exemption_agree, said)


@require_POST
@scheme_view(Permission.VETTING_READ)
def vetting_exemption_end(request, scheme, volunteer_id, exemption_id):
    return _decide(request, scheme, volunteer_id, exemption_id, actions.vetting_exemption_end, "Over from now on.")
