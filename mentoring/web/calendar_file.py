"""Appointments as a calendar file (RFC 5545), in local time with its time zone. Pure: the moment is passed in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from django.http import HttpResponse
from icalendar import Calendar, Event
from icalendar.enums import STATUS


@dataclass(frozen=True)
class Appointment:
    """`title` names nobody. `begins` is in the zone its time is told in: clocks that change between now and then are
    then no matter. The same `uid` replaces the older entry."""

    uid: str
    title: str
    begins: datetime
    minutes: int
    place: str = ""
    is_cancelled: bool = False


def calendar_file(appointments: Iterable[Appointment], *, at: datetime) -> bytes:
    """The bytes of an .ics file with these appointments."""
    calendar = Calendar()
    calendar.add("prodid", "-//Alongside//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for appointment in appointments:
        calendar.add_component(_event(appointment, at))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _event(appointment: Appointment, at: datetime) -> Event:
    event = Event()
    event.add("uid", appointment.uid)
    event.add("dtstamp", at)
    event.add("dtstart", appointment.begins)
    event.add("dtend", appointment.begins + timedelta(minutes=appointment.minutes))
    event.add("summary", appointment.title)
    event.add("location", appointment.place)
    if appointment.is_cancelled:
        event.add("status", STATUS.CANCELLED)
    return event


def event_file(
    *, uid: str, title: str, begins: datetime, minutes: int, place: str, at: datetime, zone: tzinfo, cancelled=False
) -> bytes:
    """The bytes of an .ics file with one appointment, told in the time of `zone`."""
    return calendar_file([Appointment(uid, title, begins.astimezone(zone), minutes, place, cancelled)], at=at)


def event_response(written: bytes, name: str) -> HttpResponse:
    """The file as a download called `name`.ics."""
    answer = HttpResponse(written, content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return answer
