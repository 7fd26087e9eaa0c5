"""How long somebody may wait for everything that is held on them: one calendar month. Pure.

UK GDPR article 12(3): a month, two more where it is complex, of which the person is told within the first. The Data
(Use and Access) Act 2025 stops the clock while the scheme waits to hear who they are or what they mean. As the
regulator counts: to the same day of the next month, or its last where it has no such day; if that is a day off, to the
next working day.
"""

from calendar import monthrange
from collections.abc import Collection, Iterable
from datetime import date, timedelta

MONTHS, LONGER = 1, 3

#: (first day, day on which the person answered; None: still waiting)
Pause = tuple[date, date | None]


def months_after(day: date, number: int) -> date:
    """The same day so many months on, or that month's last."""
    year, month = divmod(day.month - 1 + number, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def paused_days(pauses: Iterable[Pause], today: date) -> int:
    """Days for which the clock stood still."""
    return sum(max(((ended or today) - began).days, 0) for began, ended in pauses)


def answer_by(
    asked_on: date, *, pauses: Iterable[Pause], longer: bool, today: date, days_off: Collection[date] = ()
) -> date:
    """The day by which it is given. While the clock stands still it moves on with every day."""
    day = months_after(asked_on, LONGER if longer else MONTHS) + timedelta(days=paused_days(pauses, today))
    while day.weekday() > 4 or day in days_off:
        day += timedelta(days=1)
    return day
