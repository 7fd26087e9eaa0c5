"""Bank holidays, on which nobody is expected at work: of each nation its own. Pure.

Source: Banking and Financial Dealings Act 1971, schedule 1, and the days proclaimed since (gov.uk/bank-holidays). They
are worked out, so that no list runs out; what is proclaimed for one year is written down here. A test holds them
against an independent library.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

MONDAY = 0
YEARS = range(2024, 2076)
#: Proclaimed for once. Scotland's: the men's football team at the World Cup.
ONCE = {"scotland": (date(2026, 6, 15),)}


@cache
def days_off(nation: str) -> frozenset[date]:
    """The bank holidays of that nation; of one that nobody knows none, which makes a clock stricter."""
    return frozenset(day for year in YEARS for day in holidays_of(nation, year)) | set(ONCE.get(nation, ()))


def holidays_of(nation: str, year: int) -> Iterator[date]:
    """Those of one year, each on the working day on which it is kept."""
    if nation not in RULES:
        return
    kept, easter = set(), easter_sunday(year)
    yield from moving(nation, year, easter)
    for month, day in RULES[nation]:
        kept.add(held_on(date(year, month, day), kept))
    yield from kept


def moving(nation: str, year: int, easter: date) -> Iterator[date]:
    """Those that are a Monday, or hang on Easter."""
    yield easter - timedelta(days=2)
    if nation != "scotland":
        yield easter + timedelta(days=1)
    yield first_monday(year, 5)
    yield last_monday(year, 5)
    yield first_monday(year, 8) if nation == "scotland" else last_monday(year, 8)


#: Those that are a day of the month, in the order in which they are moved off a weekend.
RULES = {
    "england": ((1, 1), (12, 25), (12, 26)),
    "wales": ((1, 1), (12, 25), (12, 26)),
    "scotland": ((1, 1), (1, 2), (11, 30), (12, 25), (12, 26)),
    "northern-ireland": ((1, 1), (3, 17), (7, 12), (12, 25), (12, 26)),
}


def held_on(day: date, kept: set[date]) -> date:
    """The day itself, or the next working day that is free where it falls on a weekend or on another."""
    while day.weekday() > 4 or day in kept:
        day += timedelta(days=1)
    return day


def first_monday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(MONDAY - first.weekday()) % 7)


def last_monday(year: int, month: int) -> date:
    """Of a month with 31 days."""
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() - MONDAY) % 7)


def easter_sunday(year: int) -> date:
    """The Gregorian computus (Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, *divmod(year, 100)
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
