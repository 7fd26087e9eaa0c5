"""Times of the last five years of which nothing is known (S9). Pure: today is passed in.

Safer recruitment asks for a whole history and for every gap to be explained (Keeping Children Safe in Education, part
three); it gives no number. Five years and 28 days are our own rule: five years is what an enhanced check asks
addresses for, and 28 days means that any whole month without a word is asked about.
"""

import calendar
import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from mentoring.web.day_reading import month_number
from mentoring.web.wording import MONTHS

YEARS_BACK = 5
GAP_DAYS = 28
#: Before this birthday everybody is at school; nobody is asked about it.
ASKED_FROM_AGE = 16
NOTHING_YET = "Nothing is written down yet of what they did in the last five years."


class Span(NamedTuple):
    """From a first to a last day, both counted in."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def asked_since(today: date, born_on: date | None = None) -> date:
    """The first day that is asked about: five years ago, or the sixteenth birthday when that is later."""
    since = _years_after(today, -YEARS_BACK)
    return max(since, _years_after(born_on, ASKED_FROM_AGE)) if born_on else since


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def gaps(known: Iterable[tuple[date, date | None]], since: date, until: date) -> list[Span]:
    """Spans of 28 days or more between `since` and `until` that no (from, to) of `known` covers; to None: still."""
    found, next_unknown = [], since
    for first, last in sorted(known, key=lambda span: span[0]):
        if first > until:
            break
        if next_unknown < first:
            found.append(Span(next_unknown, first - timedelta(days=1)))
        next_unknown = max(next_unknown, min(last or until, until) + timedelta(days=1))
    if next_unknown <= until:
        found.append(Span(next_unknown, until))
    return [gap for gap in found if gap.days >= GAP_DAYS]


def month_words(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def span_words(first: date, last: date | None) -> str:
    """Says "March 2023 to June 2023", "March 2023", "March 2023 until now"."""
    if last is None:
        return f"{month_words(first)} until now"
    if (first.year, first.month) == (last.year, last.month):
        return month_words(first)
    return f"{month_words(first)} to {month_words(last)}"


def gap_sentence(gap: Span) -> str:
    return f"Nothing is known of {span_words(*gap)}."


def read_month(written: str) -> date | None:
    """`3/2022`, `2022-03`, `March 2022`, `Mar 2022` → its first day; "now" or "still" → None.

    Raises ValueError, with a sentence for the person, for anything else.
    """
    text = re.sub(r"[\s,]+", " ", written.strip().lower())
    if text in {"now", "still", "today", "present"}:
        return None
    if match := re.fullmatch(r"([12]\d{3})[-/. ](\d{1,2})", text, re.ASCII):
        return _month(int(match[1]), int(match[2]))
    if match := re.fullmatch(r"(\d{1,2})[-/. ]([12]\d{3})", text, re.ASCII):
        return _month(int(match[2]), int(match[1]))
    if match := re.fullmatch(r"([a-z]+)\.? ([12]\d{3})", text, re.ASCII):
        return _month(int(match[2]), month_number(match[1]))
    raise ValueError("Write the month and the year, like March 2022 or 3/2022.")


def _month(year: int, month: int) -> date:
    if not 1 <= month <= 12:
        raise ValueError("There is no such month. Write it like March 2022 or 3/2022.")
    return date(year, month, 1)


def month_end(day: date) -> date:
    """The last day of its month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
