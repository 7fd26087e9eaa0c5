"""A module that is studied alone: written by staff, read and answered by the volunteer on a phone (S11)."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from schemes.people.gates import portal_view, scheme_view
from schemes.people.permissions import Permission
from schemes.training import actions, queries
from schemes.training.forms import StudyAnswerForm, StudyWriteForm
from schemes.training.papers import certificate_paper
from schemes.training.quiz import questions_in
from schemes.training.views.answers import sent, status

FIELDS = ("text", "questions", "pass_mark", "tries_a_day")


@scheme_view(Permission.TRAINING_EDIT)
def study_write(request, scheme, module_id):
    module = get_object_or_404(queries.modules_of(scheme), pk=module_id)
    form = StudyWriteForm(sent(request), initial={name: getattr(module, name) for name in FIELDS})
    if form.is_valid():
        changes = {**form.cleaned_data, "is_self_study": True}
        actions.module_edit(module=module, changes=changes, by=request.user)
        messages.success(request, "Saved. Volunteers find it under “My training”.")
        return redirect("schemes:course_edit", scheme.slug, module.course_id)
    context = {"form": form, "module": module}
    return render(request, "schemes/training/study_write.html", context, status=status(form))


@portal_view
def my_study(request, module_id):
    module, volunteer = queries.my_study(request.user, module_id) or _nowhere()
    done = queries.tries_today(module, volunteer)
    form = StudyAnswerForm(sent(request), questions=questions_in(module.questions), initial={"number": done + 1})
    if form.is_valid():
        return _answered(request, module, volunteer, form)
    context = {"module": module, "form": form, "left": max(module.tries_a_day - done, 0)}
    return render(request, "schemes/training/my_study.html", context, status=status(form))


def _nowhere():
    raise Http404


def _answered(request, module, volunteer, form):
    """Says how many were right, and never which: the text is there to be read again."""
    number, chosen = form.cleaned_data["number"], form.chosen()
    try:
        go = actions.study_answer(module=module, volunteer=volunteer, number=number, chosen=chosen, by=request.user)
    except Refused as problem:
        messages.error(request, str(problem))
        return redirect("schemes:my_study", module.pk)
    score = f"{go.right} of {go.of} right."
    if go.passed:
        messages.success(request, gettext("%(score)s Well done, it counts.") % {"score": score})
        return redirect("schemes:my_training")
    messages.warning(
        request, gettext("%(score)s Not quite yet. Read it once more and have another go.") % {"score": score}
    )
    return redirect("schemes:my_study", module.pk)


@require_POST
@portal_view
def my_certificate_issue(request, course_id):
    course = get_object_or_404(queries.my_courses(request.user), pk=course_id)
    volunteer = course.scheme.volunteers.filter(user=request.user).order_by("created_at").first()
    try:
        actions.certificate_issue(course=course, volunteer=volunteer, by=request.user)
    except Refused as problem:
        messages.error(request, str(problem))
    return redirect("schemes:my_training")


@require_safe
@portal_view
def my_certificate_print(request, certificate_id):
    certificate = get_object_or_404(queries.my_certificates(request.user), pk=certificate_id)
    return certificate_paper(request, certificate) or redirect("schemes:my_training")
