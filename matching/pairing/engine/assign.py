"""Who with whom, best for all, exactly: two aims, places, waiting time for ties, pairs that stay. Pure.

Everything is counted in whole numbers, so that rounding never decides. "most": as many young people as can be, then
the highest total; a pair more is worth more than all that scores could win back. "best": the highest total alone.
Where two plans are as good, those who have waited longer come first. Solved with SciPy: the modified Jonker–Volgenant
algorithm on a table where most pairs can be made (Crouse 2016), on a sparse graph where few can; a mentor with several
places stands in it several times.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

MOST, BEST = "most", "best"
#: SciPy counts in floating point; whole numbers are exact up to 2**53, and sums on the way stay below that.
EXACT = 2**50
#: From this share of pairs on a full table is quicker than a graph.
DENSE = 0.3


@dataclass(frozen=True)
class Edges:
    """Pairs that can be made: places of mentors, places of young people, whole scores. Each pair once."""

    mentors: np.ndarray
    mentees: np.ndarray
    scores: np.ndarray

    def where(self, kept: np.ndarray) -> "Edges":
        return Edges(self.mentors[kept], self.mentees[kept], self.scores[kept])


def assign(
    places: np.ndarray,
    mentees: int,
    edges: Edges,
    *,
    aim: str = MOST,
    turn: np.ndarray | None = None,
    fixed: Sequence[tuple[int, int]] = (),
) -> np.ndarray:
    """The mentor of each young person, -1 for nobody.

    `places`: free places of each mentor, those of the fixed pairs among them. `turn`: place of each young person in
    the fair order, nought first. `fixed`: (mentor, young person) that stay, whatever they score.
    """
    chosen, room = np.full(mentees, -1, dtype=np.int64), np.array(places, dtype=np.int64)
    for mentor, mentee in fixed:
        chosen[mentee] = mentor
        room[mentor] -= 1
    open_ones = edges.where((room[edges.mentors] > 0) & (chosen[edges.mentees] < 0))
    if aim == BEST:
        open_ones = open_ones.where(open_ones.scores >= 0)
    if len(open_ones.scores):
        gains = _gains(open_ones, min(mentees, int(room.clip(0).sum())), aim, turn)
        rows, cols = _best(room, open_ones, gains)
        chosen[rows] = cols
    return chosen


def _gains(edges: Edges, pairs: int, aim: str, turn: np.ndarray | None) -> np.ndarray:
    """What each pair adds, all above nought: its score, a little for who waited longer, and for "most" a bonus."""
    gains = edges.scores.astype(np.int64)
    if turn is not None and len(turn):
        earlier = int(turn.max()) + 1 - turn[edges.mentees].astype(np.int64)
        step = pairs * (int(turn.max()) + 1) + 1
        if _bonus(gains * step, pairs) <= EXACT // (pairs + 1):
            gains = gains * step + earlier
    if aim == BEST:
        return gains * (pairs + 1) + 1  # of two plans with one total, the one with more pairs
    return gains - gains.min() + _bonus(gains, pairs)


def _bonus(gains: np.ndarray, pairs: int) -> int:
    return pairs * (int(gains.max()) - int(gains.min())) + 1


def _best(room: np.ndarray, edges: Edges, gains: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(young people, their mentors). Only those who have a pair at all are in the table."""
    rows, mentee = _numbered(edges.mentees)
    used, mentor = _numbered(edges.mentors)
    copies = np.minimum(room[used], np.minimum(np.bincount(mentor), len(rows)))
    first, owner = np.cumsum(copies) - copies, np.repeat(used, copies)
    cells = mentee, first[mentor], gains
    if copies.max() > 1:
        times = copies[mentor]
        at = np.repeat(first[mentor], times) + _counting(times)
        cells = np.repeat(mentee, times), at, np.repeat(gains, times)
    dense = len(cells[0]) >= DENSE * len(rows) * len(owner)
    row, column = (_on_table if dense else _on_graph)(len(rows), len(owner), *cells)
    return rows[row], owner[column]


def _numbered(people: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(the different ones in order, the number of each among them)."""
    there = np.bincount(people) > 0
    return np.flatnonzero(there), (np.cumsum(there) - 1)[people]


def _counting(times: np.ndarray) -> np.ndarray:
    """0, 1, … for each, one after the other: [2, 3] gives 0 1 0 1 2."""
    starts = np.cumsum(times) - times
    return np.arange(int(times.sum())) - np.repeat(starts, times)


def _on_table(rows: int, columns: int, row, column, gains) -> tuple[np.ndarray, np.ndarray]:
    """A cell without a pair gains nothing, and whoever gets one gets nobody."""
    table = np.zeros((rows, columns))
    table[row, column] = gains
    found = linear_sum_assignment(table, maximize=True)
    made = table[found] > 0
    return found[0][made], found[1][made]


def _on_graph(rows: int, columns: int, row, column, gains) -> tuple[np.ndarray, np.ndarray]:
    """Each young person has a "nobody" of their own, which costs more than any pair: the graph always has a match."""
    nobody = int(gains.max()) + 1
    everyone = np.arange(rows)
    cost = np.concatenate([nobody - gains, np.full(rows, nobody)]).astype(float)
    ends = np.concatenate([row, everyone]), np.concatenate([column, columns + everyone])
    found = min_weight_full_bipartite_matching(csr_array((cost, ends), shape=(rows, columns + rows)))
    made = found[1] < columns
    return found[0][made], found[1][made]
