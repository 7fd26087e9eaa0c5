"""The clocks of a concern (lifecycle.md), in hours at which somebody is at work. Pure.

Somebody in danger: one hour, whatever the day. Otherwise the end of the same working day, Monday to Friday, 9 to 5;
what comes in after that, or on a day off, by the end of the next working day. "One working day" is eight hours of work:
from Thursday at ten to Friday at ten, from Friday evening to Monday at five.
"""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta

DANGER = timedelta(hours=1)
OPENS, CLOSES = time(9), time(17)
ONE_WORKING_DAY = timedelta(hours=8)


def acknowledge_by(raised_at: datetime, *, danger: bool, days_off: Collection[date] = ()) -> datetime:
    """Aware local time in, aware local time of the same zone out. `days_off` are bank holidays."""
    if danger:
        return raised_at + DANGER
    day = raised_at.date()
    if raised_at.time() >= CLOSES:
        day += timedelta(days=1)
    return at(working_day(day, days_off), CLOSES, raised_at)


def working_day_after(start: datetime, *, days_off: Collection[date] = (), days: int = 1) -> datetime:
    """So many working days after `start`, counted in hours of work. Aware local time in and out, as above."""
    left, moment = days * ONE_WORKING_DAY, start
    while left:
        day = working_day(moment.date(), days_off)
        begins = max(moment, at(day, OPENS, start)) if day == moment.date() else at(day, OPENS, start)
        rest = at(day, CLOSES, start) - begins
        if rest >= left:
            return begins + left
        left -= max(rest, timedelta(0))
        moment = at(day + timedelta(days=1), OPENS, start)
    return moment


def working_day(day: date, days_off: Collection[date]) -> date:
    """That day, or the next on which somebody is at work."""
    while day.weekday() > 4 or day in days_off:
        day += timedelta(days=1)
    return day


def at(day: date, hour: time, like: datetime) -> datetime:
    return datetime.combine(day, hour, tzinfo=like.tzinfo)
