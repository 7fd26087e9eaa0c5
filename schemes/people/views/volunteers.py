"""A volunteer's record and what can be done with it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from schemes.people import actions, approval, journeys, panels, queries, stories
from schemes.people.forms import MoveForm, VolunteerAddForm, VolunteerEditForm
from schemes.people.gates import scheme_view
from schemes.people.merging.views import leads_on
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission, Role
from schemes.people.views.outcomes import refused


def _found(request, volunteer_id):
    visible = Volunteer.objects.visible_to(request.actor).filter(scheme=request.in_scheme)
    return get_object_or_404(visible.select_related("supervisor", "heard_from", "user"), pk=volunteer_id)


def _record(request, volunteer):
    return redirect("schemes:volunteer_show", request.in_scheme.slug, volunteer.pk)


@require_safe
@scheme_view(Permission.MENTORS_READ)
@leads_on
def volunteer_show(request, scheme, volunteer_id):
    volunteer = _found(request, volunteer_id)
    context = {
        "volunteer": volunteer,
        "story": stories.volunteer_story(volunteer, request.user),
        "facts": stories.volunteer_facts(volunteer),
        "steps": journeys.volunteer_steps(volunteer.moves, volunteer.state, queries.paused_from(volunteer)),
        "panels": panels.volunteer_panels(volunteer, request.actor),
        "approval_missing": _approval_missing(request, volunteer),
        "may_edit": request.actor.may(Permission.PEOPLE_EDIT, scheme),
        "invitation": queries.open_invitation_of(volunteer),
    }
    return render(request, "schemes/people/volunteer_show.html", context)


def _approval_missing(request, volunteer):
    """For those who take people on, while it is the question; None for everybody and everything else."""
    if volunteer.state not in approval.ASKED_IN or not request.actor.may(Permission.PEOPLE_READ, volunteer):
        return None
    to = queries.paused_from(volunteer) or Volunteer.State.APPROVED
    return approval.approval_missing(volunteer, timezone.localdate(), to)


@scheme_view(Permission.PEOPLE_EDIT)
def volunteer_add(request, scheme):
    form = VolunteerAddForm(request.POST if request.method == "POST" else None, campaigns=queries.campaigns(scheme))
    if request.method == "POST" and form.is_valid():
        return _record(request, actions.volunteer_add(scheme=scheme, by=request.user, **form.cleaned_data))
    return render(request, "schemes/people/volunteer_add.html", {"form": form}, status=422 if form.errors else 200)


@scheme_view(Permission.PEOPLE_EDIT)
def volunteer_edit(request, scheme, volunteer_id):
    volunteer = _found(request, volunteer_id)
    known = {"supervisors": queries.supervisors_of(scheme), "campaigns": queries.campaigns(scheme)}
    form = VolunteerEditForm(request.POST if request.method == "POST" else None, instance=volunteer, **known)
    if request.method == "POST" and form.is_valid():
        changes = {name: form.cleaned_data[name] for name in form.changed_data}
        try:
            actions.volunteer_edit(volunteer=volunteer, changes=changes, by=request.user)
        except Refused as problem:
            refused(form, problem)
        else:
            messages.success(request, "Saved.")
            return _record(request, volunteer)
    context = {"form": form, "volunteer": volunteer}
    return render(request, "schemes/people/volunteer_edit.html", context, status=422 if form.errors else 200)


@scheme_view(Permission.PEOPLE_EDIT)
def volunteer_move(request, scheme, volunteer_id):
    volunteer = _found(request, volunteer_id)
    sent = request.POST if request.method == "POST" else None
    to = (sent or request.GET).get("to", "")
    form = MoveForm(sent, lawful=volunteer.moves[volunteer.state], to=to, initial={"to": to})
    if sent is not None and form.is_valid():
        try:
            actions.volunteer_move(volunteer=volunteer, by=request.user, **form.cleaned_data)
        except Refused as problem:
            refused(form, problem)
        else:
            messages.success(request, f"{volunteer.first_name}: {journeys.HAPPENED[to].lower()}.")
            return _record(request, volunteer)
    context = {"form": form, "volunteer": volunteer, **_step_words(volunteer, to)}
    return render(request, "schemes/people/volunteer_move.html", context, status=422 if form.errors else 200)


def _step_words(volunteer, to):
    return {"button": journeys.BUTTONS.get(to, ""), "consequence": journeys.CONSEQUENCES.get(to, "")}


@require_POST
@scheme_view(Permission.PEOPLE_EDIT)
def volunteer_invite(request, scheme, volunteer_id):
    volunteer = _found(request, volunteer_id)
    if not volunteer.email:
        messages.error(request, "There is no e-mail address on this record. Add one, then send the link.")
        return redirect(reverse("schemes:volunteer_edit", args=[scheme.slug, volunteer.pk]) + "#id_email")
    actions.invitation_send(
        scheme=scheme,
        email=volunteer.email,
        name=volunteer.name,
        role=Role.MENTOR,
        volunteer=volunteer,
        by=request.user,
    )
    messages.success(request, f"A link to sign in is on its way to {volunteer.email}. It works for 14 days.")
    return _record(request, volunteer)
