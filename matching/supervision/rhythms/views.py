"""How often there is supervision: set by the co-ordinator, dated."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from matching.supervision.rhythms import actions, queries
from matching.supervision.rhythms.forms import SupervisionRhythmForm
from mentoring.web.posted import sent, taken
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission


@scheme_view(Permission.PLAN_EDIT)
def supervision_rhythm_set(request, scheme):
    now = queries.rhythm_of(scheme)
    form = SupervisionRhythmForm(sent(request), initial={**vars(now), "from_on": localdate()})

    def set_it(said):
        actions.supervision_rhythm_set(scheme=scheme, rhythm=form.rhythm(), from_on=said["from_on"], by=request.user)

    if taken(form, set_it):
        messages.success(request, "Set. What is due counts by it from that day on.")
        return redirect("matching:supervision_list", scheme.slug)
    context = {"form": form, "rows": queries.rhythms_of(request.actor, scheme), "today": localdate()}
    status = 422 if form.is_bound else 200
    return render(request, "matching/supervision/supervision_rhythm_set.html", context, status=status)
