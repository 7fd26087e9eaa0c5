"""One supervision: its agenda before, written down and signed, read afterwards."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from matching.supervision import actions, queries
from matching.supervision.agenda.queries import agenda_of
from matching.supervision.forms import SupervisionRecordForm
from matching.supervision.notes.queries import amendments_of
from matching.supervision.rhythm import next_due
from matching.supervision.rhythms.queries import rhythm_of
from mentoring.web.actions import draft_drop
from mentoring.web.drafts import draft_initial
from mentoring.web.posted import sent, taken
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission
from schemes.people.queries import supervisors_of


@scheme_view(Permission.SUPERVISION_READ)
def supervision_record(request, scheme, supervision_id):
    supervision = get_object_or_404(queries.supervisions_of(request.actor, scheme), pk=supervision_id)
    may_edit = queries.may_write(supervision, request.actor)
    if not (may_edit and supervision.is_planned and supervision.group is None):
        return _shown(request, supervision, may_edit)
    agenda, form_key = agenda_of(supervision, request.actor, timezone.now()), f"supervision-{supervision.pk}"
    asked = {"mentor": supervision.volunteer, "people": supervisors_of(scheme), "points": agenda.points}
    first = _next(supervision) | draft_initial(request.user, form_key, SupervisionRecordForm(**asked))
    form = SupervisionRecordForm(sent(request), initial=first, **asked)

    @transaction.atomic
    def record(_said):
        actions.supervision_record(supervision=supervision, **form.said(), by=request.user)
        draft_drop(form_key=form_key, by=request.user)

    if taken(form, record):
        messages.success(request, "Written down and signed.")
        return redirect("matching:supervision_record", scheme.slug, supervision.pk)
    is_ahead = timezone.localdate(supervision.planned_at) > timezone.localdate() and not form.is_bound
    context = {"supervision": supervision, "may_edit": True, "form": form, "form_key": form_key, "agenda": agenda}
    status = 422 if form.is_bound else 200
    return render(
        request, "matching/supervision/supervision_record.html", context | {"is_ahead": is_ahead}, status=status
    )


def _shown(request, supervision, may_edit: bool):
    context = {
        "supervision": supervision,
        "may_edit": may_edit,
        "reads_private": queries.reads_private(supervision, request.actor),
        "amendments": amendments_of(supervision, request.actor),
        "actions": supervision.actions.select_related("owner", "supervision__volunteer"),
    }
    return render(request, "matching/supervision/supervision_show.html", context)


def _next(supervision) -> dict:
    """The day the scheme's rhythm asks for, so that one tap plans it; nothing where the series goes on already."""
    if queries.planned_after(supervision).exists():
        return {}
    every = rhythm_of(supervision.scheme).for_mentor(is_peer=supervision.volunteer.is_peer)
    local = timezone.localtime(supervision.planned_at)
    due = next_due(max(timezone.localdate(), local.date()), every)
    return {"next_day": due, "next_clock": f"{local:%H:%M}"}
