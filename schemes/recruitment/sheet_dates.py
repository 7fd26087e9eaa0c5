"""Dates as co-ordinators write them: 28/05/88, 02.06.1990, 2004-09-06, 19 Mar 1994 (S9, S10).

The order is always day, month, year, as in Britain; a date that only makes sense the American way round is not
turned silently but asked about. Two-figure years follow one stated rule each, and every use of it is noted.
"""

import datetime as dt
import re
from dataclasses import dataclass

MONTH_NAMES = [dt.date(2000, month, 1).strftime("%B") for month in range(1, 13)]
_WEEKDAY = re.compile(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]?\s+", re.I)
_CLOCK = re.compile(r"[ T]00:00(:00(\.0+)?)?Z?$")
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")
_NUMBERS = re.compile(r"^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*['’]?(\d{4}|\d{2})$")
_WORDS = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?[-/. ]*(?:of )?([a-z]{3,9})\.?,?[-/. ]*'?(\d{4}|\d{2})$", re.I)
_WORDS_FIRST = re.compile(r"^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}|\d{2})$", re.I)


@dataclass(frozen=True)
class ReadDate:
    """`day` or `why` (the end of a sentence that begins with what was written); `note` when a rule was used."""

    day: dt.date | None = None
    why: str = ""
    note: str = ""


def in_words(day: dt.date) -> str:
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def read_birth_date(text: str, *, today: dt.date, ages: range) -> ReadDate:
    """A birth date. A two-figure year is in the century that gives an age in `ages`; if none does, we ask."""
    parts = _parts(text)
    if parts is None:
        return ReadDate(why=_why_not(text, today))
    day, month, year, short = parts
    if not short:
        return _in_the_past(_build(day, month, year), today)
    tries = [_build(day, month, century + year) for century in (1900, 2000)]
    fitting = [t for t in tries if t.day and t.day <= today and age_on(t.day, today) in ages]
    if len(fitting) == 1:
        written = f"the year was written with two figures and read as {fitting[0].day.year}"
        return ReadDate(day=fitting[0].day, note=written)
    if not any(t.day for t in tries):
        return tries[0]
    return ReadDate(why="has a two-figure year that gives no age we can expect here; write the year with four figures")


def read_date(text: str, *, today: dt.date) -> ReadDate:
    """A day something happened in this century; it may not be later than today."""
    parts = _parts(text)
    if parts is None:
        return ReadDate(why=_why_not(text, today))
    day, month, year, short = parts
    return _in_the_past(_build(day, month, 2000 + year if short else year), today)


def age_on(born_on: dt.date, today: dt.date) -> int:
    """Age in whole years."""
    return today.year - born_on.year - ((today.month, today.day) < (born_on.month, born_on.day))


def _parts(text: str) -> tuple[int, int, int, bool] | None:
    """(day, month, year, year has two figures), or None when it is not written like a date."""
    text = _WEEKDAY.sub("", _CLOCK.sub("", " ".join(text.split())))
    if found := _ISO.match(text):
        return int(found[3]), int(found[2]), int(found[1]), False
    if found := _NUMBERS.match(text):
        return int(found[1]), int(found[2]), int(found[3]), len(found[3]) == 2
    found = _WORDS.match(text)
    day, word, year = (found[1], found[2], found[3]) if found else ("", "", "")
    if not found and (found := _WORDS_FIRST.match(text)):
        word, day, year = found[1], found[2], found[3]
    month = next(
        (m for m, name in enumerate(MONTH_NAMES, 1) if word and name.casefold().startswith(word.casefold())),
        None,
    )
    return (int(day), month, int(year), len(year) == 2) if month else None


def _build(day: int, month: int, year: int) -> ReadDate:
    try:
        return ReadDate(day=dt.date(year, month, day))
    except ValueError:
        pass
    if month > 12 and day <= 12:
        try:
            turned = dt.date(year, day, month)
        except ValueError:
            return ReadDate(why="is not a day that exists")
        return ReadDate(why=f"is not a day in the order day, month, year; if {in_words(turned)} is meant, write that")
    return ReadDate(why="is not a day that exists")


def _in_the_past(read: ReadDate, today: dt.date) -> ReadDate:
    if read.day and read.day > today:
        return ReadDate(why="is in the future")
    return read


def _why_not(text: str, today: dt.date) -> str:
    text = text.strip()
    if re.fullmatch(r"\d{1,2}( ?(y|yrs?|years?)( ?old)?)?", text):
        return "is an age, not a date"
    if re.fullmatch(r"\d{4}", text) and 1900 <= int(text) <= today.year:
        return "is only a year; write day, month and year"
    if re.fullmatch(r"\d{5}", text):
        meant = dt.date(1899, 12, 30) + dt.timedelta(days=int(text))
        return f"is Excel's number for a day; if {in_words(meant)} is meant, write that"
    return "is not a date we can read; write it as 28/05/1988"
