"""Writes of information sessions: planned, booked by anybody, given back, the register (S9)."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from schemes.people.models import Volunteer
from schemes.people.tokens import new_token, token_hash
from schemes.recruitment.actions import enquiry_send
from schemes.recruitment.models import InfoBooking, InfoSession
from schemes.recruitment.sessions.queries import places_to_remind
from schemes.recruitment.sessions.telling import cancellation_told, place_told

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
    """Another day, place or number; more places go to whoever waits. Nobody loses a place they have, and whoever has
    one or waits is written to when the day, the time or the place is another."""
    session = locked(session)
    if session.cancelled_at:
        raise Refused("This session is cancelled. Plan a new one.")
    if changes.get("places", session.places) < session.taken:
        raise Refused(f"{session.taken} people have a place already. There can be no fewer places than that.")
    has_moved = any(
        changes.get(name, getattr(session, name)) != getattr(session, name) for name in ("starts_at", "place")
    )
    for name, value in changes.items():
        setattr(session, name, value)
    session.save(update_fields=list(changes))
    audit_record(verb="infosession.edited", subject=session, scheme=session.scheme, by=by)
    if has_moved and session.starts_at > timezone.now():
        _tell_moved(session)
    _move_up(session)
    return session


def _tell_moved(session) -> None:
    """Whoever has a place or waits; and the day before they are reminded of the new day."""
    for booking in session.bookings.filter(outcome__in=LIVE):
        _tell_again(booking, "moved")
    session.bookings.filter(outcome__in=LIVE).update(reminded_at=None)


def _tell_again(booking, news: str) -> None:
    """With a new link: only its hash was kept of the last one, which works no longer."""
    if not booking.email:
        return
    token = new_token()
    booking.token_hash = token_hash(token)
    booking.save(update_fields=["token_hash"])
    place_told(booking, token, news)


def info_places_remind(*, at: datetime) -> int:
    """The day before, to whoever has a place and an e-mail address: once, also where the run is late."""
    due = places_to_remind(at)
    for booking in due:
        with transaction.atomic():
            booking = locked(booking)
            booking.reminded_at = at
            booking.save(update_fields=["reminded_at"])
            _tell_again(booking, "tomorrow")
    return len(due)


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
        cancellation_told(booking)
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
    place_told(booking, token)
    return booking, token


def _take_place(session) -> bool:
    """One place counted, in one statement: whoever comes second to the last place finds none."""
    free = InfoSession.objects.filter(pk=session.pk, taken__lt=F("places"), cancelled_at__isnull=True)
    return free.update(taken=F("taken") + 1) == 1


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
        place_told(booking, token)


@transaction.atomic
def info_register_mark(*, session, outcomes: dict, by) -> None:
    """Who came. Whoever came goes on: their record is found or made, the source kept, the application link sent."""
    _open_register(session)
    marked = InfoBooking.objects.select_for_update().filter(session=session, pk__in=list(outcomes))
    for booking in marked.exclude(outcome=State.CANCELLED):
        booking.outcome = outcomes[booking.pk]
        if booking.outcome == State.ATTENDED and booking.volunteer_id is None:
            booking.volunteer = _volunteer_of(booking, by)
        booking.save(update_fields=["outcome", "volunteer"])
    audit_record(verb="inforegister.marked", subject=session, scheme=session.scheme, by=by)


@transaction.atomic
def info_walk_in(*, session, name, email="", phone="", heard_from=None, by) -> InfoBooking:
    """Somebody came without a place: they were there, so they go on like the others, even beyond the limit. Whoever had
    a place or waited under the same address is marked instead of written down twice."""
    _open_register(session)
    known = session.bookings.filter(email__iexact=email).order_by("created_at") if email else None
    booking = (known and known.exclude(outcome=State.CANCELLED).first()) or InfoBooking(
        session=session, name=name, email=email, phone=phone, heard_from=heard_from, token_hash=token_hash(new_token())
    )
    booking.outcome = State.ATTENDED
    booking.volunteer = booking.volunteer or _volunteer_of(booking, by)
    booking.save()
    audit_record(verb="infobooking.walked_in", subject=booking, scheme=session.scheme, by=by)
    return booking


def _open_register(session) -> None:
    if session.cancelled_at:
        raise Refused("This session is cancelled.")
    if timezone.localtime(session.starts_at).date() > timezone.localdate():
        raise Refused("This session has not been held yet. The register opens on the day.")


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
