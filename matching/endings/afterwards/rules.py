"""After the ending: three months on somebody asks how they are; for a fortnight it can be taken back (S15). Pure."""

from calendar import monthrange
from datetime import date, timedelta

FOLLOW_UP_MONTHS = 3
REOPEN_DAYS = 14


def follow_up_on(ended_on: date) -> date:
    """Three months later, on the same day of the month or its last; a Saturday or Sunday moves to the Monday after."""
    months = ended_on.month - 1 + FOLLOW_UP_MONTHS
    year, month = ended_on.year + months // 12, months % 12 + 1
    day = date(year, month, min(ended_on.day, monthrange(year, month)[1]))
    return day + timedelta(days=(7 - day.weekday()) % 7 if day.weekday() > 4 else 0)


def reopens_until(ended_on: date) -> date:
    """The last day on which an ending can be taken back; later the two are proposed anew, past the whole gate."""
    return ended_on + timedelta(days=REOPEN_DAYS)
