"""A day as people write it, read. Pure: the day it is today is passed in. Day comes before month, as in Britain."""

import re
from datetime import date, timedelta

from django.utils.translation import gettext

from mentoring.web.wording import DAYS, MONTHS

NEAR = {"today": 0, "yesterday": -1, "tomorrow": 1}


def read_day(written: str, today: date) -> date:
    """`3/11/2026`, `3.11.26`, `2026-11-03`, `3 Nov 2026`, `Tuesday 3rd November`, `today`, `last Tuesday` → the day.

    A day without a year is the one nearest to today. Raises ValueError, with a sentence for the person, for anything
    else; nothing is guessed.
    """
    text = re.sub(r"[\s,]+", " ", written.strip().lower())
    if text in NEAR:
        return today + timedelta(days=NEAR[text])
    if match := re.fullmatch(r"(last|next) (\w+)", text):
        return neighbouring(match[1], match[2], today)
    if match := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", text):
        return real_day(int(match[3]), int(match[2]), int(match[1]))
    if match := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?", text):
        return with_year(int(match[1]), int(match[2]), match[3], today)
    text = re.sub(rf"^({'|'.join(DAYS)}|{'|'.join(d[:3] for d in DAYS)})\.? ", "", text, flags=re.IGNORECASE)
    if match := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]([a-z]+)\.?(?:[ -](\d{4}|\d{2}))?", text):
        return with_year(int(match[1]), month_number(match[2]), match[3], today)
    raise ValueError(gettext("Write the date like 3 November 2026 or 3/11/2026."))


def month_number(word: str) -> int:
    """1–12 from a month's name or its first three letters or more."""
    for number, name in enumerate(MONTHS, 1):
        if len(word) >= 3 and name.lower().startswith(word if word != "sept" else "sep"):
            return number
    raise ValueError(
        gettext("“%(word)s” is not a month we know. Write the date like 3 November 2026.") % {"word": word}
    )


def with_year(day: int, month: int, year: str | None, today: date) -> date:
    """The day in the year written; two digits mean this century unless that is more than ten years ahead."""
    if year is None:
        near = [candidate for y in (-1, 0, 1) if (candidate := day_or_none(day, month, today.year + y))]
        return min(near, key=lambda found: abs(found - today)) if near else real_day(day, month, today.year)
    full = int(year) if len(year) == 4 else 2000 + int(year)
    return real_day(day, month, full if full <= today.year + 10 or len(year) == 4 else full - 100)


def neighbouring(which: str, weekday: str, today: date) -> date:
    """Says "last Tuesday" and "next Tuesday": the nearest one strictly before or after today."""
    names = [name.lower() for name in DAYS]
    if weekday not in names:
        raise ValueError(gettext("Write the date like 3 November 2026 or 3/11/2026."))
    gap = (names.index(weekday) - today.weekday()) % 7 or 7
    return today + timedelta(days=gap) if which == "next" else today - timedelta(days=7 - gap if gap < 7 else 7)


def day_or_none(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def real_day(day: int, month: int, year: int) -> date:
    found = day_or_none(day, month, year)
    if found is None:
        if 1 <= month <= 12 and day >= 1:
            raise ValueError(f"{MONTHS[month - 1]} {year} has no day {day}.")
        raise ValueError("That is not a real date. Put the day first, then the month: 3/11/2026.")
    return found
