"""An interview on the screen: begin it, score it apart, agree (S9)."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from schemes.people.gates import scheme_view
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission
from schemes.people.views.outcomes import refused
from schemes.recruitment.criteria import CRITERIA, total
from schemes.recruitment.interviewing import actions, queries
from schemes.recruitment.interviewing.forms import InterviewAgreeForm, InterviewBeginForm, InterviewScoreForm
from schemes.recruitment.interviewing.rules import wide_differences, words_needed


@scheme_view(Permission.PEOPLE_EDIT)
def interview_begin(request, scheme, volunteer_id):
    inside = Volunteer.objects.visible_to(request.actor).filter(scheme=scheme)
    volunteer = get_object_or_404(inside, pk=volunteer_id)
    others = queries.interviewers_of(scheme, besides=[request.user, volunteer.user])
    form = InterviewBeginForm(request.POST if request.method == "POST" else None, interviewers=others)
    if request.method == "POST" and form.is_valid():
        try:
            interview = actions.interview_begin(volunteer=volunteer, by=request.user, **form.cleaned_data)
        except Refused as problem:
            refused(form, problem)
        else:
            return redirect("schemes:interview_show", scheme.slug, interview.pk)
    context = {"form": form, "volunteer": volunteer}
    return render(request, "schemes/recruitment/interview_begin.html", context, status=422 if form.errors else 200)


def _found(request, interview_id):
    return get_object_or_404(queries.interviews_shown(request.actor, request.in_scheme), pk=interview_id)


@require_safe
@scheme_view(Permission.INTERVIEW_HOLD)
def interview_show(request, scheme, interview_id):
    return _page(request, _found(request, interview_id))


def _page(request, interview, score=None, agree=None):
    """`score` and `agree` are forms that came back with a mistake."""
    shown = queries.scores_shown(request.actor, interview)
    context = {
        "interview": interview,
        "volunteer": interview.volunteer,
        "taken": queries.seats_taken(interview),
        "waits": queries.waits_for(interview, request.user) if interview.is_open else "",
        "is_open": interview.is_open,
        "may_record": request.actor.may(Permission.PEOPLE_READ, interview.volunteer),
        "score": score or InterviewScoreForm(),
        **_both(shown, agree),
    }
    return render(request, "schemes/recruitment/interview_show.html", context, status=422 if score or agree else 200)


def _both(shown, agree) -> dict:
    """Once both are in: the table of the two, and the form to agree."""
    if len(shown) < 2:
        return {}
    first, second = shown["first"], shown["second"]
    apart = wide_differences(first.points, second.points)
    rows = [(words, first.points.get(key), second.points.get(key), key in apart) for key, words in CRITERIA.items()]
    return {
        "rows": rows,
        "first": first,
        "second": second,
        "totals": (total(first.points), total(second.points)),
        "agree": agree or InterviewAgreeForm(needed=_needed(first, second)),
    }


def _needed(first, second) -> dict[str, str]:
    return words_needed(first.points, second.points, (first.span_said, second.span_said))


@require_POST
@scheme_view(Permission.INTERVIEW_HOLD)
def interview_score(request, scheme, interview_id):
    interview, form = _found(request, interview_id), InterviewScoreForm(request.POST)
    if form.is_valid():
        try:
            actions.interview_score(interview=interview, by=request.user, **form.answers())
        except Refused as problem:
            refused(form, problem)
        else:
            messages.success(request, "These scores are in.")
            return redirect("schemes:interview_show", scheme.slug, interview.pk)
    return _page(request, interview, score=form)


@require_POST
@scheme_view(Permission.INTERVIEW_HOLD)
def interview_agree(request, scheme, interview_id):
    interview = _found(request, interview_id)
    shown = queries.scores_shown(request.actor, interview)
    if len(shown) < 2:
        messages.error(request, "Both hand in their scores first.")
        return redirect("schemes:interview_show", scheme.slug, interview.pk)
    form = InterviewAgreeForm(request.POST, needed=_needed(shown["first"], shown["second"]))
    if form.is_valid():
        try:
            actions.interview_agree(interview=interview, by=request.user, **form.cleaned_data)
        except Refused as problem:
            refused(form, problem)
        else:
            messages.success(request, "The interview is written down.")
            return redirect("schemes:interview_show", scheme.slug, interview.pk)
    return _page(request, interview, agree=form)


@require_POST
@scheme_view(Permission.INTERVIEW_HOLD)
def interview_call_off(request, scheme, interview_id):
    interview = _found(request, interview_id)
    try:
        actions.interview_call_off(interview=interview, by=request.user)
    except Refused as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "Called off. Another interview can begin.")
    return redirect("schemes:interview_show", scheme.slug, interview.pk)
