"""A lead's pages. A concern that is not yours to see is not there: 404, never 403. Every read is in the trail first."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from safeguarding.concerns import actions
from safeguarding.concerns.body_map import drawn, words_of
from safeguarding.concerns.chronology import chronology_of, facts_of
from safeguarding.concerns.deciding.queries import route_told, steps_of
from safeguarding.concerns.forms import (
    ConcernEntryForm,
    ConcernSubjectForm,
    HoldPlaceForm,
    HoldSessionsForm,
)
from safeguarding.concerns.links.queries import linked
from safeguarding.concerns.models import Concern, Hold
from safeguarding.concerns.queries import concern_parts, concerns_listed
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission


def found(request, concern_id):
    return get_object_or_404(Concern.objects.visible_to(request.actor), pk=concern_id)


def back(concern):
    return redirect("safeguarding:concern_show", scheme=concern.scheme.slug, concern_id=concern.pk)


@require_safe
@scheme_view(Permission.CONCERN_LIST)
def concern_list(request, scheme):
    """When and how far, nothing of what."""
    listed = concerns_listed(request.actor, request.GET.get("show", "open"), request.GET.get("before", ""))
    return render(request, "safeguarding/concerns/concern_list.html", listed)


@require_safe
@scheme_view(Permission.CONCERN_RAISE)
def concern_show(request, scheme, concern_id):
    concern = found(request, concern_id)
    actions.concern_read(concern=concern, by=request.user)
    parts = concern_parts(concern)
    shown = {
        "concern": concern,
        "facts": facts_of(concern),
        "story": chronology_of(concern),
        "parts": parts,
        "places": words_of(concern.body_marks),
        "body_marks": drawn(concern.body_marks),
        "body_sides": (0, 100),
        "linked": linked(concern, request.actor),
        "clocks": steps_of(concern, parts["referrals"]),
        "route": route_told(concern),
        "entry_form": ConcernEntryForm(),
        "carries_on": request.actor.may(Permission.CONCERN_LIST, scheme),
    }
    return render(request, "safeguarding/concerns/concern_show.html", shown)


@require_POST
@scheme_view(Permission.CONCERN_LIST)
def concern_acknowledge(request, scheme, concern_id):
    concern = found(request, concern_id)
    try:
        actions.concern_acknowledge(concern=concern, by=request.user)
        messages.success(request, "You have taken this on. Whoever raised it can see that it was read.")
    except Refused as refused:
        messages.error(request, " ".join(refused.reasons))
    return back(concern)


@scheme_view(Permission.CONCERN_RAISE)
def concern_entry_add(request, scheme, concern_id):
    concern = found(request, concern_id)
    form = ConcernEntryForm(request.POST if request.method == "POST" else None)
    return step(request, concern, form, actions.concern_entry_add, "Add a line", "Add it for good")


@scheme_view(Permission.CONCERN_LIST)
def concern_subject_add(request, scheme, concern_id):
    concern = found(request, concern_id)
    posted = request.POST if request.method == "POST" else None
    form = ConcernSubjectForm(posted, scheme=scheme, actor=request.actor)
    return step(request, concern, form, actions.concern_subject_add, "Name who it is about", "Shut them out of it")


@scheme_view(Permission.CONCERN_LIST)
def hold_place(request, scheme, concern_id):
    concern = found(request, concern_id)
    form = HoldPlaceForm(request.POST if request.method == "POST" else None, actor=request.actor)
    return step(request, concern, form, actions.hold_place, "Hold introductions", "Hold introductions")


@scheme_view(Permission.CONCERN_LIST)
def hold_sessions(request, scheme, hold_id):
    """Stop the sessions of somebody on hold, or let them go on: whichever it is not now."""
    hold = get_object_or_404(Hold.objects.visible_to(request.actor).open().filter(concern__isnull=False), pk=hold_id)
    concern, stops = found(request, hold.concern_id), not hold.stops_sessions

    def act(concern, why, by):
        return actions.hold_sessions(hold=hold, stops=stops, why=why, by=by)

    form = HoldSessionsForm(request.POST if request.method == "POST" else None)
    title = f"Stop sessions of {hold.volunteer}" if stops else f"Let {hold.volunteer} meet again"
    return step(request, concern, form, act, title, "Stop them now" if stops else "Let them go on", stops=stops)


@require_POST
@scheme_view(Permission.CONCERN_LIST)
def hold_lift(request, scheme, hold_id):
    hold = get_object_or_404(Hold.objects.visible_to(request.actor), pk=hold_id)
    try:
        actions.hold_lift(hold=hold, by=request.user)
        messages.success(request, "The hold is lifted.")
    except Refused as refused:
        messages.error(request, " ".join(refused.reasons))
    visible = hold.concern and Concern.objects.visible_to(request.actor).filter(pk=hold.concern_id).exists()
    return back(hold.concern) if visible else redirect("safeguarding:concern_list", scheme=scheme.slug)


def step(request, concern, form, act, title, button, **more):
    """One form about one concern: what was typed stays where the act is refused. Then back, if it is still ours.
    `more` is what the page says above the form."""
    if form.is_bound and form.is_valid():
        written = form.as_written() if hasattr(form, "as_written") else form.cleaned_data
        try:
            act(concern=concern, **written, by=request.user)
        except Refused as refused:
            form.add_error(None, refused.reasons)
        else:
            if Concern.objects.visible_to(request.actor).filter(pk=concern.pk).exists():
                return back(concern)
            return redirect("safeguarding:concern_list", scheme=concern.scheme.slug)
    shown = {"concern": concern, "form": form, "form_title": title, "button": button, **more}
    status = 422 if form.is_bound else 200
    return render(request, "safeguarding/concerns/concern_step.html", shown, status=status)
