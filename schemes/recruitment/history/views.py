"""A volunteer's history on the record: what is known, what is to be asked (S9)."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from schemes.people.gates import scheme_view
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission
from schemes.people.views.outcomes import refused
from schemes.recruitment.history import actions, queries
from schemes.recruitment.history.forms import HistoryEditForm, HistoryGapExplainForm, history_initial
from schemes.recruitment.history.gaps import span_words


def _found(request, volunteer_id):
    inside = Volunteer.objects.visible_to(request.actor).filter(scheme=request.in_scheme)
    return get_object_or_404(inside, pk=volunteer_id)


@require_safe
@scheme_view(Permission.PEOPLE_READ)
def history_show(request, scheme, volunteer_id):
    volunteer = _found(request, volunteer_id)
    return _page(request, volunteer)


def _page(request, volunteer, sent=None):
    """`sent` is a form that came back with a mistake; it takes the place of its gap's own."""
    gaps = []
    for number, gap in enumerate(queries.open_gaps(volunteer, timezone.localdate())):
        form = HistoryGapExplainForm(initial={"from_on": gap.first, "to_on": gap.last}, auto_id=f"id_{number}_%s")
        is_it = sent is not None and sent.data.get("from_on") == gap.first.isoformat()
        gaps.append({"words": span_words(*gap), "form": sent if is_it else form})
    context = {
        "volunteer": volunteer,
        "lines": queries.history_lines(volunteer),
        "gaps": gaps,
        "stays": [(span_words(stay.from_on, stay.to_on), stay.country) for stay in queries.overseas_stays(volunteer)],
        "sent": sent,
        "may_edit": request.actor.may(Permission.PEOPLE_EDIT, request.in_scheme),
    }
    return render(request, "schemes/recruitment/history_show.html", context, status=422 if sent else 200)


@scheme_view(Permission.PEOPLE_EDIT)
def history_edit(request, scheme, volunteer_id):
    volunteer = _found(request, volunteer_id)
    form = HistoryEditForm(request.POST if request.method == "POST" else None, initial=history_initial(volunteer))
    if request.method == "POST" and form.is_valid():
        try:
            actions.history_keep(volunteer=volunteer, spells=form.spells, stays=form.stays, by=request.user)
        except Refused as problem:
            refused(form, problem)
        else:
            messages.success(request, "Saved.")
            return redirect("schemes:history_show", scheme.slug, volunteer.pk)
    context = {"form": form, "volunteer": volunteer}
    return render(request, "schemes/recruitment/history_edit.html", context, status=422 if form.errors else 200)


@require_POST
@scheme_view(Permission.PEOPLE_EDIT)
def history_gap_explain(request, scheme, volunteer_id):
    volunteer = _found(request, volunteer_id)
    form = HistoryGapExplainForm(request.POST)
    if form.is_valid():
        try:
            actions.history_gap_explain(volunteer=volunteer, by=request.user, **form.cleaned_data)
        except Refused as problem:
            refused(form, problem)
        else:
            messages.success(request, "Kept with their history.")
            return redirect("schemes:history_show", scheme.slug, volunteer.pk)
    return _page(request, volunteer, sent=form)
