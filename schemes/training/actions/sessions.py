"""Writes about sessions: planned, places given, waited for and given back, and the register (S11)."""

from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from schemes.training.models import Attendance, TrainingSession
from schemes.training.queries.sessions import TAKES_A_PLACE

State = Attendance.State


class Booked(NamedTuple):
    """How many were given a place, and how many went on the waiting list."""

    given: int
    waiting: int


@transaction.atomic
def training_session_add(
    *, module, starts_at, place, trainer=None, second_trainer=None, places=None, also=(), by
) -> TrainingSession:
    """One module, or several, taught on one day; without `places` everybody fits in."""
    scheme = module.course.scheme
    session = TrainingSession.objects.create(
        scheme=scheme,
        module=module,
        starts_at=starts_at,
        place=place,
        places=places,
        trainer=trainer,
        second_trainer=second_trainer,
    )
    session.also.set([one for one in also if one.pk != module.pk])
    audit_record(verb="trainingsession.added", subject=session, scheme=scheme, by=by)
    return session


@transaction.atomic
def training_session_edit(*, session, changes: dict, by) -> TrainingSession:
    """Another day, place, trainer or limit; more places go to whoever waits. Nobody loses a place they have."""
    session = locked(session)
    changes = dict(changes)
    also = changes.pop("also", None)
    for name, value in changes.items():
        setattr(session, name, value)
    session.save(update_fields=list(changes))
    if also is not None:
        session.also.set([one for one in also if one.pk != session.module_id])
    details = {"fields": sorted(changes)}
    audit_record(verb="trainingsession.edited", subject=session, scheme=session.scheme, details=details, by=by)
    _move_up(session, by)
    return session


@transaction.atomic
def attendance_book(*, session, volunteers, by) -> Booked:
    """Give places while there are any; the rest wait in the order they were named. Whoever has one keeps it."""
    session, given, waiting = locked(session), 0, 0
    for volunteer in volunteers:
        if volunteer.scheme_id != session.scheme_id:
            raise Refused("This volunteer belongs to another scheme.")
        place = Attendance.objects.filter(session=session, volunteer=volunteer).first()
        if place and place.outcome != State.CANCELLED:
            continue
        place = _seated(place or Attendance(session=session, volunteer=volunteer), session)
        given += place.outcome == State.BOOKED
        waiting += place.outcome == State.WAITING
    details = {"n": given, "waiting": waiting}
    audit_record(verb="attendance.booked", subject=session, scheme=session.scheme, details=details, by=by)
    return Booked(given, waiting)


def _seated(place, session):
    """Booked where a place is free, on the waiting list where none is."""
    place.seat, place.asked_at = _free_seat(session), None
    place.outcome = State.BOOKED if place.seat else State.WAITING
    if not place.seat:
        place.asked_at = timezone.now()
    place.save()
    return place


def _free_seat(session) -> int | None:
    """The lowest number nobody has; None when every place is taken."""
    taken = list(session.attendances.filter(outcome__in=TAKES_A_PLACE).values_list("seat", flat=True))
    if session.places is not None and len(taken) >= session.places:
        return None
    return next(number for number in range(1, len(taken) + 2) if number not in taken)


def _move_up(session, by) -> None:
    """Free places go to whoever has waited longest; they are told by the rule `place_came_free`."""
    if session.starts_at <= timezone.now():
        return
    for place in session.attendances.filter(outcome=State.WAITING).order_by("asked_at", "created_at"):
        seat = _free_seat(session)
        if seat is None:
            return
        place.seat, place.outcome = seat, State.BOOKED
        place.save(update_fields=["seat", "outcome"])
        about = [place.volunteer.user]
        audit_record(verb="attendance.moved_up", subject=place, scheme=session.scheme, about=about, by=by)


@transaction.atomic
def attendance_cancel(*, place, by) -> None:
    """Somebody can't come: the place is free again, and the first who waits has it."""
    session, place = locked(place.session), locked(place)
    if place.outcome not in {State.BOOKED, State.WAITING}:
        raise Refused("This place has been settled already.")
    if session.starts_at <= timezone.now():
        raise Refused("The session has begun. The trainer notes who came.")
    place.outcome, place.seat, place.asked_at = State.CANCELLED, None, None
    place.save(update_fields=["outcome", "seat", "asked_at"])
    audit_record(verb="attendance.cancelled", subject=place, scheme=session.scheme, about=[place.volunteer.user], by=by)
    _move_up(session, by)


@transaction.atomic
def attendance_mark(*, session, outcomes: dict, by) -> None:
    """The register: `outcomes` maps the key of a place to booked, attended or missed. Nobody marks themselves."""
    _open_register(session)
    held = Attendance.objects.select_for_update().filter(session=session, pk__in=list(outcomes))
    for place in held.filter(outcome__in=TAKES_A_PLACE).select_related("volunteer").order_by("volunteer"):
        if place.outcome != outcomes[place.pk]:
            _not_oneself(place.volunteer, by)
            locked(place.volunteer)  # whoever introduces them at this moment sees it, or came first
            place.outcome = outcomes[place.pk]
            place.save(update_fields=["outcome"])
    audit_record(verb="attendance.marked", subject=session, scheme=session.scheme, details={"n": len(outcomes)}, by=by)


@transaction.atomic
def attendance_walk_in(*, session, volunteer, by) -> Attendance:
    """Somebody came without a place; they were there, so it counts, even beyond the limit."""
    _open_register(session)
    _not_oneself(volunteer, by)
    if volunteer.scheme_id != session.scheme_id:
        raise Refused("This volunteer belongs to another scheme.")
    place = Attendance.objects.filter(session=session, volunteer=volunteer).first()
    place = place or Attendance(session=session, volunteer=volunteer)
    place.outcome = State.ATTENDED
    place.save()
    audit_record(verb="attendance.walked_in", subject=place, scheme=session.scheme, about=[volunteer.user], by=by)
    return place


def _open_register(session) -> None:
    if timezone.localtime(session.starts_at).date() > timezone.localdate():
        raise Refused("This session has not been held yet. The register opens on the day.")


def _not_oneself(volunteer, by) -> None:
    if volunteer.user_id and volunteer.user_id == by.pk:
        raise Refused("Nobody marks their own attendance. Ask another trainer or the co-ordinator.")
