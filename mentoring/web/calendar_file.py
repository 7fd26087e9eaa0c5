"""One appointment as a calendar file (RFC 5545), in local time with its time zone. Pure: the moment is passed in."""

from datetime import datetime, timedelta, tzinfo

from django.http import HttpResponse
from icalendar import Calendar, Event
from icalendar.enums import STATUS


def event_file(
    *, uid: str, title: str, begins: datetime, minutes: int, place: str, at: datetime, zone: tzinfo, cancelled=False
) -> bytes:
    """The bytes of an .ics file with one event; `title` names nobody. The same `uid` replaces the older entry.

    `zone` is the zone its times are told in: clocks that change between now and then are then no matter.
    """
    begins = begins.astimezone(zone)
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", at)
    event.add("dtstart", begins)
    event.add("dtend", begins + timedelta(minutes=minutes))
    event.add("summary", title)
    event.add("location", place)
    if cancelled:
        event.add("status", STATUS.CANCELLED)
    calendar = Calendar()
    calendar.add("prodid", "-//Alongside//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return calendar.to_ical()


def event_response(written: bytes, name: str) -> HttpResponse:
    """The file as a download called `name`.ics."""
    answer = HttpResponse(written, content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return answer
