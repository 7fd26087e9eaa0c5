"""What was agreed: added, done, let go."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from matching.relationships.pages import pressed
from matching.supervision import queries
from matching.supervision.following import actions
from matching.supervision.following.forms import SupervisionActionAddForm, SupervisionActionDropForm
from matching.supervision.following.models import SupervisionAction
from matching.supervision.views.planning import shown
from mentoring.web.posted import sent, taken
from schemes.people.gates import portal_view, scheme_view
from schemes.people.permissions import Permission
from schemes.people.queries import supervisors_of


def _action_or_404(request, scheme, action_id):
    """One that is still to do, for those who hold the supervision, or whose it is to do."""
    rows = SupervisionAction.objects.visible_to(request.actor).open().filter(supervision__scheme=scheme)
    action = get_object_or_404(rows.select_related("supervision__volunteer", "supervision__scheme"), pk=action_id)
    mine = action.owner_id == request.user.pk
    supervises = action.supervision.volunteer.supervisor_id == request.user.pk
    if not (mine or supervises or queries.may_write(action.supervision, request.actor)):
        raise PermissionDenied
    return action


def _back(request, action):
    """To the supervision whose agenda it was pressed on, else to the one in which it was agreed."""
    rows = queries.supervisions_of(request.actor, action.supervision.scheme)
    asked = request.POST.get("from") or request.GET.get("from") or ""
    came_from = next((row for row in rows.filter(volunteer=action.supervision.volunteer) if str(row.pk) == asked), None)
    return ("matching:supervision_record", action.supervision.scheme.slug, (came_from or action.supervision).pk)


@scheme_view(Permission.SUPERVISION_EDIT)
def supervision_action_add(request, scheme, supervision_id):
    rows = queries.supervisions_of(request.actor, scheme).filter(outcome="held")
    supervision = get_object_or_404(rows, pk=supervision_id)
    if not queries.may_write(supervision, request.actor):
        raise PermissionDenied
    asked = {"mentor": supervision.volunteer, "people": supervisors_of(scheme)}
    form = SupervisionActionAddForm(sent(request), **asked)

    def add(_said):
        actions.supervision_action_add(supervision=supervision, todo=form.todo(), by=request.user)

    if taken(form, add):
        messages.success(request, "Added.")
        return redirect("matching:supervision_record", scheme.slug, supervision.pk)
    return shown(request, "supervision_action_add", form, supervision=supervision)


@require_POST
@scheme_view(Permission.SUPERVISION_EDIT)
def supervision_action_done(request, scheme, action_id):
    action = _action_or_404(request, scheme, action_id)
    return pressed(
        request, lambda: actions.supervision_action_close(action=action, outcome="done", by=request.user), "Done.",
        *_back(request, action),
    )  # fmt: skip


@scheme_view(Permission.SUPERVISION_EDIT)
def supervision_action_drop(request, scheme, action_id):
    action = _action_or_404(request, scheme, action_id)
    form = SupervisionActionDropForm(sent(request))

    def drop(said):
        actions.supervision_action_close(action=action, outcome="dropped", **said, by=request.user)

    if taken(form, drop):
        messages.success(request, "Let go.")
        return redirect(*_back(request, action))
    return shown(request, "supervision_action_drop", form, action=action, supervision=action.supervision)


@require_POST
@portal_view
def my_supervision_action_done(request, action_id):
    """The mentor’s own: one press."""
    rows = SupervisionAction.objects.visible_to(request.actor).open()
    mine = rows.filter(owner=None, supervision__volunteer__user=request.user).select_related("supervision__volunteer")
    action = get_object_or_404(mine, pk=action_id)
    return pressed(
        request, lambda: actions.supervision_action_close(action=action, outcome="done", by=request.user),
        gettext("Well done. Thank you."), "matching:my_supervision",
    )  # fmt: skip
