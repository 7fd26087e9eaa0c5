"""Letting somebody in by name, and the glass that a manager may break."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from mentoring.transitions import Refused
from safeguarding.concerns.forms import BreakGlassForm, ConcernGrantForm
from safeguarding.concerns.grants import actions
from safeguarding.concerns.queries import concerns_behind_glass, manager_membership
from safeguarding.concerns.views import back, found, step
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission


@scheme_view(Permission.CONCERN_LIST)
def concern_grant(request, scheme, concern_id):
    concern = found(request, concern_id)
    form = ConcernGrantForm(request.POST if request.method == "POST" else None, concern=concern)
    return step(request, concern, form, actions.concern_grant, "Let somebody read this", "Let them read it")


@require_POST
@scheme_view(Permission.CONCERN_LIST)
def concern_grant_end(request, scheme, concern_id, grant_id):
    concern = found(request, concern_id)
    actions.concern_grant_end(grant=get_object_or_404(concern.grants, pk=grant_id), by=request.user)
    return back(concern)


@scheme_view(Permission.CONCERN_BREAK_GLASS)
def concern_break_glass(request, scheme):
    """For a manager, when no lead is there. Nothing of a concern shows here but when it was raised."""
    waiting = concerns_behind_glass(scheme, request.user)
    form = BreakGlassForm(request.POST if request.method == "POST" else None, concerns=waiting)
    if form.is_bound and form.is_valid() and (concern := opened(request, scheme, form)):
        return back(concern)
    status = 422 if form.is_bound else 200
    shown = {"form": form, "waiting": waiting}
    return render(request, "safeguarding/concerns/concern_break_glass.html", shown, status=status)


def opened(request, scheme, form):
    """The concern, now open to this manager for half an hour; None with the reasons on the form."""
    concern = form.concerns[form.cleaned_data["concern"]]
    membership = manager_membership(scheme, request.user)
    try:
        actions.concern_break_glass(concern=concern, membership=membership, reason=form.cleaned_data["reason"])
    except Refused as refused:
        form.add_error(None, refused.reasons)
        return None
    return concern
