"""Mentors free beside young people waiting: where the gaps are, with small numbers hidden (R6). Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

#: Fewer than this is shown as "under 5": a number that small can be a name.
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


def kind_rows(waiting: Iterable[str], free: Iterable[str]) -> list[PoolRow]:
    """By the kind of mentor. Whoever said "either" may have any place; their own sum would give the others away."""
    words = {"peer": "A peer mentor", "traditional": "A traditional mentor"}
    waiting, free = list(waiting), list(free)
    rows = pool_rows((kind for kind in waiting if kind in words), free, words)
    open_to_any = [("either", "Either is fine"), ("", "Not chosen yet")]
    return rows + [
        PoolRow(name, shown(waiting.count(kind)), "any of these", waiting.count(kind) - len(free) >= SMALLEST_SHOWN)
        for kind, name in open_to_any
        if kind in waiting
    ]


def shown(number: int) -> str:
    """The number, or that there are few; nought tells nothing about anybody."""
    return str(number) if number == 0 or number >= SMALLEST_SHOWN else f"under {SMALLEST_SHOWN}"
