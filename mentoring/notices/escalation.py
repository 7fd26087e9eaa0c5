"""Rungs of an escalation: who else is told when something stays undone for so many days (reminders.md). Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Rung:
    """`days` after the due day (negative: before) these people are told, at `path`; `step` names the rung."""

    days: int
    step: str
    people: tuple[UUID | None, ...]
    path: str


def rungs_reached(due_on: date, today: date, rungs: Iterable[Rung]) -> Iterator[tuple[UUID, Rung]]:
    """Everybody to be told by `today`, each by the latest rung they stand on: after weeks without a run somebody
    hears once, and how it is now, not once for every rung that was missed."""
    latest: dict[UUID, Rung] = {}
    for rung in sorted(rungs, key=lambda rung: rung.days):
        if (today - due_on).days >= rung.days:
            latest.update({person: rung for person in rung.people if person is not None})
    yield from latest.items()
