"""When a notice may go out, and when to try again. Pure."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

QUIET_FROM, QUIET_TO = time(20), time(8)
LONGEST_WAIT = timedelta(hours=1)


def not_before(
    at: datetime, *, urgent: bool, zone: ZoneInfo, opens: time = QUIET_TO, closes: time = QUIET_FROM, gather: str = ""
) -> datetime:
    """The first moment from `at` on that suits its reader; urgent ones do not wait.

    `opens`, `closes`: their hours in that zone, never wider than 08:00–20:00. `gather`: "daily" waits for the next
    day's opening, "weekly" for Monday's, "" for neither.
    """
    if urgent:
        return at
    local = at.astimezone(zone)
    opens, closes = max(opens, QUIET_TO), min(closes, QUIET_FROM)
    if not gather and opens <= local.time() < closes:
        return at
    return datetime.combine(_day(local, opens, gather), opens, tzinfo=zone)


def _day(local: datetime, opens: time, gather: str) -> date:
    day = local.date() if local.time() < opens else local.date() + timedelta(days=1)
    return day + timedelta(days=-day.weekday() % 7) if gather == "weekly" else day


def wait_after(attempts: int) -> timedelta:
    """How long to wait after so many tries: 1, 2, 4, … minutes, an hour at most."""
    return min(timedelta(minutes=2 ** max(attempts - 1, 0)), LONGEST_WAIT) if attempts < 8 else LONGEST_WAIT
