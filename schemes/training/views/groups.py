"""The peer support group: when it meets, who came, and each member's own page (P6)."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from mentoring.transitions import Refused
from schemes.people.gates import portal_view, scheme_view
from schemes.people.permissions import Permission
from schemes.people.views.outcomes import refused
from schemes.training import actions, queries
from schemes.training.forms import GroupMarkForm, GroupSessionForm
from schemes.training.views.answers import sent, status

#: Members shown at once.
ON_A_PAGE = 50


@require_safe
@scheme_view(Permission.SUPERVISION_READ)
def group_session_list(request, scheme):
    context = {
        "sessions": queries.group_sessions(request.actor, scheme),
        "page": Paginator(queries.group_members(request.actor, scheme), ON_A_PAGE).get_page(request.GET.get("page")),
        "may_edit": request.actor.may(Permission.SUPERVISION_EDIT, scheme),
    }
    return render(request, "schemes/training/group_session_list.html", context)


@scheme_view(Permission.SUPERVISION_EDIT)
def group_session_add(request, scheme):
    form = GroupSessionForm(sent(request))
    if form.is_valid():
        actions.group_session_add(scheme=scheme, by=request.user, **form.session())
        messages.success(request, "The group’s members see it on their own page.")
        return redirect("schemes:group_session_list", scheme.slug)
    return render(request, "schemes/training/group_session_add.html", {"form": form}, status=status(form))


@scheme_view(Permission.SUPERVISION_EDIT)
def group_session_mark(request, scheme, session_id):
    session = get_object_or_404(queries.group_sessions(request.actor, scheme), pk=session_id)
    members = queries.group_members(request.actor, scheme)
    form = GroupMarkForm(sent(request), members=members, initial={"came": queries.came_to(session)})
    if form.is_valid():
        try:
            actions.group_session_mark(session=session, came=form.marks(), by=request.user)
        except Refused as problem:
            refused(form, problem)
        else:
            messages.success(request, "Noted.")
            return redirect("schemes:group_session_list", scheme.slug)
    context = {"form": form, "session": session}
    return render(request, "schemes/training/group_session_mark.html", context, status=status(form))


@require_safe
@portal_view
def my_group(request):
    context = {"sides": queries.my_groups(request.user, timezone.now())}
    return render(request, "schemes/training/my_group.html", context)
