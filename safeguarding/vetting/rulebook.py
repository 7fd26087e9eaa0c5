"""Which criminal record check somebody needs: dated rules read from `rules/checks.toml`, put to plain answers. Pure.

Days are dates, nations are the scheme's (`england`, `wales`, `scotland`, `northern-ireland`). Raises LookupError for a
day before the first rule of a nation. Sources stand with each version in the data.
"""

import tomllib
from dataclasses import dataclass, fields
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from safeguarding.vetting import levels

DATA = Path(__file__).with_name("rules") / "checks.toml"
#: Regulated activity begins on the fourth day of any thirty (Safeguarding Vulnerable Groups Act 2006, schedule 4).
MOST_DAYS = 3
#: A mentor meets weekly unless somebody says otherwise: four or five days in thirty.
WEEKLY = 5
ADULT = 18
NO_CONTACT = "They are not with young people in this role, so nothing may be asked for."


@dataclass(frozen=True)
class Answers:
    """What the role is. `days_in_30`: days in any thirty on which they would be with a young person."""

    contact: bool = True
    under_18: bool = False
    over_18: bool = False
    days_in_30: int = 0
    overnight: bool = False
    supervised: bool = False
    care: bool = False
    adult_help: bool = False

    @property
    def often(self) -> bool:
        return self.days_in_30 > MOST_DAYS or self.overnight


@dataclass(frozen=True)
class Row:
    when: tuple[tuple[str, bool], ...]
    level: str
    why: str

    def fits(self, answers: Answers) -> bool:
        return all(getattr(answers, name) is wanted for name, wanted in self.when)


@dataclass(frozen=True)
class Version:
    """The rules of some nations from a day on."""

    id: str
    nations: tuple[str, ...]
    begins: date
    body: str
    look_again_years: int
    changed: str
    source: str
    children: tuple[Row, ...]
    adults: tuple[Row, ...]


@dataclass(frozen=True)
class Need:
    """What is needed, in a sentence or two, and by which version of the rules."""

    level: str
    why: tuple[str, ...]
    version: Version


@cache
def versions() -> tuple[Version, ...]:
    """All of them, oldest first."""
    found = [_version(raw) for raw in _data()["version"]]
    return tuple(sorted(found, key=lambda version: version.begins))


def level_words(level: str) -> str:
    """A level as people say it; words from before there were codes stay as they are."""
    return _data()["levels"].get(level, level)


def level_choices() -> list[tuple[str, str]]:
    return list(_data()["levels"].items())


@cache
def _data() -> dict:
    return tomllib.loads(DATA.read_text())


def _version(raw: dict) -> Version:
    rows = {
        side: tuple(Row(tuple(row["when"].items()), row["level"], row["why"]) for row in raw[side])
        for side in ("children", "adults")
    }
    rest = {name: raw[name] for name in ("id", "body", "look_again_years", "changed", "source")}
    return Version(nations=tuple(raw["nations"]), begins=raw["from"], **rest, **rows)


def version_on(nation: str, day: date) -> Version:
    """The rules in force in a nation on a day."""
    began = [version for version in versions() if nation in version.nations and version.begins <= day]
    if not began:
        raise LookupError(f"No rule for {nation} on {day}.")
    return began[-1]


@lru_cache(maxsize=4096)
def need_of(answers: Answers, nation: str, day: date) -> Need:
    """The check these answers ask for on that day."""
    version = version_on(nation, day)
    if not answers.contact:
        return Need(levels.NONE, (NO_CONTACT,), version)
    asked = [(answers.under_18, version.children), (answers.over_18, version.adults)]
    rows = [next(row for row in rows if row.fits(answers)) for is_asked, rows in asked if is_asked]
    level = levels.NONE
    for row in rows:
        level = levels.together(level, row.level)
    return Need(level, tuple(row.why for row in rows), version)


def usual_of(age_from: int, age_to: int) -> Answers:
    """What most roles of a scheme for these ages (years) are like: one to one, weekly, nobody beside them."""
    return Answers(under_18=age_from < ADULT, over_18=age_to >= ADULT, days_in_30=WEEKLY)


def is_less(answers: Answers, usual: Answers, nation: str, day: date) -> bool:
    """Do these answers ask for less than the usual ones? One person alone does not do away with a check (S9, L10)."""
    less = not levels.enough(need_of(answers, nation, day).level, need_of(usual, nation, day).level)
    return less or not answers.contact


def answers_from(kept: dict) -> Answers:
    """Answers as they were kept with a decision; what was asked only later counts as no."""
    return Answers(**{field.name: kept[field.name] for field in fields(Answers) if field.name in kept})
