"""When staff speak with each side of a match next (S14, A1 of standards.md §4). Pure.

How often staff are in contact is the one thing a programme does that is shown to keep matches from ending early
(McQuillin & Lyons 2021): fortnightly in the first month, beginning after a week, then monthly, then quarterly.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

FIRST_MONTH_DAYS, FIRST_YEAR_DAYS = 28, 365
#: After each session of the first six months the mentor is asked how it was for them (A4).
DEBRIEF_DAYS = 183


@dataclass(frozen=True)
class ContactRhythm:
    """The scheme's own intervals in days; `first_month` at most 28."""

    first_month: int
    first_year: int
    later: int

    def closer(self, days: int) -> "ContactRhythm":
        """The same, and never further apart than so many days: peer mentors are held more closely (P8)."""
        return ContactRhythm(min(self.first_month, days), min(self.first_year, days), min(self.later, days))


def next_contact_on(start: date, last: date | None, rhythm: ContactRhythm) -> date:
    """The day by which somebody speaks with this side again. `start`: they were introduced; `last`: the last time.

    In the first month the days are fixed (weeks 1, 2 and 4 where the interval is a fortnight), so that the week in
    which most goes wrong has its own word; whoever was spoken with late is never left longer than the interval.
    """
    age = max((last - start).days, 0) if last else 0
    if age < FIRST_MONTH_DAYS:
        ahead = [mark for mark in _marks(rhythm.first_month) if mark >= age + rhythm.first_month // 2]
        if ahead:
            return start + timedelta(days=min(ahead[0], age + rhythm.first_month))
    every = rhythm.first_year if age < FIRST_YEAR_DAYS else rhythm.later
    return start + timedelta(days=age + every)


def _marks(every: int) -> list[int]:
    """Days of the first month: half an interval after the beginning, then every interval."""
    return [every // 2, *range(every, FIRST_MONTH_DAYS + 1, every)]


def days_without(start: date, last: date | None, rhythm: ContactRhythm) -> Iterator[date]:
    """The day that is due now, and those that follow while nobody speaks with them: two of them passed, two missed."""
    due = next_contact_on(start, last, rhythm)
    while True:
        yield due
        due = next_contact_on(start, due, rhythm)


def is_debriefed(introduced_on: date, met_on: date) -> bool:
    """Is the mentor asked about a session of that day?"""
    return (met_on - introduced_on).days <= DEBRIEF_DAYS
