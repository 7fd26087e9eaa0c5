"""Courses, sessions, and the register (S11)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from mentoring.transitions import Refused
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission
from schemes.people.views.outcomes import refused
from schemes.training import actions, queries
from schemes.training.forms import (
    AttendanceBookForm,
    AttendanceMarkForm,
    CourseAddForm,
    ModuleAddForm,
    TrainingSessionAddForm,
)
from schemes.training.models import TrainingSession


def _sent(request):
    return request.POST if request.method == "POST" else None


def _status(form):
    return 422 if form.is_bound and form.errors else 200


@scheme_view(Permission.TRAINING_READ)
def course_list(request, scheme):
    everything = "all" in request.GET
    context = {
        "courses": queries.courses(scheme),
        "sessions": queries.sessions_shown(request.actor, scheme, timezone.now(), everything),
        "may_edit": request.actor.may(Permission.TRAINING_EDIT, scheme),
        "standings": queries.standings_in_training(request.actor, scheme),
    }
    return render(request, "schemes/training/course_list.html", context)


@scheme_view(Permission.TRAINING_EDIT)
def course_add(request, scheme):
    form = CourseAddForm(_sent(request))
    if form.is_valid():
        course = actions.course_add(scheme=scheme, by=request.user, **form.cleaned_data)
        return redirect("schemes:module_add", scheme.slug, course.pk)
    return render(request, "schemes/training/course_add.html", {"form": form}, status=_status(form))


@scheme_view(Permission.TRAINING_EDIT)
def module_add(request, scheme, course_id):
    course = get_object_or_404(queries.courses(scheme), pk=course_id)
    form = ModuleAddForm(_sent(request))
    if form.is_valid():
        actions.module_add(course=course, by=request.user, **form.cleaned_data)
        messages.success(request, "Added.")
        return redirect("schemes:module_add", scheme.slug, course.pk)
    context = {"form": form, "course": course}
    return render(request, "schemes/training/module_add.html", context, status=_status(form))


@scheme_view(Permission.TRAINING_EDIT)
def training_session_add(request, scheme):
    known = {"modules": queries.modules(scheme), "trainers": queries.trainers(scheme)}
    form = TrainingSessionAddForm(_sent(request), **known)
    if form.is_valid():
        session = actions.training_session_add(by=request.user, **form.session())
        messages.success(request, "The session is in the plan.")
        if TrainingSession.objects.visible_to(request.actor).filter(pk=session.pk).exists():
            return redirect("schemes:training_session_show", scheme.slug, session.pk)
        return redirect("schemes:course_list", scheme.slug)
    return render(request, "schemes/training/training_session_add.html", {"form": form}, status=_status(form))


def _session(request, session_id):
    inside = TrainingSession.objects.visible_to(request.actor).filter(scheme=request.in_scheme)
    return get_object_or_404(inside.select_related("module__course", "trainer", "scheme"), pk=session_id)


def _may_keep_register(request, session) -> bool:
    """A co-ordinator every register, a trainer their own."""
    if not request.actor.may(Permission.TRAINING_EDIT, session):
        return False
    return session.trainer_id == request.user.pk or request.actor.may(Permission.PEOPLE_EDIT, session)


@scheme_view(Permission.TRAINING_READ)
def training_session_show(request, scheme, session_id):
    session = _session(request, session_id)
    return _register(request, session)


@scheme_view(Permission.TRAINING_EDIT)
@require_POST
def attendance_mark(request, scheme, session_id):
    session = _session(request, session_id)
    if not _may_keep_register(request, session):
        raise PermissionDenied
    form = AttendanceMarkForm(request.POST, places=queries.register(request.actor, session))
    if form.is_valid():
        try:
            actions.attendance_mark(session=session, outcomes=form.outcomes(), by=request.user)
        except Refused as problem:
            refused(form, problem)
        else:
            messages.success(request, "The register is kept.")
            return redirect("schemes:training_session_show", scheme.slug, session.pk)
    return _register(request, session, mark=form, status=422)


@scheme_view(Permission.TRAINING_EDIT)
@require_POST
def attendance_book(request, scheme, session_id):
    session = _session(request, session_id)
    form = AttendanceBookForm(request.POST, to_book=queries.to_book(request.actor, session))
    if form.is_valid():
        volunteers = form.cleaned_data["volunteers"]
        added = actions.attendance_book(session=session, volunteers=volunteers, by=request.user)
        messages.success(request, "1 place given." if added == 1 else f"{added} places given.")
        return redirect("schemes:training_session_show", scheme.slug, session.pk)
    return _register(request, session, book=form, status=422)


def _register(request, session, mark=None, book=None, status=200):
    places = list(queries.register(request.actor, session))
    to_book = queries.to_book(request.actor, session)
    context = {
        "session": session,
        "places": places,
        "mark": mark or AttendanceMarkForm(places=places),
        "book": book or AttendanceBookForm(to_book=to_book),
        "may_mark": _may_keep_register(request, session),
        "may_book": request.actor.may(Permission.PEOPLE_EDIT, session) and to_book.exists(),
    }
    return render(request, "schemes/training/training_session_show.html", context, status=status)
