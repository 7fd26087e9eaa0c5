"""How well those pairs may suit each other who may be paired at all: the criteria in columns. Pure.

`matching.pairing.criteria` says what each criterion means; a test holds these to it. A question that one side has not
answered adds neither to the sum nor to the weight, so that nobody is pushed down for having written little.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

import numpy as np

from matching.pairing.criteria import weighed
from matching.pairing.criteria.places import ELSEWHERE, LIKE_ME
from matching.pairing.criteria.sides import MenteeSide, MentorSide
from matching.pairing.criteria.tastes import ENOUGH_KNOWN, ENOUGH_SHARED
from matching.pairing.criteria.times import ENOUGH_TIMES
from matching.pairing.criteria.wishes import age
from matching.pairing.engine.packing import AGES, BACKGROUNDS, KINDS
from matching.pairing.engine.people import UNKNOWN, Problem
from matching.pairing.engine.tags import shared_counts

#: So many pairs are scored together: few enough to stay in the processor's cache.
BLOCK = 1 << 15

#: Places of mentors and of young people → how far each pair fits, and whether the question is answered.
Column = Callable[[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]


def scores_of(problem: Problem, rows: np.ndarray, cols: np.ndarray, weights: Mapping[str, float] | None = None):
    """One number from 0 to 1 for each pair (mentor's place, young person's place), as an array."""
    asked = [(weight, column) for key, weight in weighed(weights).items() if weight for column in columns(problem, key)]
    found = np.zeros(len(rows))
    for start in range(0, len(rows), BLOCK):
        part = slice(start, start + BLOCK)
        found[part] = _mean(asked, rows[part], cols[part])
    return found


def _mean(asked: list[tuple[float, Column]], rows: np.ndarray, cols: np.ndarray) -> np.ndarray:
    total, weight = np.zeros(len(rows)), np.zeros(len(rows))
    for counts, column in asked:
        fits, known = column(rows, cols)
        weighs = counts * known
        total += weighs * fits
        weight += weighs
    return np.divide(total, weight, out=total, where=weight > 0)


def columns(problem: Problem, key: str) -> Iterator[Column]:
    """The criterion of this key; nothing where no young person asked for it."""
    if key in ENOUGH:
        yield from _tagged(problem, key)
    elif column := OTHERS[key](problem):
        yield column


#: Criterion → how much of what was wanted each shared word is worth, by how many words were wanted.
ENOUGH: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "interests": lambda wanted: np.minimum(ENOUGH_SHARED, wanted),
    "help": lambda wanted: np.minimum(ENOUGH_SHARED, wanted),
    "times": lambda wanted: np.full(len(wanted), ENOUGH_TIMES),
    "languages": lambda wanted: wanted,
    "knows": lambda wanted: np.minimum(ENOUGH_KNOWN, wanted),
}


def _tagged(problem: Problem, key: str) -> Iterator[Column]:
    ours, theirs = problem.tags[key]
    if not theirs.given.any():
        return
    enough = np.maximum(1, ENOUGH[key](theirs.counts)).astype(float)
    offered, wanted = ours.given, theirs.given

    def column(rows, cols):
        same = shared_counts(ours, rows, theirs, cols)
        return np.minimum(1.0, same / enough[cols]), offered[rows] & wanted[cols]

    yield column


def _place(problem: Problem) -> Column:
    places = problem.places
    asked = problem.mentees.known.column("background") != BACKGROUNDS[ELSEWHERE]
    known, fits = ~np.isnan(places.fits), np.nan_to_num(places.fits)

    def column(rows, cols):
        here, there = places.mentor[rows], places.mentee[cols]
        return fits[here, there], known[here, there] & asked[cols]

    return column


def _gender(problem: Problem) -> Column | None:
    own, wish = problem.mentors.known.column("gender"), problem.mentees.known.column("gender")
    if not wish.any():
        return None
    numbers, codes = np.unique(np.concatenate([[0], own, wish]), return_inverse=True)
    none, own, wish = codes[0], codes[1 : len(own) + 1], codes[len(own) + 1 :]
    return lambda rows, cols: (own[rows] == wish[cols], (own[rows] != none) & (wish[cols] != none))


def _age(problem: Problem) -> Column | None:
    """A small table by wish and age, filled by the criterion itself."""
    wish, years = problem.mentees.known.column("age_wish"), problem.mentors.ages
    if not wish.any():
        return None
    oldest = int(years.max(initial=0))
    fits = np.zeros((len(AGES) + 1, oldest + 1))
    for name, place in AGES.items():
        asks = MenteeSide("", mentor_age_wish=name)
        fits[place] = [age(MentorSide("", age=one), asks).fits for one in range(oldest + 1)]
    known, age_of = years != UNKNOWN, years.clip(0)
    return lambda rows, cols: (fits[wish[cols], age_of[rows]], known[rows] & (wish[cols] > 0))


def _kind(problem: Problem) -> Column | None:
    chosen, peer = problem.mentees.known.column("kind"), problem.mentors.peer
    asked, wants_peer = (chosen == KINDS["peer"]) | (chosen == KINDS["traditional"]), chosen == KINDS["peer"]
    return (lambda rows, cols: (peer[rows] == wants_peer[cols], asked[cols])) if asked.any() else None


def _months(problem: Problem) -> Column | None:
    """Nought asks for nothing, as no answer does; a mentor who says nought can give none."""
    wish, give = (side.known.column("months").astype(float) for side in (problem.mentees, problem.mentors))
    asked = wish > 0
    if not asked.any():
        return None
    share = 1 / np.where(asked, wish, 1)
    return lambda rows, cols: (np.minimum(1, give[rows] * share[cols]), (give[rows] >= 0) & asked[cols])


def _background(problem: Problem) -> Column | None:
    wish = problem.mentees.known.column("background")
    like, elsewhere = wish == BACKGROUNDS[LIKE_ME], wish == BACKGROUNDS[ELSEWHERE]
    if not (like.any() or elsewhere.any()):
        return None
    return partial(_background_of, problem, like, elsewhere)


def _background_of(problem: Problem, like, elsewhere, rows, cols):
    ours, theirs = problem.tags["communities"]
    places = problem.places
    named = ours.given[rows] & theirs.given[cols]
    same = shared_counts(ours, rows, theirs, cols) > 0
    near = places.near[places.mentor[rows], places.mentee[cols]]
    apart = ~same & (near != 1) & (named | (near == 0))
    like, elsewhere = like[cols], elsewhere[cols]
    return np.where(like, same, apart), (like & named) | (elsewhere & (named | (near >= 0)))


OTHERS: dict[str, Callable[[Problem], Column | None]] = {
    "place": _place,
    "gender": _gender,
    "age": _age,
    "kind": _kind,
    "months": _months,
    "background": _background,
}
