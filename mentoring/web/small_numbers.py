"""Hide counts so small that somebody might recognise a person in them, and keep them hidden.

A count of 1-4 is shown as "fewer than 5", the limit most local authorities use. Nought is shown: nobody can
be recognised in it, and a reader must know that nothing happened. Hiding one number is not enough when a
total stands beside it: 12 in all and 9 men says that "fewer than 5" was 3. So further numbers are hidden
(shown as "hidden"), smallest first, until nobody who knows every shown number, every sum between them and
these very rules can work out one that is hidden (complementary suppression: Hundepool et al., "Statistical
Disclosure Control", Wiley 2012, chapter 4).

Screen, CSV and PDF all call `protect`; nothing else may decide what is shown.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

LIMIT = 5
SEARCHED = 5_000  # states looked at for one swap; beyond it the number counts as pinned


@dataclass(frozen=True)
class Shown:
    """A count as people may see it: `value` is None when it is kept back, `text` says which way."""

    value: int | None
    text: str

    @property
    def hidden(self) -> bool:
        return self.value is None

    def __str__(self) -> str:
        return self.text


SMALL = Shown(None, f"fewer than {LIMIT}")
WITHHELD = Shown(None, "hidden")

Counts = Mapping[Hashable, int]
Sum = tuple[Hashable, Sequence[Hashable]]


def protect(counts: Counts, sums: Iterable[Sum] = ()) -> dict[Hashable, Shown]:
    """Each count as it may be shown, given every sum that ties them together.

    counts: name -> whole number, nought or more. sums: (name of the whole, names of its parts); a reader is
    assumed to know that the parts make up the whole. Every number that can be derived from shown ones by such
    a sum must be among the counts (the open matches beside the ended ones and all).
    ValueError when a count is negative or a sum does not add up, since hiding would then be unsound.
    """
    sums = [(whole, tuple(parts)) for whole, parts in sums]
    check(counts, sums)
    small = {name for name, count in counts.items() if 0 < count < LIMIT}
    hidden = complement(counts, sums, small, told=True)
    if hidden is not None:
        return {name: as_shown(count, name in small, name in hidden) for name, count in counts.items()}
    # Saying "fewer than 5" gives the game away (four parts of 1 in a whole of 4): one word for all of them.
    hidden = complement(counts, sums, small, told=False)
    return {name: as_shown(count, False, name in hidden) for name, count in counts.items()}


def as_shown(count: int, small: bool, hidden: bool) -> Shown:
    if small:
        return SMALL
    return WITHHELD if hidden else Shown(count, f"{count:,}")


def check(counts: Counts, sums: Sequence[Sum]) -> None:
    if any(count < 0 for count in counts.values()):
        raise ValueError("a count cannot be negative")
    for whole, parts in sums:
        if counts[whole] != sum(counts[part] for part in parts):
            raise ValueError(f"the parts of {whole!r} do not add up to it")


def complement(counts: Counts, sums: Sequence[Sum], small: set, *, told: bool) -> set | None:
    """The names to hide so that none of them is pinned to one value; None when no choice will do.

    told: the reader is told which hidden counts are below the limit, and may conclude the others are not.
    """
    hidden = set(small)
    while pinned := [name for name in counts if name in hidden and is_pinned(name, counts, sums, hidden, told)]:
        candidates = neighbours(pinned[0], counts, sums, hidden)
        if candidates:
            hidden.add(min(candidates, key=lambda name: (counts[name], str(name))))
        elif told:
            return None
        else:  # all that are tied together are hidden, and twice each of them would add up just as well
            break
    return hidden


def neighbours(pinned: Hashable, counts: Counts, sums: Sequence[Sum], hidden: set) -> list:
    """Shown counts above nought nearest to the pinned one, going from sum to sum through hidden counts only."""
    around: set = {pinned}
    while True:
        tied = {n for whole, parts in sums if around & {whole, *parts} for n in (whole, *parts)}
        shown = [n for n in counts if n in tied and n not in hidden and counts[n] > 0]
        if shown or tied & hidden <= around:
            return shown
        around |= tied & hidden


def is_pinned(name: Hashable, counts: Counts, sums: Sequence[Sum], hidden: set, told: bool) -> bool:
    """Whether nobody could tell the truth from another set of hidden numbers in which `name` differs.

    Looks for a swap: one more here, one less there, every sum still right and every number still allowed. In
    a table a swap is found if there is any (the sums form a network, so one along a cycle exists); where more
    sums cross, one may be missed, and then more is hidden than need be, never less.
    """
    sums = [sum_ for sum_ in sums if hidden & {sum_[0], *sum_[1]}]
    return not any(
        swap_exists({name: step}, counts, sums, hidden, told) for step in (1, -1) if allowed(counts[name], step, told)
    )


def swap_exists(first: dict, counts: Counts, sums: Sequence[Sum], hidden: set, told: bool) -> bool:
    """Breadth first from one changed number, always mending the first sum that is off, until none is."""
    queue, seen = deque([first]), set()
    while queue:
        moves = queue.popleft()
        off = [(i, by) for i, sum_ in enumerate(sums) if (by := imbalance(sum_, moves))]
        if not off:
            return True
        if tuple(off) in seen or len(seen) > SEARCHED:
            continue
        seen.add(tuple(off))
        at, by = off[0]
        whole, parts = sums[at]
        direction = 1 if by > 0 else -1
        for name, step in ((whole, direction), *((part, -direction) for part in parts)):
            if name in hidden and name not in moves and allowed(counts[name], step, told):
                queue.append({**moves, name: step})
    return False


def imbalance(sum_: Sum, moves: Mapping[Hashable, int]) -> int:
    whole, parts = sum_
    return sum(moves.get(part, 0) for part in parts) - moves.get(whole, 0)


def allowed(count: int, step: int, told: bool) -> bool:
    """Whether a reader would believe `count + step` of a hidden count; nought is never hidden."""
    if not told:
        return count + step >= 1
    return 1 <= count + step < LIMIT if count < LIMIT else count + step >= LIMIT


def protect_row(counts: Mapping[Hashable, int]) -> tuple[dict[Hashable, Shown], Shown]:
    """A one-way table and its total."""
    whole = object()
    cells = protect({**counts, whole: sum(counts.values())}, [(whole, tuple(counts))])
    return {name: cells[name] for name in counts}, cells[whole]


@dataclass(frozen=True)
class ShownTable:
    cells: tuple[tuple[Shown, ...], ...]
    row_totals: tuple[Shown, ...]
    column_totals: tuple[Shown, ...]
    total: Shown


def protect_table(cells: Sequence[Sequence[int]]) -> ShownTable:
    """A two-way table (rows of equal length) with its row totals, column totals and grand total."""
    down, across = range(len(cells)), range(len(cells[0]))
    counts = {("cell", r, c): cells[r][c] for r in down for c in across}
    counts |= {("row", r): sum(cells[r]) for r in down}
    counts |= {("column", c): sum(row[c] for row in cells) for c in across}
    counts["all"] = sum(map(sum, cells))
    sums = [(("row", r), [("cell", r, c) for c in across]) for r in down]
    sums += [(("column", c), [("cell", r, c) for r in down]) for c in across]
    sums += [("all", [("row", r) for r in down]), ("all", [("column", c) for c in across])]
    safe = protect(counts, sums)
    return ShownTable(
        cells=tuple(tuple(safe["cell", r, c] for c in across) for r in down),
        row_totals=tuple(safe["row", r] for r in down),
        column_totals=tuple(safe["column", c] for c in across),
        total=safe["all"],
    )


def protect_stages(reached: Sequence[int]) -> list[Shown]:
    """Stages of a funnel, each reached by no more people than the one before.

    Two printed stages print the number lost between them too. So a stage stands only if it is the last
    printed one again or at least five below it; nothing printed then differs by 1-4. A hidden stage under a
    printed one of 9 or more is known to be 1-4 ("fewer than 5") or to be 1-4 below it; under a smaller one
    both would tell too much, and the word is "hidden" for either.
    """
    shown, last = [], None
    for count in reached:
        lost = LIMIT if last is None else last - count
        if count and (count < LIMIT or 0 < lost < LIMIT):
            telling = last is not None and last < 2 * LIMIT - 1
            shown.append(SMALL if count < LIMIT and not telling else WITHHELD)
            continue
        shown.append(Shown(count, f"{count:,}"))
        last = count
    return shown
