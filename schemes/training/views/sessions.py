"""Sessions, their places, and the register (S11)."""

from decimal import Decimal

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from mentoring.web.calendar_file import event_file, event_response
from mentoring.web.wording import listed
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission
from schemes.people.views.outcomes import refused
from schemes.training import actions, queries
from schemes.training.forms import (
    AttendanceBookForm,
    AttendanceMarkForm,
    AttendanceWalkInForm,
    TrainingSessionForm,
    typed_of,
)
from schemes.training.models import Attendance, TrainingSession
from schemes.training.views.answers import sent, status


def _known(scheme) -> dict:
    return {"modules": queries.modules(scheme), "trainers": queries.trainers(scheme)}


def _after(request, session):
    """Back to the session where it is this person's to see; a trainer may plan one for somebody else."""
    if TrainingSession.objects.visible_to(request.actor).filter(pk=session.pk).exists():
        return redirect("schemes:training_session_show", request.in_scheme.slug, session.pk)
    return redirect("schemes:course_list", request.in_scheme.slug)


@scheme_view(Permission.TRAINING_EDIT)
def training_session_add(request, scheme):
    form = TrainingSessionForm(sent(request), **_known(scheme))
    if form.is_valid():
        session = actions.training_session_add(by=request.user, **form.session())
        messages.success(request, "The session is in the plan.")
        return _after(request, session)
    return render(request, "schemes/training/training_session_add.html", {"form": form}, status=status(form))


@scheme_view(Permission.TRAINING_EDIT)
def training_session_edit(request, scheme, session_id):
    session = _session(request, session_id)
    form = TrainingSessionForm(sent(request), initial=typed_of(session), **_known(scheme))
    if form.is_valid():
        actions.training_session_edit(session=session, changes=form.session(), by=request.user)
        messages.success(request, "Saved.")
        return _after(request, session)
    context = {"form": form, "session": session}
    return render(request, "schemes/training/training_session_edit.html", context, status=status(form))


def _session(request, session_id):
    inside = TrainingSession.objects.visible_to(request.actor).filter(scheme=request.in_scheme)
    shown = inside.select_related("module__course", "trainer", "second_trainer", "scheme")
    return get_object_or_404(shown.prefetch_related("also"), pk=session_id)


def _may_keep_register(request, session) -> bool:
    """A co-ordinator every register, a trainer their own."""
    if not request.actor.may(Permission.TRAINING_EDIT, session):
        return False
    return request.user in session.trainers or request.actor.may(Permission.PEOPLE_EDIT, session)


@require_safe
@scheme_view(Permission.TRAINING_READ)
def training_session_show(request, scheme, session_id):
    return _page(request, _session(request, session_id))


@require_safe
@scheme_view(Permission.TRAINING_READ)
def training_session_calendar(request, scheme, session_id):
    return calendar_file(_session(request, session_id))


def calendar_file(session) -> HttpResponse:
    modules = session.modules
    hours = sum((module.hours for module in modules), Decimal(0))
    words = f"Training: {listed([str(module) for module in modules])}"
    written = event_file(
        uid=f"{session.pk}@training",
        title=words,
        begins=session.starts_at,
        minutes=int(hours * 60),
        place=session.place,
        at=timezone.now(),
        zone=timezone.get_current_timezone(),
    )
    return event_response(written, "training")


def _keep(request, session, act, said: str, **forms):
    """Run the action; a refusal comes back above the form it belongs to."""
    [(name, form)] = forms.items()
    if form.is_valid():
        try:
            act(form)
        except Refused as problem:
            refused(form, problem)
        else:
            messages.success(request, said)
            return redirect("schemes:training_session_show", request.in_scheme.slug, session.pk)
    return _page(request, session, status=422, **{name: form})


@require_POST
@scheme_view(Permission.TRAINING_EDIT)
def attendance_mark(request, scheme, session_id):
    session = _session(request, session_id)
    if not _may_keep_register(request, session):
        raise PermissionDenied
    form = AttendanceMarkForm(request.POST, places=queries.register(request.actor, session), marker=request.user)

    def act(form):
        actions.attendance_mark(session=session, outcomes=form.outcomes(), by=request.user)

    return _keep(request, session, act, "The register is kept.", mark=form)


@require_POST
@scheme_view(Permission.TRAINING_EDIT)
def attendance_walk_in(request, scheme, session_id):
    session = _session(request, session_id)
    if not _may_keep_register(request, session):
        raise PermissionDenied
    form = AttendanceWalkInForm(request.POST, walk_ins=queries.walk_ins(request.actor, session))

    def act(form):
        actions.attendance_walk_in(session=session, volunteer=form.cleaned_data["volunteer"], by=request.user)

    return _keep(request, session, act, "They are on the register.", walk_in=form)


@require_POST
@scheme_view(Permission.TRAINING_EDIT)
def attendance_book(request, scheme, session_id):
    session = _session(request, session_id)
    form = AttendanceBookForm(request.POST, **_bookable(request, session))
    if form.is_valid():
        chosen = form.chosen(form.cleaned_data)
        booked = actions.attendance_book(session=session, volunteers=chosen, by=request.user)
        messages.success(request, _booked_words(booked))
        return redirect("schemes:training_session_show", scheme.slug, session.pk)
    return _page(request, session, book=form, status=422)


def _booked_words(booked) -> str:
    given = "1 place given." if booked.given == 1 else f"{booked.given} places given."
    return f"{given} {booked.waiting} on the waiting list, because it is full." if booked.waiting else given


@require_POST
@scheme_view(Permission.PEOPLE_EDIT)
def attendance_cancel(request, scheme, place_id):
    inside = Attendance.objects.visible_to(request.actor).filter(session__scheme=scheme)
    place = get_object_or_404(inside.select_related("session", "volunteer"), pk=place_id)
    try:
        actions.attendance_cancel(place=place, by=request.user)
    except Refused as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "Taken off. The first on the waiting list has the place.")
    return redirect("schemes:training_session_show", scheme.slug, place.session_id)


def _bookable(request, session) -> dict:
    known = {"to_book": queries.to_book(request.actor, session)}
    return known | {"mentors": queries.to_book(request.actor, session, queries.GOES_ON_LEARNING)}


def _page(request, session, status=200, **forms):
    places, bookable = list(queries.register(request.actor, session)), _bookable(request, session)
    walk_ins = queries.walk_ins(request.actor, session)
    opened = timezone.localdate(session.starts_at) <= timezone.localdate()
    context = {
        "session": session,
        "places": places,
        "waiting": list(queries.waiting_list(request.actor, session)),
        "mark": AttendanceMarkForm(places=places, marker=request.user),
        "book": AttendanceBookForm(**bookable),
        "walk_in": AttendanceWalkInForm(walk_ins=walk_ins),
        "opened": opened,
        "may_mark": opened and _may_keep_register(request, session),
        "may_edit": request.actor.may(Permission.TRAINING_EDIT, session),
        "may_book": request.actor.may(Permission.PEOPLE_EDIT, session),
        **forms,
    }
    return render(request, "schemes/training/training_session_show.html", context, status=status)
