"""How long somebody may stand at each stage, and who stands too long."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST, require_safe

from mentoring.web.posted import sent, taken
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission
from schemes.people.standing import actions, queries, shown
from schemes.people.standing.forms import StageLimitsForm

SIZE = 50


@require_safe
@scheme_view(Permission.PEOPLE_READ)
def too_long_list(request, scheme, kind):
    if kind not in shown.KINDS:
        raise Http404
    way, today = shown.KINDS[kind], localdate()
    found = queries.too_long_seen(way, request.actor, scheme, today)
    page = Paginator(found, SIZE).get_page(request.GET.get("page"))
    rows = [shown.row(person, way, today) for person in page]
    context = {"kind": kind, "rows": rows, "page": page}
    return render(request, "schemes/people/standing/too_long_list.html", context)


@scheme_view(Permission.STAGE_LIMITS)
def stage_limits_set(request, scheme):
    limits = queries.limits_of(scheme)
    late = queries.too_long_counts(scheme, localdate())
    form = StageLimitsForm(sent(request), initial=shown.initial(limits), labels=shown.LABELS, late=late)

    def set_them(said):
        actions.stage_limits_set(scheme=scheme, days=form.days(said), by=request.user)

    if taken(form, set_them):
        messages.success(request, "Set. Reminders, first pages and lists count by it from now on.")
        return redirect("schemes:stage_limits_set", scheme.slug)
    context = {"form": form, "ways": shown.ways(form), "is_own": shown.is_own(limits)}
    status = 422 if form.is_bound else 200
    return render(request, "schemes/people/standing/stage_limits_set.html", context, status=status)


@require_POST
@scheme_view(Permission.STAGE_LIMITS)
def stage_limits_reset(request, scheme):
    actions.stage_limits_reset(scheme=scheme, by=request.user)
    messages.success(request, "Every stage has its usual days again.")
    return redirect("schemes:stage_limits_set", scheme.slug)
