"""The stretch of time that figures are about. Pure: the day it is today is passed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from mentoring.web.wording import MONTHS

#: A shorter period would let somebody watch one number change from day to day and learn whom it was about.
DAYS_LEAST = 28

CHOICES = (
    ("12-months", "The last 12 months"),
    ("this-year", "This year, April to March"),
    ("last-year", "Last year, April to March"),
    ("since-start", "Since the scheme began"),
    ("own", "Other dates"),
)


@dataclass(frozen=True)
class Period:
    """Both days belong to it."""

    from_on: date
    to_on: date

    def __contains__(self, day: date | None) -> bool:
        return day is not None and self.from_on <= day <= self.to_on

    @property
    def days(self) -> int:
        return (self.to_on - self.from_on).days + 1

    def __str__(self) -> str:
        return f"{day_said(self.from_on)} to {day_said(self.to_on)}"


def day_said(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def period_named(name: str, *, began_on: date, today: date) -> Period:
    """The period of one of the choices but "own"; the year of councils and most charities runs April to March."""
    year = today.year if today.month >= 4 else today.year - 1
    starts = {
        "12-months": today - timedelta(days=364),
        "this-year": date(year, 4, 1),
        "last-year": date(year - 1, 4, 1),
        "since-start": began_on,
    }
    ends = {"last-year": date(year, 3, 31)}
    to_on = ends.get(name, today)
    return Period(min(starts[name], to_on - timedelta(days=DAYS_LEAST - 1)), to_on)


def why_not(from_on: date, to_on: date, *, today: date) -> str:
    """Why no figures are given for these dates, in a sentence; "" when they are."""
    if to_on < from_on:
        return "The period ends before it begins. Check both dates."
    if to_on > today:
        return "The period ends after today. Figures can only be given up to today."
    if Period(from_on, to_on).days < DAYS_LEAST:
        return f"Choose a period of at least {DAYS_LEAST} days. In a shorter one, numbers could point at single people."
    return ""
