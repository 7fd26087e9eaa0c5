"""How many care leavers there are: the Department for Education's figures for England, 2021–2025 (S1).

Shipped as published (see data/README.md). A hidden cell (`c`) or one that does not apply (`z`) is kept as such and
never counted as nought, so a sum over several councils may only be able to say "at least".
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

DATA = Path(__file__).parent / "data" / "dfe_care_leavers_2021_2025.csv"
SOURCE = (
    "Department for Education, Children looked after in England including adoptions, years ending 31 March. "
    "Open Government Licence v3.0."
)
LEAVING, LEFT = "17-18", "19-21"
AGE_GROUPS = (LEAVING, LEFT)
HIDDEN, NOT_APPLICABLE = "c", "z"

REORGANISED: Mapping[str, str] = MappingProxyType(
    {
        "E10000006": "Cumbria was replaced by Cumberland and Westmorland and Furness on 1 April 2023.",
        "E06000063": "Cumberland began on 1 April 2023; earlier years stand under Cumbria.",
        "E06000064": "Westmorland and Furness began on 1 April 2023; earlier years stand under Cumbria.",
        "E10000021": "Northamptonshire was replaced by North and West Northamptonshire on 1 April 2021.",
        "E06000061": "North Northamptonshire began on 1 April 2021; the year before stands under Northamptonshire.",
        "E06000062": "West Northamptonshire began on 1 April 2021; the year before stands under Northamptonshire.",
        "E06000065": "North Yorkshire became one council on 1 April 2023; the area is the same in every year.",
        "E06000066": "Somerset became one council on 1 April 2023; the area is the same in every year.",
    }
)


@dataclass(frozen=True)
class Authority:
    """A council with duties to care leavers. `note` tells of a reorganisation within the years of the data."""

    code: str
    name: str
    region: str
    note: str = ""


@dataclass(frozen=True)
class Cell:
    """One published cell: a number, or `mark` "c" (hidden) or "z" (not applicable)."""

    number: int | None = None
    mark: str = ""

    @property
    def words(self) -> str:
        if self.number is not None:
            return f"{self.number:,}"
        return "hidden" if self.mark == HIDDEN else "no figure"


@dataclass(frozen=True)
class Total:
    """A sum over councils: `number` counts what is published; the councils in `hidden` and `absent` are not in it."""

    number: int
    hidden: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        return not self.hidden and not self.absent

    @property
    def words(self) -> str:
        return f"at least {self.number:,}" if self.hidden else f"{self.number:,}"


@dataclass(frozen=True)
class Figures:
    """`cells` by (council code, year, age group)."""

    years: tuple[int, ...]
    authorities: tuple[Authority, ...]
    cells: Mapping[tuple[str, int, str], Cell]

    @property
    def latest(self) -> int:
        return self.years[-1]


def read_cell(text: str) -> Cell:
    """A number, or the mark as published. ValueError on anything else: a changed file must be looked at."""
    if text in (HIDDEN, NOT_APPLICABLE):
        return Cell(mark=text)
    return Cell(number=int(text))


@lru_cache(maxsize=1)
def figures() -> Figures:
    """The whole data set, read once for the life of the process."""
    with DATA.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["geographic_level"] == "Local authority"]
    councils = {
        row["la_code"]: Authority(
            row["la_code"], row["la_name"], row["region_name"], REORGANISED.get(row["la_code"], "")
        )
        for row in rows
    }
    cells = {(row["la_code"], int(row["reporting_year"]), row["age_group"]): read_cell(row["total"]) for row in rows}
    years = tuple(sorted({year for _, year, _ in cells}))
    by_name = tuple(sorted(councils.values(), key=lambda council: council.name))
    return Figures(years, by_name, MappingProxyType(cells))


def authorities() -> tuple[Authority, ...]:
    """Councils of today, by name: those that the latest year has figures for."""
    return tuple(council for council in figures().authorities if not _is_former(council))


def authority(code: str) -> Authority | None:
    return next((council for council in figures().authorities if council.code == code), None)


def figure(code: str, year: int, age_group: str) -> Cell:
    """The published cell. KeyError for a council, year or age group that the data do not have."""
    return figures().cells[code, year, age_group]


def total(codes: Iterable[str], year: int, age_groups: Sequence[str] = AGE_GROUPS) -> Total:
    """Care leavers of these councils in a year. KeyError for an unknown council or year."""
    number, hidden, absent = 0, [], []
    for code in dict.fromkeys(codes):
        for group in age_groups:
            cell = figure(code, year, group)
            number += cell.number or 0
            if cell.number is None:
                (hidden if cell.mark == HIDDEN else absent).append(authority(code).name)
    return Total(number, tuple(dict.fromkeys(hidden)), tuple(dict.fromkeys(absent)))


@dataclass(frozen=True)
class YearFigures:
    """One year of the trend; `comparable` is False where a chosen council has no figure of its own that year."""

    year: int
    leaving: Total
    left: Total
    both: Total

    @property
    def comparable(self) -> bool:
        return not self.both.absent


def trend(codes: Iterable[str]) -> tuple[YearFigures, ...]:
    """Every year of the data, oldest first."""
    chosen = tuple(codes)
    return tuple(
        YearFigures(year, total(chosen, year, [LEAVING]), total(chosen, year, [LEFT]), total(chosen, year))
        for year in figures().years
    )


def trend_words(codes: Iterable[str]) -> str:
    """What the years say, in one sentence; only years with every figure in them are compared."""
    known = [year for year in trend(codes) if year.both.is_known]
    if len(known) < 2:
        return "There are not enough published years to say how the number has changed."
    first, last = known[0], known[-1]
    change = last.both.number - first.both.number
    span = f"from {first.both.number:,} in {first.year} to {last.both.number:,} in {last.year}"
    if not change:
        return f"The number of care leavers is the same, {span}."
    share = f" ({abs(change) / first.both.number:.0%})" if first.both.number else ""
    return f"The number of care leavers {'rose' if change > 0 else 'fell'} by {abs(change):,}{share}, {span}."


def _is_former(council: Authority) -> bool:
    return all(figure(council.code, figures().latest, group).mark == NOT_APPLICABLE for group in AGE_GROUPS)
