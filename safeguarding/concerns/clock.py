"""Until when a lead has to acknowledge a concern (lifecycle.md). Pure.

Somebody in danger: one hour. Otherwise the end of the same working day, Monday to Friday, 9 to 5; what comes in after
that, or on a day off, by the end of the next working day.
"""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta

DANGER = timedelta(hours=1)
CLOSES = time(17)


def acknowledge_by(raised_at: datetime, *, danger: bool, days_off: Collection[date] = ()) -> datetime:
    """Aware local time in, aware local time of the same zone out. `days_off` are bank holidays."""
    if danger:
        return raised_at + DANGER
    day = raised_at.date()
    if raised_at.time() >= CLOSES:
        day += timedelta(days=1)
    while day.weekday() > 4 or day in days_off:
        day += timedelta(days=1)
    return datetime.combine(day, CLOSES, tzinfo=raised_at.tzinfo)
