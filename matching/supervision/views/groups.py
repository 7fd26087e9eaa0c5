"""Group supervision: planned as a series, moved, called off, written down with who came."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from matching.supervision.actions import supervision_series_plan
from matching.supervision.forms import SupervisionCallOffForm, SupervisionGroupPlanForm, SupervisionMoveForm
from matching.supervision.groups import actions, queries
from matching.supervision.groups.forms import SupervisionGroupInviteForm, SupervisionGroupRecordForm
from matching.supervision.rhythm import every_words
from matching.supervision.rhythms.queries import rhythm_of
from matching.supervision.views.planning import people_of, proposed, shown
from mentoring.web.actions import draft_drop
from mentoring.web.drafts import draft_initial
from mentoring.web.posted import sent, taken
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission


def _planned_or_404(request, scheme, group_id):
    rows = queries.groups_of(request.actor, scheme).filter(outcome="planned")
    return get_object_or_404(rows, pk=group_id)


@scheme_view(Permission.SUPERVISION_EDIT)
def supervision_group_plan(request, scheme):
    """Who comes, and the next dates as the rhythm asks for them."""
    every = rhythm_of(scheme).group_every_days or 91
    last = queries.last_group_of(request.actor, scheme, timezone.now())
    first = {"supervisor": request.user.pk} | proposed(last, every)
    form = SupervisionGroupPlanForm(sent(request), initial=first, **people_of(request, scheme))
    if taken(form, lambda said: supervision_series_plan(**said, by=request.user)):
        messages.success(request, "Planned. Everybody invited sees it on their own page.")
        return redirect("matching:supervision_list", scheme.slug)
    return shown(request, "supervision_group_plan", form, every=every_words(every))


@scheme_view(Permission.SUPERVISION_READ)
def supervision_group_record(request, scheme, group_id):
    """One group: to be written down while it is planned, to be read afterwards."""
    group = get_object_or_404(queries.groups_of(request.actor, scheme), pk=group_id)
    places = queries.places_of(group)
    may_edit = request.actor.may(Permission.SUPERVISION_EDIT, scheme)
    context = {"group": group, "places": places, "may_edit": may_edit}
    is_ahead = timezone.localdate(group.planned_at) > timezone.localdate()
    if not (may_edit and group.outcome == "planned") or (is_ahead and request.method != "POST"):
        return render(request, "matching/supervision/supervision_group_show.html", context)
    form_key = f"supervision-group-{group.pk}"
    blank = SupervisionGroupRecordForm(places=places)
    form = SupervisionGroupRecordForm(
        sent(request), places=places, initial=draft_initial(request.user, form_key, blank)
    )

    @transaction.atomic
    def record(said):
        actions.supervision_group_record(group=group, topics=said["topics"], came=form.came(), by=request.user)
        draft_drop(form_key=form_key, by=request.user)

    if taken(form, record):
        messages.success(request, "Written down.")
        return redirect("matching:supervision_group_record", scheme.slug, group.pk)
    return shown(request, "supervision_group_record", form, form_key=form_key, **context)


@scheme_view(Permission.SUPERVISION_EDIT)
def supervision_group_invite(request, scheme, group_id):
    group = _planned_or_404(request, scheme, group_id)
    others = queries.may_be_invited(request.actor, scheme).exclude(supervisions__group=group)
    form = SupervisionGroupInviteForm(sent(request), volunteers=others)

    def invite(said):
        actions.supervision_group_invite(group=group, **said, by=request.user)

    if taken(form, invite):
        messages.success(request, "Invited.")
        return redirect("matching:supervision_group_record", scheme.slug, group.pk)
    return shown(request, "supervision_group_invite", form, group=group)


@scheme_view(Permission.SUPERVISION_EDIT)
def supervision_group_move(request, scheme, group_id):
    group = _planned_or_404(request, scheme, group_id)
    local = timezone.localtime(group.planned_at)
    first = {"day": local.date(), "clock": f"{local:%H:%M}", "place": group.place}
    form = SupervisionMoveForm(sent(request), initial=first)
    if taken(form, lambda said: actions.supervision_group_move(group=group, **said, by=request.user)):
        messages.success(request, "Moved, for everybody.")
        return redirect("matching:supervision_group_record", scheme.slug, group.pk)
    return shown(request, "supervision_move", form, group=group)


@scheme_view(Permission.SUPERVISION_EDIT)
def supervision_group_call_off(request, scheme, group_id):
    group = _planned_or_404(request, scheme, group_id)
    form = SupervisionCallOffForm(sent(request))
    if taken(form, lambda said: actions.supervision_group_call_off(group=group, **said, by=request.user)):
        messages.success(request, "Called off, for everybody.")
        return redirect("matching:supervision_list", scheme.slug)
    return shown(request, "supervision_call_off", form, group=group)
