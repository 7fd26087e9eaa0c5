"""Sessions as staff see them: planned by the co-ordinator, read by those who may (roles.md)."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from matching.relationships import actions, own
from matching.relationships.forms import SessionPlanForm
from matching.relationships.pages import form_shown, staff_match_or_404, to_match
from matching.relationships.sides import side_of
from matching.relationships.telling import sessions_told
from mentoring.web.posted import sent, taken
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission


@require_safe
@scheme_view(Permission.MATCH_READ)
def session_list(request, scheme, match_id):
    """Every session with its notes. How it felt to the young person is for co-ordinators alone: they were told so.
    Staff who are one of the two read theirs on their own page."""
    match = staff_match_or_404(request, match_id)
    if side_of(match, request.user):
        raise Http404
    context = {
        "match": match,
        "page": sessions_told(match, request.GET.get("page", ""), request.actor),
        "may_edit": request.actor.may(Permission.MATCH_EDIT, scheme),
        "sees_pulse": request.actor.may(Permission.MATCH_EDIT, scheme),
    }
    return render(request, "matching/relationships/session_list.html", context)


@scheme_view(Permission.MATCH_EDIT)
def session_plan(request, scheme, match_id):
    match = staff_match_or_404(request, match_id)
    form = SessionPlanForm(sent(request), initial=own.usual_time(match, timezone.now()))
    if taken(form, lambda said: actions.session_plan(match=match, **said, by=request.user)):
        messages.success(request, "Planned. Both can see it.")
        return to_match(match)
    return form_shown(request, "session_plan", form, match=match)
