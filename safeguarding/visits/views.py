"""Out alone: a mentor's or a worker's own page, and the page of those who answer an alarm."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from safeguarding.visits import actions
from safeguarding.visits.forms import VisitForm, VisitSettleForm
from safeguarding.visits.models import Visit
from safeguarding.visits.queries import is_alarming, own_out, phone_of, schemes_to_visit_in, visits_shown
from schemes.people.gates import scheme_view, worried_view
from schemes.people.permissions import Permission


@worried_view
def visit_mine(request):
    schemes = schemes_to_visit_in(request.actor)
    if not schemes:
        raise Http404
    if request.method == "POST":
        form = VisitForm(request.POST, schemes=schemes)
        if form.is_valid() and started(request, form):
            return redirect("safeguarding:visit_mine")
    else:
        form = VisitForm(schemes=schemes, initial={"phone": phone_of(request.user)})
    shown = {"form": form, "out": own_out(request.user), "now": timezone.now()}
    status = 422 if form.is_bound else 200
    return render(request, "safeguarding/visits/visit_mine.html", shown, status=status)


def started(request, form):
    try:
        visit = actions.visit_start(**form.as_written(), by=request.user)
    except Refused as refused:
        form.add_error("back_time", refused.reasons)
        return None
    messages.success(request, gettext("We know where you are. Press “I am back” when you are."))
    return visit


def own_visit(request, visit_id) -> Visit:
    return get_object_or_404(Visit.objects.visible_to(request.actor).filter(who=request.user), pk=visit_id)


@require_POST
@worried_view
def visit_back(request, visit_id):
    actions.visit_back(visit=own_visit(request, visit_id), by=request.user)
    messages.success(request, gettext("Good that you are back."))
    return redirect("safeguarding:visit_mine")


@require_POST
@worried_view
def visit_longer(request, visit_id):
    try:
        visit = actions.visit_longer(visit=own_visit(request, visit_id), by=request.user)
        back = timezone.localtime(visit.back_by).strftime("%H:%M")
        messages.success(request, gettext("Half an hour more, until %(back)s.") % {"back": back})
    except Refused as refused:
        messages.error(request, " ".join(refused.reasons))
    return redirect("safeguarding:visit_mine")


@require_safe
@scheme_view(Permission.PEOPLE_READ)
def visit_list(request, scheme):
    now = timezone.now()
    shown = visits_shown(request.actor, scheme, now)
    out = [(visit, is_alarming(visit, now)) for visit in shown["out"]]
    return render(request, "safeguarding/visits/visit_list.html", {"out": out, "lately": shown["lately"]})


@scheme_view(Permission.PEOPLE_READ)
def visit_settle(request, scheme, visit_id):
    visit = get_object_or_404(Visit.objects.visible_to(request.actor).select_related("who"), pk=visit_id)
    form = VisitSettleForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            actions.visit_settle(visit=visit, words=form.cleaned_data["words"], by=request.user)
        except Refused as refused:
            form.add_error(None, refused.reasons)
        else:
            return redirect("safeguarding:visit_list", scheme=scheme.slug)
    status = 422 if form.is_bound else 200
    return render(request, "safeguarding/visits/visit_settle.html", {"form": form, "visit": visit}, status=status)
