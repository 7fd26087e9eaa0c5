"""Another solver, told from the engine's: most mentees matched first, then the highest total, in plain Python.

The Hungarian method with prices (Kuhn 1955; Jonker & Volgenant 1987) on whole numbers. Each mentee may also go to
"nobody", which costs more than any difference in scores could win back: so one more pair always beats a better one,
and an earlier choice never leaves somebody stuck, as going down a list from the top does. Time grows with
mentees² × (places + mentees).
"""

from dataclasses import dataclass

#: Scores are summed as whole numbers, so that rounding never decides between two pairs.
GRAIN = 10**9


@dataclass(frozen=True)
class Solution:
    """`pairs`: (mentor, mentee, score) in the order of the mentees; `total`: sum of their scores."""

    pairs: list[tuple[str, str, float]]
    total: float


def best_pairs(capacity: dict[str, int], mentees: list[str], scores: dict[tuple[str, str], float]) -> Solution:
    """`capacity`: places per mentor; `scores[mentor, mentee]` of each pair that can be made. Raises ValueError for a
    score of somebody unknown."""
    strangers = [pair for pair in scores if pair[0] not in capacity or pair[1] not in set(mentees)]
    if strangers:
        raise ValueError(f"A score names somebody who is not there: {', '.join(strangers[0])}.")
    places = [mentor for mentor, room in capacity.items() for _ in range(min(room, len(mentees)))]
    chosen = cheapest_places(_costs(places, mentees, scores))
    pairs = [
        (places[place], mentee, scores[places[place], mentee])
        for mentee, place in zip(mentees, chosen, strict=True)
        if place < len(places)
    ]
    return Solution(pairs, round(sum(score for *_, score in pairs), 9))


def _costs(places, mentees, scores) -> list[list[int]]:
    """A row per mentee: what each place costs them, then a "nobody" for each mentee."""
    whole = {pair: round(score * GRAIN) for pair, score in scores.items()}
    top = max(whole.values(), default=0)
    spread = top - min(whole.values(), default=0)
    nobody = (len(mentees) + 1) * (spread + 1)
    never = 2 * nobody
    return [
        [top - whole[place, mentee] if (place, mentee) in whole else never for place in places]
        + [nobody] * len(mentees)
        for mentee in mentees
    ]


def cheapest_places(costs: list[list[int]]) -> list[int]:
    """A column of its own for each row, so that the sum is the smallest there is. Not more rows than columns."""
    width = len(costs[0]) if costs else 0
    row_price, column_price = [0] * (len(costs) + 1), [0] * (width + 1)
    row_of = [0] * (width + 1)  # the row (from 1) that holds a column; column 0 stands for the row being placed
    for row in range(1, len(costs) + 1):
        row_of[0] = row
        _place_row(costs, row_price, column_price, row_of)
    chosen = [0] * len(costs)
    for column in range(1, width + 1):
        if row_of[column]:
            chosen[row_of[column] - 1] = column - 1
    return chosen


def _place_row(costs, row_price, column_price, row_of) -> None:
    """Grow the tree of tight columns until a free one is reached, then hand columns on along the path."""
    width = len(row_of) - 1
    nearest, came_from = [None] * (width + 1), [0] * (width + 1)
    done, column = [False] * (width + 1), 0
    while row_of[column]:
        done[column] = True
        row, step, following = row_of[column], None, 0
        for other in range(1, width + 1):
            if done[other]:
                continue
            slack = costs[row - 1][other - 1] - row_price[row] - column_price[other]
            if nearest[other] is None or slack < nearest[other]:
                nearest[other], came_from[other] = slack, column
            if step is None or nearest[other] < step:
                step, following = nearest[other], other
        for other in range(width + 1):
            if done[other]:
                row_price[row_of[other]] += step
                column_price[other] -= step
            elif other:
                nearest[other] -= step
        column = following
    while column:
        row_of[column] = row_of[came_from[column]]
        column = came_from[column]
