"""A volunteer's own training: when and where, and "I can't come" (S11)."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from schemes.people.gates import portal_view
from schemes.training import actions, queries
from schemes.training.views.sessions import calendar_file


@require_safe
@portal_view
def my_training(request):
    context = {"sides": queries.my_training(request.user, timezone.now())}
    return render(request, "schemes/training/my_training.html", context)


@require_POST
@portal_view
def my_attendance_book(request, session_id):
    """A place, or a turn in the queue: the same action by which staff give them."""
    session, volunteer = queries.session_to_book(request.user, session_id, timezone.now())
    if session is None:
        raise Http404
    booked = actions.attendance_book(session=session, volunteers=[volunteer], by=request.user)
    if booked.given:
        messages.success(request, gettext("You have a place. Put it in your calendar."))
    else:
        messages.success(request, gettext("You are on the waiting list. We tell you when a place is free."))
    return redirect("schemes:my_training")


@require_POST
@portal_view
def my_attendance_cancel(request, place_id):
    place = get_object_or_404(queries.my_places(request.user), pk=place_id)
    try:
        actions.attendance_cancel(place=place, by=request.user)
    except Refused as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, gettext("Thank you for telling us. Your place goes to somebody else."))
    return redirect("schemes:my_training")


@require_safe
@portal_view
def my_training_calendar(request, place_id):
    place = get_object_or_404(queries.my_places(request.user), pk=place_id)
    return calendar_file(place.session)
