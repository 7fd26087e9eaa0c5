"""When a match is reviewed, and what follows from a review (L4; standards.md §4, A5). Pure."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

#: A review that would come so many days before a full one is left to the full one.
ONE_IS_ENOUGH_DAYS = 14
YEAR_DAYS = 365


def full_review_months(written: str) -> tuple[int, ...]:
    """ "3,6,12,24" as the scheme wrote it, in order; nothing: no full reviews."""
    return tuple(sorted({int(month) for month in written.split(",") if month.strip()} - {0}))


def full_review_days(start: date, months: Iterable[int]) -> dict[int, date]:
    """{months: the day of the full review so many months after `start`}."""
    return {number: working_day(months_after(start, number)) for number in months}


def months_after(start: date, months: int) -> date:
    """The same day of the month, or the last one of a shorter month."""
    year, month = divmod(start.month - 1 + months, 12)
    last = monthrange(start.year + year, month + 1)[1]
    return date(start.year + year, month + 1, min(start.day, last))


def review_between(after: date, every_days: int, ahead: Iterable[date]) -> date | None:
    """The day of the next shorter review; None where one of those `ahead` comes by then, or soon after. `every_days` 0:
    full ones only, and yearly once they are over."""
    ahead = [day for day in ahead if day > after]
    if every_days == 0:
        return None if ahead else next_review_on(after, YEAR_DAYS)
    due = next_review_on(after, every_days)
    return None if any(day <= due + timedelta(days=ONE_IS_ENOUGH_DAYS) for day in ahead) else due


def next_review_on(held_on: date, every_days: int) -> date:
    """So many days after; a Saturday or Sunday moves to the Monday after."""
    return working_day(held_on + timedelta(days=every_days))


def working_day(day: date) -> date:
    """That day, or the Monday after it."""
    return day + timedelta(days=(7 - day.weekday()) % 7 if day.weekday() > 4 else 0)


def change_words(held_on: date) -> str:
    """What opens the agreement again after a review that asks for changes."""
    return f"Changes talked about at the review on {held_on.day} {held_on:%B %Y}."
