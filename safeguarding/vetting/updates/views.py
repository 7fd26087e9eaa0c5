"""The page on which a look at the Update Service is written down."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from mentoring.transitions import Refused
from safeguarding.vetting.models import VettingCheck
from safeguarding.vetting.updates import actions
from safeguarding.vetting.updates.forms import StatusCheckForm
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission


@scheme_view(Permission.VETTING_EDIT)
def status_check_record(request, scheme, volunteer_id, check_id):
    rows = VettingCheck.objects.visible_to(request.actor).filter(volunteer__scheme=scheme)
    check = get_object_or_404(rows.select_related("volunteer__scheme"), pk=check_id, volunteer_id=volunteer_id)
    form = StatusCheckForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            actions.status_check_record(check=check, **form.cleaned_data, by=request.user)
        except Refused as refused:
            form.add_error(None, refused.reasons)
        else:
            messages.success(request, "Written down.")
            return redirect("safeguarding:check_show", scheme=scheme.slug, volunteer_id=volunteer_id)
    shown = {"volunteer": check.volunteer, "form": form, "form_title": "A look at the Update Service"}
    return render(request, "safeguarding/vetting/check_step.html", shown, status=422 if form.is_bound else 200)
