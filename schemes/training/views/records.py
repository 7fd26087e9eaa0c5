"""One volunteer's training as staff see it, what runs out in the scheme, and the minimum (S11)."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission
from schemes.people.views.outcomes import refused
from schemes.training import actions, queries
from schemes.training.forms import EquivalenceForm, TrainingStandardForm
from schemes.training.models import Certificate, Equivalence
from schemes.training.papers import certificate_paper
from schemes.training.views.answers import sent
from schemes.training.views.needs import may_say

PROGRAMMES = {"mentor": "Mentors", "peer": "Peer mentors"}


def _volunteer(request, volunteer_id):
    return get_object_or_404(queries.reviewable(request.actor, request.in_scheme), pk=volunteer_id)


@require_safe
@scheme_view(Permission.TRAINING_READ)
def training_show(request, scheme, volunteer_id):
    return _page(request, _volunteer(request, volunteer_id))


def _page(request, volunteer, form=None):
    standing, today = queries.training_standing(volunteer), timezone.localdate()
    shown = Equivalence.objects.visible_to(request.actor).filter(volunteer=volunteer)
    context = {
        "volunteer": volunteer,
        "standing": standing,
        "missing": queries.topic_words(standing.missing),
        "run_out": queries.topic_words(standing.run_out),
        "courses": queries.courses_heard(volunteer),
        "certificates": {paper.course_id: paper for paper in queries.certificates_of(volunteer)},
        "soon": queries.runs_out_soon(volunteer.scheme, [volunteer], today),
        "equivalences": shown.select_related("decided_by", "withdrawn_by"),
        "form": form or EquivalenceForm(),
        "may_edit": request.actor.may(Permission.PEOPLE_EDIT, volunteer),
        "needs": queries.needs_of(volunteer, request.actor),
        "may_say": may_say(request.actor, request.in_scheme),
    }
    status = 422 if form is not None else 200
    return render(request, "schemes/training/training_show.html", context, status=status)


@require_POST
@scheme_view(Permission.PEOPLE_EDIT)
def equivalence_add(request, scheme, volunteer_id):
    volunteer, form = _volunteer(request, volunteer_id), EquivalenceForm(request.POST)
    if form.is_valid():
        try:
            actions.equivalence_add(volunteer=volunteer, by=request.user, **form.cleaned_data)
        except Refused as problem:
            refused(form, problem)
        else:
            messages.success(request, "It counts from now on.")
            return redirect("schemes:training_show", scheme.slug, volunteer.pk)
    return _page(request, volunteer, form)


@require_POST
@scheme_view(Permission.PEOPLE_EDIT)
def equivalence_withdraw(request, scheme, equivalence_id):
    inside = Equivalence.objects.visible_to(request.actor).filter(volunteer__scheme=scheme)
    equivalence = get_object_or_404(inside.select_related("volunteer"), pk=equivalence_id)
    try:
        actions.equivalence_withdraw(equivalence=equivalence, by=request.user)
    except Refused as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "Taken back. It no longer counts.")
    return redirect("schemes:training_show", scheme.slug, equivalence.volunteer_id)


@require_POST
@scheme_view(Permission.PEOPLE_EDIT)
def certificate_issue(request, scheme, volunteer_id, course_id):
    volunteer = _volunteer(request, volunteer_id)
    course = get_object_or_404(queries.courses(scheme, retired=True), pk=course_id)
    try:
        actions.certificate_issue(course=course, volunteer=volunteer, by=request.user)
    except Refused as problem:
        messages.error(request, str(problem))
    return redirect("schemes:training_show", scheme.slug, volunteer.pk)


@require_safe
@scheme_view(Permission.PEOPLE_READ)
def certificate_print(request, scheme, certificate_id):
    inside = Certificate.objects.visible_to(request.actor).filter(volunteer__scheme=scheme)
    certificate = get_object_or_404(inside.select_related("course", "volunteer__scheme"), pk=certificate_id)
    return certificate_paper(request, certificate) or redirect(
        "schemes:training_show", scheme.slug, certificate.volunteer_id
    )


@require_safe
@scheme_view(Permission.TRAINING_READ)
def training_expiring(request, scheme):
    people = queries.reviewable(request.actor, scheme).filter(state__in=queries.LEARNING)
    today = timezone.localdate()
    found = queries.runs_out_soon(scheme, queries.heard_long_ago(scheme, people, today), today)
    context = {"page": Paginator(found, 50).get_page(request.GET.get("page")), "today": today}
    return render(request, "schemes/training/training_expiring.html", context)


@scheme_view(Permission.PLAN_EDIT)
def training_standard_edit(request, scheme):
    asked = sent(request)
    forms = _standard_forms(scheme, asked)
    form = forms.get(asked.get("programme")) if asked else None
    if form is not None and form.is_valid():
        programme = asked["programme"]
        actions.training_standard_set(scheme=scheme, programme=programme, by=request.user, **form.cleaned_data)
        messages.success(request, f"Saved for {PROGRAMMES[programme].lower()}.")
        return redirect("schemes:training_standard_edit", scheme.slug)
    if asked and form is None:
        for one in forms.values():
            one.add_error(None, "Nothing was saved. Press “Save” below the kind of mentor you mean.")
    context = {"shown": [(name, PROGRAMMES[name], one) for name, one in forms.items()], "forms": list(forms.values())}
    status = 200 if asked is None else 422
    return render(request, "schemes/training/training_standard_edit.html", context, status=status)


def _standard_forms(scheme, asked) -> dict:
    """One form for each kind of mentor; the one that was sent is bound, both where nobody can tell which it was."""
    named = asked.get("programme") if asked else ""
    unknown = [] if named in PROGRAMMES else [named]
    return {
        name: TrainingStandardForm(
            asked if asked and asked.get("programme") in (name, *unknown) else None,
            prefix=name,
            initial={"topics": sorted(topics), "hours": hours},
        )
        for name, (topics, hours) in queries.minimums(scheme).items()
    }
