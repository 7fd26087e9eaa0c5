"""Courses and their modules: started from a programme, changed, put in order, retired (S11, R9)."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission
from schemes.training import actions, queries
from schemes.training.forms import CourseForm, ModuleForm
from schemes.training.programmes import programmes
from schemes.training.views.answers import sent, status
from schemes.training.views.needs import may_say

PER_PAGE = 50


@require_safe
@scheme_view(Permission.TRAINING_READ)
def course_list(request, scheme):
    everything = "all" in request.GET
    page = Paginator(queries.people_in_training(request.actor, scheme), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "courses": queries.courses(scheme),
        "sessions": queries.sessions_shown(request.actor, scheme, timezone.now(), everything),
        "may_edit": request.actor.may(Permission.TRAINING_EDIT, scheme),
        "may_group": request.actor.may(Permission.SUPERVISION_READ, scheme),
        "may_set": request.actor.may(Permission.PLAN_EDIT, scheme),
        "minimum": queries.minimums(scheme),
        "page": page,
        "wanted": queries.training_wanted(request.actor, scheme),
        "may_say": may_say(request.actor, scheme),
        "standings": queries.standings_in_training(scheme, page.object_list),
    }
    return render(request, "schemes/training/course_list.html", context)


@scheme_view(Permission.TRAINING_EDIT)
def course_add(request, scheme):
    form = CourseForm(sent(request))
    if form.is_valid():
        course = actions.course_add(scheme=scheme, by=request.user, **form.cleaned_data)
        return redirect("schemes:module_add", scheme.slug, course.pk)
    context = {"form": form, "programmes": programmes()}
    return render(request, "schemes/training/course_add.html", context, status=status(form))


@require_POST
@scheme_view(Permission.TRAINING_EDIT)
def course_start(request, scheme):
    try:
        programme = request.POST.get("programme", "")
        course = actions.course_start(scheme=scheme, programme=programme, by=request.user)
    except Refused as problem:
        messages.error(request, str(problem))
        return redirect("schemes:course_add", scheme.slug)
    messages.success(request, "The course is yours now. Change what does not fit.")
    return redirect("schemes:course_edit", scheme.slug, course.pk)


def _course(scheme, course_id):
    return get_object_or_404(queries.courses(scheme, retired=True), pk=course_id)


@scheme_view(Permission.TRAINING_EDIT)
def course_edit(request, scheme, course_id):
    course = _course(scheme, course_id)
    form = CourseForm(sent(request), instance=course)
    if form.is_valid():
        actions.course_edit(course=course, changes=form.cleaned_data, by=request.user)
        messages.success(request, "Saved.")
        return redirect("schemes:course_edit", scheme.slug, course.pk)
    retired = course.modules.exclude(retired_at=None)
    context = {"form": form, "course": course, "retired": retired}
    return render(request, "schemes/training/course_edit.html", context, status=status(form))


@require_POST
@scheme_view(Permission.TRAINING_EDIT)
def course_retire(request, scheme, course_id):
    course = actions.course_retire(course=_course(scheme, course_id), by=request.user)
    said = "Retired. What people heard in it still counts." if course.retired_at else "It can be taught again."
    messages.success(request, said)
    return redirect("schemes:course_edit", scheme.slug, course.pk)


@scheme_view(Permission.TRAINING_EDIT)
def module_add(request, scheme, course_id):
    course = _course(scheme, course_id)
    form = ModuleForm(sent(request))
    if form.is_valid():
        actions.module_add(course=course, by=request.user, **form.cleaned_data)
        messages.success(request, "Added.")
        return redirect("schemes:module_add", scheme.slug, course.pk)
    context = {"form": form, "course": course}
    return render(request, "schemes/training/module_add.html", context, status=status(form))


def _module(scheme, module_id):
    return get_object_or_404(queries.modules_of(scheme), pk=module_id)


@scheme_view(Permission.TRAINING_EDIT)
def module_edit(request, scheme, module_id):
    module = _module(scheme, module_id)
    form = ModuleForm(sent(request), instance=module)
    if form.is_valid():
        actions.module_edit(module=module, changes=form.cleaned_data, by=request.user)
        messages.success(request, "Saved.")
        return redirect("schemes:course_edit", scheme.slug, module.course_id)
    context = {"form": form, "module": module}
    return render(request, "schemes/training/module_edit.html", context, status=status(form))


@require_POST
@scheme_view(Permission.TRAINING_EDIT)
def module_move(request, scheme, module_id):
    module = _module(scheme, module_id)
    actions.module_move(module=module, up=request.POST.get("way") == "up", by=request.user)
    return redirect("schemes:course_edit", scheme.slug, module.course_id)


@require_POST
@scheme_view(Permission.TRAINING_EDIT)
def module_retire(request, scheme, module_id):
    module = actions.module_retire(module=_module(scheme, module_id), by=request.user)
    said = "Retired. Whoever heard it keeps the hours." if module.retired_at else "It can be taught again."
    messages.success(request, said)
    return redirect("schemes:course_edit", scheme.slug, module.course_id)
