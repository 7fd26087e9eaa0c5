"""What a mentor has given, in figures: time, never who it was given to. One definition for their own page of hours, for
their certificate and for whoever thanks them. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

#: How long what nobody times is counted for: supervision and the group, an hour each.
UNTIMED_MINUTES = 60
#: Kind of time → what it is called, in the order in which it is read.
KINDS = {
    "session": _("With a young person"),
    "training": _("Training"),
    "supervision": _("Supervision"),
    "group": _("The peer group"),
}


@dataclass(frozen=True)
class Given:
    """Some time given on one day."""

    on: date
    kind: str
    minutes: int


def hours_of(minutes: int) -> float:
    """To the half hour below: nothing is promised that was not given."""
    return minutes // 30 / 2


@dataclass(frozen=True)
class MentoringTime:
    """Sessions in which they met, their minutes, and the first and the last day of them; `besides` the minutes of
    training, supervision and group."""

    sessions: int
    minutes: int
    first_on: date | None
    last_on: date | None
    besides: int = 0

    @property
    def hours(self) -> float:
        return hours_of(self.minutes)

    @property
    def hours_besides(self) -> float:
        return hours_of(self.besides)

    @property
    def hours_in_all(self) -> float:
        return hours_of(self.minutes + self.besides)


@dataclass(frozen=True)
class Spell:
    """A month or a year: minutes by kind."""

    first_on: date
    minutes: dict[str, int]

    @property
    def total(self) -> float:
        return hours_of(sum(self.minutes.values()))

    @property
    def named(self) -> list[tuple[str, float]]:
        """(what it is called, hours) of every kind, in the order of KINDS."""
        return [(words, hours_of(self.minutes.get(kind, 0))) for kind, words in KINDS.items()]


def time_of(given: Iterable[Given]) -> MentoringTime:
    """All of it together."""
    rows = list(given)
    days = [row.on for row in rows if row.kind == "session"]
    with_somebody = sum(row.minutes for row in rows if row.kind == "session")
    besides = sum(row.minutes for row in rows if row.kind != "session")
    return MentoringTime(len(days), with_somebody, min(days, default=None), max(days, default=None), besides)


def by_month(given: Iterable[Given]) -> list[Spell]:
    """Months in which something was given, the newest first."""
    return _spells((row.on.replace(day=1), row) for row in given)


def by_year(given: Iterable[Given]) -> list[Spell]:
    """Calendar years, the newest first."""
    return _spells((row.on.replace(month=1, day=1), row) for row in given)


def _spells(rows) -> list[Spell]:
    found: dict[date, dict[str, int]] = {}
    for first, row in rows:
        minutes = found.setdefault(first, {})
        minutes[row.kind] = minutes.get(row.kind, 0) + row.minutes
    return [Spell(first, found[first]) for first in sorted(found, reverse=True)]
