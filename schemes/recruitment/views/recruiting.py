"""Interviews and campaigns (S9)."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from mentoring.transitions import Refused
from schemes.people.gates import scheme_view
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission
from schemes.people.views.outcomes import refused
from schemes.recruitment import actions, queries
from schemes.recruitment.forms.recruiting import CampaignAddForm, InterviewRecordForm


@scheme_view(Permission.PEOPLE_EDIT)
def interview_record(request, scheme, volunteer_id):
    inside = Volunteer.objects.visible_to(request.actor).filter(scheme=scheme)
    volunteer = get_object_or_404(inside, pk=volunteer_id)
    form = InterviewRecordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _recorded(request, volunteer, form):
        messages.success(request, "The interview is written down.")
        return redirect("schemes:volunteer_show", scheme.slug, volunteer.pk)
    context = {"form": form, "volunteer": volunteer}
    return render(request, "schemes/recruitment/interview_record.html", context, status=422 if form.errors else 200)


def _recorded(request, volunteer, form) -> bool:
    plain = {name: form.cleaned_data[name] for name in ("held_on", "second_interviewer", "outcome", "notes")}
    scores = {"first_scores": form.scores("first"), "second_scores": form.scores("second")}
    try:
        actions.interview_record(volunteer=volunteer, by=request.user, **plain, **scores)
    except Refused as problem:
        refused(form, problem)
        return False
    return True


@scheme_view(Permission.PEOPLE_READ)
def campaign_list(request, scheme):
    context = {
        "campaigns": queries.campaigns_with_yield(scheme),
        "may_edit": request.actor.may(Permission.PEOPLE_EDIT, scheme),
    }
    return render(request, "schemes/recruitment/campaign_list.html", context)


@scheme_view(Permission.PEOPLE_EDIT)
def campaign_add(request, scheme):
    form = CampaignAddForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.campaign_add(scheme=scheme, by=request.user, **form.cleaned_data)
        messages.success(request, "Added. Volunteers who name it are counted here.")
        return redirect("schemes:campaign_list", scheme.slug)
    context = {"form": form}
    return render(request, "schemes/recruitment/campaign_add.html", context, status=422 if form.errors else 200)
