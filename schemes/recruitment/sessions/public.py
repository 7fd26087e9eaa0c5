"""Anybody books a place on an information session, sees it behind a private link, gives it back (S9)."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from mentoring.transitions import Refused
from mentoring.web.calendar_file import event_file, event_response
from mentoring.web.gates import public
from mentoring.web.limits import TOO_MANY, private_link, too_many, too_many_to
from schemes.people.views.outcomes import refused
from schemes.recruitment.campaigns.queries import campaign_by_code
from schemes.recruitment.queries import public_schemes
from schemes.recruitment.sessions import actions, queries
from schemes.recruitment.sessions.forms import InfoBookForm

NO_ACCOUNT = "whoever comes to hear about volunteering has no account"
OWN_LINK = "the private link is the right: it went to whoever booked"


@require_safe
@public(NO_ACCOUNT)
def info_choose(request, scheme):
    scheme = get_object_or_404(public_schemes(), slug=scheme)
    context = {"scheme": scheme, "sessions": queries.info_sessions_open(scheme, timezone.now())}
    return render(request, "schemes/recruitment/info_choose.html", context)


@public(NO_ACCOUNT)
def info_book(request, scheme, session_id):
    scheme = get_object_or_404(public_schemes(), slug=scheme)
    session = get_object_or_404(queries.info_sessions_open(scheme, timezone.now()), pk=session_id)
    form = InfoBookForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if form.is_machine:
            return redirect("schemes:join_thanks", scheme.slug, "session")
        if not too_many(request, "info-book"):
            answer = _booked(request, session, form)
            if answer:
                return answer
        else:
            form.add_error(None, TOO_MANY)
    context = {"scheme": scheme, "session": session, "form": form}
    return render(request, "schemes/recruitment/info_book.html", context, status=422 if form.errors else 200)


def _booked(request, session, form):
    """The same answer whether an address is known or not: its link goes to its mailbox only."""
    person, scheme = form.person(), session.scheme
    if person["email"] and too_many_to(request, person["email"]):
        return redirect("schemes:join_thanks", scheme.slug, "session")
    source = campaign_by_code(scheme, request.GET.get("from", ""))
    try:
        _, token = actions.info_booking_make(session=session, heard_from=source, **person)
    except Refused as problem:
        refused(form, problem)
        return None
    if person["email"]:
        return redirect("schemes:join_thanks", scheme.slug, "session")
    return redirect("schemes:info_place_show", scheme.slug, token)


def _found(scheme, token):
    scheme = get_object_or_404(public_schemes(), slug=scheme)
    booking = queries.info_place(scheme, token, timezone.now())
    if booking is None:
        raise Http404
    return scheme, booking


@require_safe
@public(OWN_LINK)
@private_link
@never_cache
@private_link
def info_place_show(request, scheme, token):
    scheme, booking = _found(scheme, token)
    context = {"scheme": scheme, "booking": booking, "session": booking.session, "token": token}
    return render(request, "schemes/recruitment/info_place_show.html", context)


@require_POST
@public(OWN_LINK)
@private_link
@never_cache
@private_link
def info_place_cancel(request, scheme, token):
    scheme, booking = _found(scheme, token)
    try:
        actions.info_booking_cancel(booking=booking)
    except Refused:
        return redirect("schemes:info_place_show", scheme.slug, token)
    return redirect("schemes:join_thanks", scheme.slug, "place-back")


@require_safe
@public(OWN_LINK)
@private_link
@never_cache
@private_link
def info_place_calendar(request, scheme, token):
    scheme, booking = _found(scheme, token)
    session = booking.session
    written = event_file(
        uid=f"{session.pk}@information",
        title=f"{scheme.name}: information session",
        begins=session.starts_at,
        minutes=session.minutes,
        place=session.place,
        at=timezone.now(),
        zone=timezone.get_current_timezone(),
        cancelled=session.cancelled_at is not None,
    )
    return event_response(written, "information-session")
