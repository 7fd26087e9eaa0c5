"""Planning supervision: one date or a series, moving one, calling one off."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from matching.supervision import actions, queries
from matching.supervision.forms import (
    SERIES,
    SupervisionCallOffForm,
    SupervisionMoveForm,
    SupervisionPlanForm,
    SupervisionSeriesForm,
)
from matching.supervision.groups.queries import may_be_invited
from matching.supervision.rhythm import every_words, series_days
from matching.supervision.rhythms.queries import rhythm_of
from mentoring.web.posted import sent, taken
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission
from schemes.people.queries import supervisors_of


def shown(request, template: str, form, **context):
    status = 422 if form.is_bound else 200
    return render(request, f"matching/supervision/{template}.html", {"form": form, **context}, status=status)


def people_of(request, scheme) -> dict:
    """Who can be asked to come, and who can supervise."""
    return {"volunteers": may_be_invited(request.actor, scheme), "supervisors": supervisors_of(scheme)}


def planned_or_404(request, scheme, supervision_id):
    """A supervision one to one that is not written down yet, for those who hold it."""
    rows = queries.supervisions_of(request.actor, scheme).individual().filter(outcome="planned")
    supervision = get_object_or_404(rows, pk=supervision_id)
    if not queries.may_write(supervision, request.actor):
        raise PermissionDenied
    return supervision


@scheme_view(Permission.SUPERVISION_EDIT)
def supervision_plan(request, scheme):
    first = {"volunteers": request.GET.getlist("volunteer"), "supervisor": request.user.pk}
    form = SupervisionPlanForm(sent(request), initial=first, **people_of(request, scheme))
    if taken(form, lambda said: actions.supervision_plan(**said, by=request.user)):
        messages.success(request, "Planned. Everybody is reminded before.")
        return redirect("matching:supervision_list", scheme=scheme.slug)
    return shown(request, "supervision_plan", form)


@scheme_view(Permission.SUPERVISION_EDIT)
def supervision_series_plan(request, scheme, volunteer_id):
    """The next dates as the rhythm asks for them, each to be changed or left out."""
    people = people_of(request, scheme)
    mentor = get_object_or_404(people["volunteers"], pk=volunteer_id)
    every = rhythm_of(scheme).for_mentor(is_peer=mentor.is_peer)
    first = _usual(request, mentor) | proposed(queries.last_date_of(mentor, timezone.now()), every)
    form = SupervisionSeriesForm(sent(request), initial=first, supervisors=people["supervisors"])

    def plan(said):
        actions.supervision_series_plan(volunteers=[mentor], **said, by=request.user)

    if taken(form, plan):
        messages.success(request, "All planned. Move or call off one by itself whenever you need to.")
        return redirect("matching:supervision_list", scheme=scheme.slug)
    return shown(request, "supervision_series_plan", form, mentor=mentor, every=every_words(every))


def proposed(last, every_days: int) -> dict:
    """{field: day} of the next dates."""
    days = series_days(last, every_days, SERIES, timezone.localdate())
    return {f"day_{number}": day for number, day in enumerate(days, 1)}


def _usual(request, mentor) -> dict:
    """Who supervises them, at what time and where last time."""
    last = queries.supervisions_of(request.actor, mentor.scheme).individual().filter(volunteer=mentor).first()
    at = {"clock": f"{timezone.localtime(last.planned_at):%H:%M}", "place": last.place} if last else {}
    return {"supervisor": mentor.supervisor_id or request.user.pk, **at}


@scheme_view(Permission.SUPERVISION_EDIT)
def supervision_move(request, scheme, supervision_id):
    supervision = planned_or_404(request, scheme, supervision_id)
    local = timezone.localtime(supervision.planned_at)
    first = {"day": local.date(), "clock": f"{local:%H:%M}", "place": supervision.place}
    form = SupervisionMoveForm(sent(request), initial=first)

    def move(said):
        actions.supervision_move(supervision=supervision, **said, by=request.user)

    if taken(form, move):
        messages.success(request, "Moved. The mentor sees the new time on their page.")
        return redirect("matching:supervision_record", scheme.slug, supervision.pk)
    return shown(request, "supervision_move", form, supervision=supervision)


@scheme_view(Permission.SUPERVISION_EDIT)
def supervision_call_off(request, scheme, supervision_id):
    supervision = planned_or_404(request, scheme, supervision_id)
    form = SupervisionCallOffForm(sent(request))

    def call_off(said):
        actions.supervision_call_off(supervision=supervision, **said, by=request.user)

    if taken(form, call_off):
        messages.success(request, "Called off.")
        return redirect("matching:supervision_list", scheme=scheme.slug)
    return shown(request, "supervision_call_off", form, supervision=supervision)
