"""Step 17 on the screen: evaluations, what was decided, what it became (S17)."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from evaluation.review import actions
from evaluation.review.forms import DecisionAddForm, DecisionFeedForm, ReviewStartForm, ReviewWriteForm
from evaluation.review.queries import decisions, evaluations
from evaluation.turnover.periods import period_named
from evaluation.turnover.queries import began_on
from mentoring.transitions import Refused
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission


def back_to(evaluation, scheme):
    return redirect("evaluation:review_show", scheme=scheme.slug, key=evaluation.pk)


@require_safe
@scheme_view(Permission.REPORT_READ)
def review_list(request, scheme):
    may_write = request.actor.may(Permission.REPORT_MAKE, scheme)
    context = {"evaluations": evaluations(request.actor), "may_write": may_write}
    return render(request, "evaluation/review/review_list.html", context)


@scheme_view(Permission.REPORT_MAKE)
def review_start(request, scheme):
    if request.method == "POST":
        form = ReviewStartForm(request.POST)
        if form.is_valid():
            return back_to(actions.evaluation_start(scheme=scheme, by=request.user, **form.cleaned_data), scheme)
    else:
        last = period_named("12-months", began_on=began_on(scheme), today=timezone.localdate())
        form = ReviewStartForm(initial={"from_on": last.from_on, "to_on": last.to_on})
    return render(request, "evaluation/review/review_start.html", {"form": form})


@require_safe
@scheme_view(Permission.REPORT_READ)
def review_show(request, scheme, key):
    evaluation = get_object_or_404(evaluations(request.actor), pk=key)
    may_write = request.actor.may(Permission.REPORT_MAKE, scheme)
    context = {"evaluation": evaluation, "may_write": may_write, "form": DecisionAddForm()}
    return render(request, "evaluation/review/review_show.html", context)


@scheme_view(Permission.REPORT_MAKE)
def review_write(request, scheme, key):
    evaluation = get_object_or_404(evaluations(request.actor), pk=key)
    form = ReviewWriteForm(request.POST if request.method == "POST" else None, instance=evaluation)
    if request.method == "POST" and form.is_valid():
        actions.evaluation_write(evaluation=evaluation, by=request.user, **form.cleaned_data)
        return back_to(evaluation, scheme)
    return render(request, "evaluation/review/review_write.html", {"form": form, "evaluation": evaluation})


@require_POST
@scheme_view(Permission.REPORT_MAKE)
def decision_add(request, scheme, key):
    evaluation = get_object_or_404(evaluations(request.actor), pk=key)
    form = DecisionAddForm(request.POST)
    if form.is_valid():
        actions.decision_add(evaluation=evaluation, words=form.cleaned_data["words"], by=request.user)
        return back_to(evaluation, scheme)
    context = {"evaluation": evaluation, "may_write": True, "form": form}
    return render(request, "evaluation/review/review_show.html", context)


@scheme_view(Permission.REPORT_MAKE)
def decision_feed(request, scheme, key):
    decision = get_object_or_404(decisions(request.actor), pk=key)
    form = DecisionFeedForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.decision_feed(decision=decision, by=request.user, **form.cleaned_data)
        except Refused as refused:
            messages.warning(request, str(refused))
        return back_to(decision.evaluation, scheme)
    return render(request, "evaluation/review/decision_feed.html", {"form": form, "decision": decision})
