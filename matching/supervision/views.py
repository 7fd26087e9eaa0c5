from datetime import timedelta

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from matching.supervision import actions, queries
from matching.supervision.forms import SupervisionPlanForm, SupervisionRecordForm
from matching.supervision.models import Supervision
from matching.supervision.rhythm import next_due
from mentoring.transitions import Refused
from schemes.people.gates import portal_view, scheme_view
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission
from schemes.people.queries import supervisors_of

KEEP = 422


@scheme_view(Permission.SUPERVISION_READ)
def supervision_list(request, scheme):
    """What is overdue, what is coming, what was held."""
    rows, now = queries.supervisions_of(request.actor, scheme), timezone.now()
    planned = rows.filter(outcome=Supervision.Outcome.PLANNED).order_by("planned_at")
    context = {
        "overdue": planned.filter(planned_at__lt=now),
        "coming": planned.filter(planned_at__gte=now)[:100],
        "past": rows.exclude(outcome=Supervision.Outcome.PLANNED)[:50],
        "gaps": queries.supervision_gaps(now, Volunteer.objects.visible_to(request.actor).filter(scheme=scheme)),
        "may_edit": request.actor.may(Permission.SUPERVISION_EDIT, scheme),
    }
    return render(request, "matching/supervision/supervision_list.html", context)


@scheme_view(Permission.SUPERVISION_EDIT)
def supervision_plan(request, scheme):
    mentors = Volunteer.objects.visible_to(request.actor).filter(scheme=scheme, state__in=["approved", "group-only"])
    form = SupervisionPlanForm(
        request.POST if request.method == "POST" else None,
        volunteers=mentors,
        supervisors=supervisors_of(scheme),
        initial={"volunteers": request.GET.getlist("volunteer"), "supervisor": request.user.pk},
    )
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        fields = {name: told[name] for name in ("volunteers", "supervisor", "planned_at", "place")}
        actions.supervision_plan(**fields, by=request.user)
        messages.success(request, "Planned. Everybody is reminded a week before.")
        return redirect("matching:supervision_list", scheme=scheme.slug)
    status = KEEP if form.is_bound else 200
    return render(request, "matching/supervision/supervision_plan.html", {"form": form}, status=status)


@scheme_view(Permission.SUPERVISION_READ)
def supervision_record(request, scheme, supervision_id):
    """One supervision: to be written down while it is planned, to be read afterwards."""
    supervision = get_object_or_404(queries.supervisions_of(request.actor, scheme), pk=supervision_id)
    may_edit = request.actor.may(Permission.SUPERVISION_EDIT, scheme)
    form = SupervisionRecordForm(
        request.POST if request.method == "POST" and may_edit else None, initial=_next(supervision)
    )
    if form.is_bound and form.is_valid():
        outcome, next_at = form.cleaned_data["outcome"], form.cleaned_data["next_at"]
        try:
            actions.supervision_record(
                supervision=supervision, outcome=outcome, notes=form.notes(), next_at=next_at, by=request.user
            )
            messages.success(request, "Written down.")
            return redirect("matching:supervision_list", scheme=scheme.slug)
        except Refused as refused:
            form.add_error(None, refused.reasons)
    context = {"supervision": supervision, "form": form, "may_edit": may_edit}
    status = KEEP if form.is_bound else 200
    return render(request, "matching/supervision/supervision_record.html", context, status=status)


def _next(supervision) -> dict:
    """The day the scheme's rhythm asks for, so that one tap plans it."""
    every = queries.rhythm_of(supervision.scheme).for_mentor(is_peer=supervision.volunteer.is_peer)
    due = next_due(max(timezone.localdate(), supervision.planned_at.date()), every)
    local = timezone.localtime(supervision.planned_at)
    return {"next_day": max(due, timezone.localdate() + timedelta(days=1)), "next_clock": f"{local:%H:%M}"}


@portal_view
def my_supervision(request):
    """A mentor's own: what is next, and what was agreed. Private notes stay with the supervisor."""
    rows = Supervision.objects.visible_to(request.actor).filter(volunteer__user=request.user)
    return render(
        request, "matching/supervision/my_supervision.html", {"supervisions": rows.select_related("supervisor")}
    )
