"""Notes after they were signed: changed with a reason, answered by the mentor, printed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from matching.supervision import queries
from matching.supervision.models import Supervision
from matching.supervision.notes import actions
from matching.supervision.notes.forms import SupervisionAmendForm, SupervisionCommentForm
from matching.supervision.views.mine import mine
from matching.supervision.views.planning import shown
from mentoring.web.actions import draft_drop
from mentoring.web.drafts import draft_initial
from mentoring.web.posted import sent, taken
from schemes.people.gates import portal_view, scheme_view
from schemes.people.permissions import Permission


@scheme_view(Permission.SUPERVISION_EDIT)
def supervision_amend(request, scheme, supervision_id):
    rows = queries.supervisions_of(request.actor, scheme).filter(outcome="held")
    supervision = get_object_or_404(rows, pk=supervision_id)
    if not queries.may_write(supervision, request.actor):
        raise PermissionDenied
    said = {name: getattr(supervision, name) for name in actions.NOTES}
    is_first = not any(said.values()) and not supervision.amendments.exists()
    form_key = f"supervision-amend-{supervision.pk}"
    blank = SupervisionAmendForm(is_first=is_first)
    form = SupervisionAmendForm(
        sent(request), is_first=is_first, initial=said | draft_initial(request.user, form_key, blank)
    )

    @transaction.atomic
    def amend(_said):
        actions.supervision_amend(supervision=supervision, **form.said(), by=request.user)
        draft_drop(form_key=form_key, by=request.user)

    if taken(form, amend):
        messages.success(
            request, "Written and signed." if is_first else "Changed. What it said before stays beside it."
        )
        return redirect("matching:supervision_record", scheme.slug, supervision.pk)
    context = {"supervision": supervision, "is_first": is_first, "form_key": form_key}
    return shown(request, "supervision_amend", form, **context)


@require_safe
@scheme_view(Permission.SUPERVISION_READ)
def supervision_print(request, scheme, supervision_id):
    """On paper, for whoever may read it; the notes for supervision only where they are asked for."""
    rows = queries.supervisions_of(request.actor, scheme).exclude(outcome="planned")
    supervision = get_object_or_404(rows, pk=supervision_id)
    with_private = "private" in request.GET and queries.reads_private(supervision, request.actor)
    actions.supervision_printed(supervision=supervision, with_private=with_private, by=request.user)
    context = {
        "supervision": supervision,
        "with_private": with_private,
        "may_private": bool(supervision.private_note) and queries.reads_private(supervision, request.actor),
        "actions": supervision.actions.select_related("owner", "supervision__volunteer"),
    }
    return render(request, "matching/supervision/supervision_print.html", context)


@portal_view
def my_supervision_comment(request, supervision_id):
    """What I want to add to what was written."""
    supervision = get_object_or_404(mine(request), pk=supervision_id)
    if supervision.outcome != Supervision.Outcome.HELD:
        raise Http404
    form = SupervisionCommentForm(sent(request), initial={"words": supervision.mentor_comment})
    if taken(form, lambda said: actions.supervision_comment(supervision=supervision, **said, by=request.user)):
        messages.success(request, gettext("Thank you. It stands beside the notes."))
        return redirect("matching:my_supervision")
    return shown(request, "my_supervision_comment", form, supervision=supervision)
