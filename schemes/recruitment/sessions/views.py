"""Information sessions as staff run them: planned, changed, the register on a telephone (S9)."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission
from schemes.people.queries import campaigns
from schemes.people.views.outcomes import refused
from schemes.recruitment.models import InfoSession
from schemes.recruitment.sessions import actions, queries
from schemes.recruitment.sessions.forms import InfoRegisterForm, InfoSessionForm, InfoWalkInForm, info_initial


def _found(request, session_id):
    inside = InfoSession.objects.visible_to(request.actor).filter(scheme=request.in_scheme)
    return get_object_or_404(inside, pk=session_id)


@require_safe
@scheme_view(Permission.PEOPLE_READ)
def info_session_list(request, scheme):
    context = {
        "sessions": queries.info_sessions(scheme),
        "now": timezone.now(),
        "may_edit": request.actor.may(Permission.PEOPLE_EDIT, scheme),
    }
    return render(request, "schemes/recruitment/info_session_list.html", context)


@scheme_view(Permission.PEOPLE_EDIT)
def info_session_add(request, scheme):
    form = InfoSessionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        session = actions.info_session_add(scheme=scheme, by=request.user, **form.session())
        messages.success(request, "Planned. People can book it on the scheme’s public page now.")
        return redirect("schemes:info_session_show", scheme.slug, session.pk)
    context = {"form": form}
    return render(request, "schemes/recruitment/info_session_add.html", context, status=422 if form.errors else 200)


@scheme_view(Permission.PEOPLE_EDIT)
def info_session_edit(request, scheme, session_id):
    session = _found(request, session_id)
    form = InfoSessionForm(request.POST if request.method == "POST" else None, initial=info_initial(session))
    if request.method == "POST" and form.is_valid():
        try:
            actions.info_session_edit(session=session, changes=form.session(), by=request.user)
        except Refused as problem:
            refused(form, problem)
        else:
            messages.success(request, "Saved. If its time or place is another, all with an e-mail address are told.")
            return redirect("schemes:info_session_show", scheme.slug, session.pk)
    context = {"form": form, "session": session}
    return render(request, "schemes/recruitment/info_session_edit.html", context, status=422 if form.errors else 200)


@require_safe
@scheme_view(Permission.PEOPLE_READ)
def info_session_show(request, scheme, session_id):
    return _page(request, _found(request, session_id))


def _page(request, session, sent=None, door=None):
    """`sent` is a register that came back with a mistake, `door` the same of somebody who came without a place."""
    bookings = queries.info_bookings(session)
    waiting = [booking for booking in bookings if booking.outcome == "waiting"]
    may_edit = request.actor.may(Permission.PEOPLE_EDIT, request.in_scheme)
    is_due = timezone.localtime(session.starts_at).date() <= timezone.localdate() and not session.cancelled_at
    context = {
        "session": session,
        "places": [booking for booking in bookings if booking.outcome != "waiting"],
        "waiting": waiting,
        "records": [booking for booking in bookings if booking.volunteer_id],
        "form": (sent or InfoRegisterForm(bookings=bookings)) if may_edit and is_due and bookings else None,
        "door": (door or InfoWalkInForm(campaigns=campaigns(request.in_scheme))) if may_edit and is_due else None,
        "may_edit": may_edit,
        "is_to_come": session.starts_at > timezone.now() and not session.cancelled_at,
    }
    return render(request, "schemes/recruitment/info_session_show.html", context, status=422 if sent or door else 200)


@require_POST
@scheme_view(Permission.PEOPLE_EDIT)
def info_register_mark(request, scheme, session_id):
    session = _found(request, session_id)
    form = InfoRegisterForm(request.POST, bookings=queries.info_bookings(session))
    if form.is_valid():
        try:
            actions.info_register_mark(session=session, outcomes=form.outcomes(), by=request.user)
        except Refused as problem:
            refused(form, problem)
        else:
            messages.success(request, "The register is kept. Whoever came has a record and the application link.")
            return redirect("schemes:info_session_show", scheme.slug, session.pk)
    return _page(request, session, sent=form)


@require_POST
@scheme_view(Permission.PEOPLE_EDIT)
def info_walk_in(request, scheme, session_id):
    """At the door: whoever came without a place has a record and the application link like the others."""
    session = _found(request, session_id)
    form = InfoWalkInForm(request.POST, campaigns=campaigns(scheme))
    if form.is_valid():
        try:
            actions.info_walk_in(session=session, by=request.user, **form.cleaned_data)
        except Refused as problem:
            refused(form, problem)
        else:
            messages.success(request, f"{form.cleaned_data['name']} is on the register.")
            return redirect("schemes:info_session_show", scheme.slug, session.pk)
    return _page(request, session, door=form)


@require_POST
@scheme_view(Permission.PEOPLE_EDIT)
def info_session_cancel(request, scheme, session_id):
    session = _found(request, session_id)
    try:
        actions.info_session_cancel(session=session, by=request.user)
    except Refused as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, "Cancelled. Everybody with an e-mail address is told; ring the others.")
    return redirect("schemes:info_session_show", scheme.slug, session.pk)
