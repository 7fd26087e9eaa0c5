"""An appointment tells local time with its zone, in winter and in summer, and can be called off."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from mentoring.web.calendar_file import event_file

LONDON = ZoneInfo("Europe/London")


def written(month=1, **more) -> Calendar:
    begins = datetime(2027, month, 14, 18, 30, tzinfo=LONDON).astimezone(UTC)
    at = datetime(2026, 11, 1, tzinfo=UTC)
    facts = {"uid": "1@evening", "title": "An evening", "minutes": 90, "place": "Library", "at": at, "zone": LONDON}
    return Calendar.from_ical(event_file(begins=begins, **facts, **more))


@pytest.mark.parametrize(("month", "offset"), [(1, 0), (7, 1)])
def test_it_tells_local_time_with_its_zone_in_winter_and_summer(month, offset):
    calendar = written(month)
    event = calendar.walk("VEVENT")[0]
    begins, ends = event["DTSTART"].dt, event["DTEND"].dt
    assert (begins.hour, begins.minute, begins.utcoffset()) == (18, 30, timedelta(hours=offset))
    assert ends - begins == timedelta(minutes=90)
    assert event["DTSTART"].params["TZID"] == "Europe/London"
    assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == ["Europe/London"]


def test_one_that_is_called_off_says_so():
    assert "STATUS" not in written().walk("VEVENT")[0]
    assert written(cancelled=True).walk("VEVENT")[0]["STATUS"] == "CANCELLED"
