"""Mentors free beside young people waiting: where the gaps are, with small numbers hidden (R6). Pure."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from matching.pairing.criteria.words import distinct
from mentoring.web.small_numbers import LIMIT, SMALL, WITHHELD, Shown, protect, protect_row

#: So many rows of a long list are drawn: those asked for most.
MOST_ROWS = 12
#: What stands beside those who wait for either kind.
ANY_PLACE = "any of these"


@dataclass(frozen=True)
class PoolRow:
    """One group: how many wait, how many places are free. In words as they may be shown; the numbers are None where
    they are hidden, or where any place will do."""

    words: str
    waiting: str
    free: str
    waiting_number: int | None = None
    free_number: int | None = None

    @property
    def short(self) -> bool:
        """A gap wide enough to be seen in shown numbers alone."""
        known = self.waiting_number is not None and self.free_number is not None
        return known and self.waiting_number - self.free_number >= LIMIT

    @property
    def nobody(self) -> bool:
        """Somebody waits for what no free place offers."""
        return self.free_number == 0 and self.waiting_number != 0


def pool_rows(waiting: Iterable[str], free: Iterable[str], words: dict[str, str] | None = None) -> list[PoolRow]:
    """A row per group; `waiting` and `free` hold the one group of each person. Whoever knows how many wait in all can
    work out no hidden number."""
    return _rows(Counter(waiting), Counter(free), words, _of_parts)


def tag_rows(waiting: Iterable[Iterable[str]], free: Iterable[Iterable[str]]) -> list[PoolRow]:
    """A row per word; each person may name several, so that nothing adds up. The most asked for first; what is hidden
    stands behind what is shown, by name, so that its place tells nothing."""
    names: dict[str, str] = {}
    counts = [Counter(key for tags in people for key in _named(tags, names)) for people in (waiting, free)]
    rows = _rows(*counts, dict(sorted(names.items())), protect)
    return sorted(rows, key=lambda row: (-(row.waiting_number or 0), row.words))


def kind_rows(waiting: Iterable[str], free: Iterable[str]) -> list[PoolRow]:
    """By the kind of mentor. Whoever said "either" may have any place."""
    words = {"peer": "A peer mentor", "traditional": "A traditional mentor"}
    open_to_any = {"either": "Either is fine", "": "Not chosen yet"}
    waits, frees = Counter(waiting), Counter(free)
    seen = _of_parts({kind: waits[kind] for kind in [*words, *open_to_any]})
    places = _of_parts({kind: frees[kind] for kind in words})
    rows = [_row(name, seen[kind], places[kind]) for kind, name in words.items() if waits[kind] or frees[kind]]
    return rows + [
        PoolRow(name, _said(seen[kind]), ANY_PLACE, seen[kind].value)
        for kind, name in open_to_any.items()
        if waits[kind]
    ]


def _rows(waits: Counter, frees: Counter, words, protected: Callable) -> list[PoolRow]:
    names = words or {group: group or "Not known" for group in sorted({*waits, *frees})}
    groups = [group for group in names if waits[group] or frees[group]]
    seen, places = (protected({group: counts[group] for group in groups}) for counts in (waits, frees))
    return [_row(names[group], seen[group], places[group]) for group in groups]


def _of_parts(counts: dict[str, int]) -> dict[str, Shown]:
    """How many there are in all stands on other pages. Where that would give a part away ("under 5" twice, of eight),
    every part is hidden alike."""
    if not counts:
        return {}
    cells, whole = protect_row(counts)
    if not whole.hidden or sum(counts.values()) < LIMIT:
        return cells
    return {group: WITHHELD if counts[group] else cell for group, cell in cells.items()}


def _named(tags: Iterable[str], names: dict[str, str]) -> set[str]:
    """Each word once, whatever its capitals; the first way somebody wrote it is how it is shown."""
    found = distinct(tags)
    for key, written in found.items():
        names.setdefault(key, written)
    return set(found)


def _row(words: str, waiting: Shown, free: Shown) -> PoolRow:
    return PoolRow(words, _said(waiting), _said(free), waiting.value, free.value)


def _said(shown: Shown) -> str:
    return f"under {LIMIT}" if shown is SMALL else str(shown)


def finding(title: str, rows: list[PoolRow]) -> str:
    """What a picture of these rows shows, as its title."""
    short = [row for row in rows if row.short]
    if short:
        widest = max(short, key=lambda row: row.waiting_number - row.free_number)
        return f"{title}: the widest gap is “{widest.words}”"
    nobody = [row for row in rows if row.nobody]
    return f"{title}: nobody free for “{nobody[0].words}”" if nobody else f"{title}: no wide gap"
