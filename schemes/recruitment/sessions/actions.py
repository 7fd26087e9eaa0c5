"""Writes of information sessions: planned, booked by anybody, given back, the register (S9)."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from schemes.people.mail import link_mail
from schemes.people.models import Volunteer
from schemes.people.tokens import new_token, token_hash
from schemes.recruitment.actions import enquiry_send
from schemes.recruitment.models import InfoBooking, InfoSession

State = InfoBooking.State
#: So long after a session the names of those who did not come are kept: somebody may ring them once more.
BOOKINGS_KEPT = timedelta(days=60)
LIVE = (State.BOOKED, State.WAITING)


@transaction.atomic
def info_session_add(*, scheme, starts_at, minutes, place, places, words="", by) -> InfoSession:
    """An evening with so many places."""
    values = {"starts_at": starts_at, "minutes": minutes, "place": place, "places": places, "words": words}
    session = InfoSession.objects.create(scheme=scheme, **values)
    audit_record(verb="infosession.added", subject=session, scheme=scheme, by=by)
    return session


@transaction.atomic
def info_session_edit(*, session, changes: dict, by) -> InfoSession:
    """Another day, place or number; more places go to whoever waits. Nobody loses a place they have."""
    session = locked(session)
    if changes.get("places", session.places) < session.taken:
        raise Refused(f"{session.taken} people have a place already. There can be no fewer places than that.")
    for name, value in changes.items():
        setattr(session, name, value)
    session.save(update_fields=list(changes))
    audit_record(verb="infosession.edited", subject=session, scheme=session.scheme, by=by)
    _move_up(session)
    return session


@transaction.atomic
def info_session_cancel(*, session, by) -> InfoSession:
    """It will not be held; whoever has a place or waits is written to."""
    session = locked(session)
    if session.cancelled_at:
        raise Refused("This session is cancelled already.")
    session.cancelled_at = timezone.now()
    session.save(update_fields=["cancelled_at"])
    audit_record(verb="infosession.cancelled", subject=session, scheme=session.scheme, by=by)
    for booking in session.bookings.filter(outcome__in=LIVE).exclude(email=""):
        link_mail(
            to=booking.email,
            subject="The information session is cancelled",
            template="info_cancelled",
            about=booking,
            session=session,
            url=settings.SITE_URL + reverse("schemes:info_choose", args=[session.scheme.slug]),
        )
    return session


@transaction.atomic
def info_booking_make(*, session, name, email="", phone="", heard_from=None, by=None) -> tuple[InfoBooking, str]:
    """A place while there are any, else a turn in the queue. Booking again with the same address changes nothing but
    the private link, which goes to that address once more."""
    session = locked(session)
    if session.cancelled_at or session.starts_at <= timezone.now():
        raise Refused("This session takes no more bookings. Choose another one.")
    token = new_token()
    booking = session.bookings.filter(outcome__in=LIVE, email__iexact=email).first() if email else None
    if booking is None:
        outcome = State.BOOKED if _take_place(session) else State.WAITING
        known = {"name": name, "email": email, "phone": phone, "heard_from": heard_from}
        booking = InfoBooking(session=session, outcome=outcome, **known)
    booking.token_hash = token_hash(token)
    booking.save()
    audit_record(verb="infobooking.made", subject=booking, scheme=session.scheme, by=by)
    _tell(booking, token)
    return booking, token


def _take_place(session) -> bool:
    """One place counted, in one statement: whoever comes second to the last place finds none."""
    free = InfoSession.objects.filter(pk=session.pk, taken__lt=F("places"), cancelled_at__isnull=True)
    return free.update(taken=F("taken") + 1) == 1


def _tell(booking, token: str) -> None:
    if not booking.email:
        return
    url = settings.SITE_URL + reverse("schemes:info_place_show", args=[booking.session.scheme.slug, token])
    link_mail(
        to=booking.email,
        subject="Your place at the information session",
        template="info_place",
        about=booking,
        url=url,
        booking=booking,
        session=booking.session,
    )


@transaction.atomic
def info_booking_cancel(*, booking, by=None) -> InfoBooking:
    """Given back; whoever has waited longest moves up and is told."""
    session, booking = locked(booking.session), locked(booking)
    if booking.outcome not in LIVE:
        raise Refused("This place was given back already, or the session is over.")
    had_place = booking.outcome == State.BOOKED
    booking.outcome = State.CANCELLED
    booking.save(update_fields=["outcome"])
    audit_record(verb="infobooking.cancelled", subject=booking, scheme=session.scheme, by=by)
    if had_place:
        InfoSession.objects.filter(pk=session.pk).update(taken=F("taken") - 1)
        _move_up(session)
    return booking


def _move_up(session) -> None:
    """Free places of a session to come go to whoever waited longest, each with a new link that says so."""
    if session.starts_at <= timezone.now():
        return
    for booking in session.bookings.filter(outcome=State.WAITING).order_by("created_at"):
        if not _take_place(session):
            return
        token = new_token()
        booking.outcome = State.BOOKED
        booking.token_hash = token_hash(token) if booking.email else booking.token_hash
        booking.save(update_fields=["outcome", "token_hash"])
        audit_record(verb="infobooking.moved_up", subject=booking, scheme=session.scheme)
        _tell(booking, token)


@transaction.atomic
def info_register_mark(*, session, outcomes: dict, by) -> None:
    """Who came. Whoever came goes on: their record is found or made, the source kept, the application link sent."""
    if timezone.localtime(session.starts_at).date() > timezone.localdate():
        raise Refused("This session has not been held yet. The register opens on the day.")
    marked = InfoBooking.objects.select_for_update().filter(session=session, pk__in=list(outcomes))
    for booking in marked.exclude(outcome=State.CANCELLED):
        booking.outcome = outcomes[booking.pk]
        if booking.outcome == State.ATTENDED and booking.volunteer_id is None:
            booking.volunteer = _volunteer_of(booking, by)
        booking.save(update_fields=["outcome", "volunteer"])
    audit_record(verb="inforegister.marked", subject=session, scheme=session.scheme, by=by)


def _volunteer_of(booking, by) -> Volunteer:
    """The record of whoever came: by their address or number, or a new one."""
    scheme = booking.session.scheme
    same_phone = Volunteer.objects.filter(scheme=scheme, phone=booking.phone, name__iexact=booking.name)
    if not booking.email and (known := same_phone.first()):
        return known
    told = {"name": booking.name, "email": booking.email, "phone": booking.phone, "heard_from": booking.heard_from}
    return enquiry_send(scheme=scheme, by=by, **told)


@transaction.atomic
def info_bookings_purge(*, now: datetime) -> int:
    """Delete bookings of sessions long over of people who got no record here: nothing more comes of them. How many."""
    old = InfoBooking.objects.filter(session__starts_at__lte=now - BOOKINGS_KEPT, volunteer__isnull=True)
    number, _ = old.delete()
    return number
