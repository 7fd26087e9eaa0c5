"""Mentors free beside young people waiting: where the gaps are, with small numbers hidden (R6). Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

#: Fewer than this is shown as "fewer than 5": a number that small can be a name.
SMALLEST_SHOWN = 5


@dataclass(frozen=True)
class PoolRow:
    """One group: how many wait, how many places are free. Numbers as they may be shown."""

    words: str
    waiting: str
    free: str
    short: bool


def pool_rows(waiting: Iterable[str], free: Iterable[str], words: dict[str, str] | None = None) -> list[PoolRow]:
    """A row per group; `waiting` and `free` hold the group of each person. No totals, so nothing can be subtracted."""
    waits, frees = Counter(waiting), Counter(free)
    names = words or {group: group or "Not known" for group in sorted({*waits, *frees})}
    return [
        PoolRow(name, shown(waits[group]), shown(frees[group]), waits[group] - frees[group] >= SMALLEST_SHOWN)
        for group, name in names.items()
        if waits[group] or frees[group]
    ]


def shown(number: int) -> str:
    """The number, or that there are few; nought tells nothing about anybody."""
    return str(number) if number == 0 or number >= SMALLEST_SHOWN else f"fewer than {SMALLEST_SHOWN}"
