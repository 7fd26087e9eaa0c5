"""The same choice in numbers of any size, pair by pair: for scores that SciPy could only round. Pure.

One young person more at a time along the best path of swaps (successive shortest paths: Ford & Fulkerson 1962): after
each step the total is the highest that so many pairs can have, and the last step is the most pairs there are. In plain
Python, so for few pairs only; time grows with young people × pairs, a few times over.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

#: Young people × pairs from which rounding is better than waiting (about two seconds).
MOST_WORK = 1_000_000

Edge = tuple[int, int, int]  # mentor, young person, score


def counted(scores: Sequence[int | float]) -> list[int]:
    """Scores as people write them, all multiplied by one number that makes them whole: 0.1 and 0.25 are 2 and 5."""
    exact = [Fraction(str(score)) for score in scores]
    times = lcm(*(score.denominator for score in exact))
    return [int(score * times) for score in exact]


def assign_exactly(places: Sequence[int], mentees: int, edges: Sequence[Edge]) -> list[int]:
    """The mentor of each young person, -1 for nobody: most of them matched first, then the highest total."""
    chosen, room = [-1] * mentees, list(places)
    score_of = {(mentor, mentee): score for mentor, mentee, score in edges}
    while True:
        gain, came_from = _best_ways(chosen, edges, score_of)
        free = [mentor for mentor in gain if room[mentor] > 0]
        if not free:
            return chosen
        mentor = max(free, key=lambda mentor: (gain[mentor], -mentor))
        room[mentor] -= 1
        while mentor >= 0:
            mentee = came_from[mentor]
            chosen[mentee], mentor = mentor, chosen[mentee]


def _best_ways(chosen, edges, score_of) -> tuple[dict[int, int], dict[int, int]]:
    """({mentor: the most that can be won on a way to a place of theirs}, {mentor: young person it comes from}).

    Somebody without a mentor asks, and whoever holds the place moves on. There is no way round that wins (the choice
    so far is the best of its size), so the search ends.
    """
    theirs: dict[int, list[int]] = {}
    for mentee, mentor in enumerate(chosen):
        theirs.setdefault(mentor, []).append(mentee)
    reached = dict.fromkeys(theirs.get(-1, ()), 0)
    gain: dict[int, int] = {}
    came_from: dict[int, int] = {}
    is_better = True
    while is_better:
        is_better = False
        for mentor, mentee, score in edges:
            if mentee not in reached or chosen[mentee] == mentor:
                continue
            won = reached[mentee] + score
            if mentor not in gain or won > gain[mentor]:
                gain[mentor], came_from[mentor], is_better = won, mentee, True
                for other in theirs.get(mentor, ()):
                    reached[other] = won - score_of[mentor, other]
    return gain, came_from
