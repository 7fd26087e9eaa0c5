"""When a notice may go out, and when to try again. Pure."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

QUIET_FROM, QUIET_TO = time(20), time(8)
LONGEST_WAIT = timedelta(hours=1)


def not_before(at: datetime, *, urgent: bool, zone: ZoneInfo) -> datetime:
    """The first moment from `at` on outside the quiet hours 20:00–08:00 of that zone; urgent ones do not wait."""
    local = at.astimezone(zone)
    if urgent or QUIET_TO <= local.time() < QUIET_FROM:
        return at
    day = local.date() + timedelta(days=1) if local.time() >= QUIET_FROM else local.date()
    return datetime.combine(day, QUIET_TO, tzinfo=zone)


def wait_after(attempts: int) -> timedelta:
    """How long to wait after so many tries: 1, 2, 4, … minutes, an hour at most."""
    return min(timedelta(minutes=2 ** max(attempts - 1, 0)), LONGEST_WAIT) if attempts < 8 else LONGEST_WAIT
