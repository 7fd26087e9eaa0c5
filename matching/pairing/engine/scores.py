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
from matching.pairing.criteria.wishes import AGE_WISHES, age, gender_asked, gender_word
from matching.pairing.engine.people import Problem
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
    asked = np.array([side.background_wish != ELSEWHERE for side in problem.mentees.sides], dtype=bool)
    known, fits = ~np.isnan(places.fits), np.nan_to_num(places.fits)

    def column(rows, cols):
        here, there = places.mentor[rows], places.mentee[cols]
        return fits[here, there], known[here, there] & asked[cols]

    return column


def _gender(problem: Problem) -> Column | None:
    numbers: dict[str, int] = {"": 0}
    wish = _codes([gender_asked(side.gender_wish) for side in problem.mentees.sides], numbers)
    own = _codes([gender_word(side.gender) for side in problem.mentors.sides], numbers)
    if not wish.any():
        return None
    return lambda rows, cols: (own[rows] == wish[cols], (own[rows] > 0) & (wish[cols] > 0))


def _codes(words: list[str], numbers: dict[str, int]) -> np.ndarray:
    return np.array([numbers.setdefault(word, len(numbers)) for word in words], dtype=np.int64)


def _age(problem: Problem) -> Column | None:
    """A small table by wish and age, filled by the criterion itself."""
    wishes = {wish: place for place, wish in enumerate(AGE_WISHES, start=1)}
    wish = np.array([wishes.get(side.mentor_age_wish, 0) for side in problem.mentees.sides], dtype=np.int64)
    years = [side.age for side in problem.mentors.sides]
    if not wish.any():
        return None
    oldest = max((one for one in years if one is not None), default=0)
    fits = np.zeros((len(wishes) + 1, oldest + 1))
    for name, place in wishes.items():
        asks = MenteeSide("", mentor_age_wish=name)
        fits[place] = [age(MentorSide("", age=one), asks).fits for one in range(oldest + 1)]
    known = np.array([one is not None for one in years], dtype=bool)
    age_of = np.array([max(one or 0, 0) for one in years], dtype=np.int64)
    return lambda rows, cols: (fits[wish[cols], age_of[rows]], known[rows] & (wish[cols] > 0))


def _kind(problem: Problem) -> Column | None:
    asked = np.array([side.kind_wish in ("peer", "traditional") for side in problem.mentees.sides], dtype=bool)
    wants_peer = np.array([side.kind_wish == "peer" for side in problem.mentees.sides], dtype=bool)
    peer = problem.mentors.peer
    return (lambda rows, cols: (peer[rows] == wants_peer[cols], asked[cols])) if asked.any() else None


def _months(problem: Problem) -> Column | None:
    wish = np.array([side.months or 0 for side in problem.mentees.sides], dtype=float)
    give = np.array([-1 if side.months is None else side.months for side in problem.mentors.sides], dtype=float)
    if not wish.any():
        return None
    share = 1 / np.where(wish, wish, 1)
    return lambda rows, cols: (np.minimum(1, give[rows] * share[cols]), (give[rows] >= 0) & (wish[cols] > 0))


def _background(problem: Problem) -> Column | None:
    like = np.array([side.background_wish == LIKE_ME for side in problem.mentees.sides], dtype=bool)
    elsewhere = np.array([side.background_wish == ELSEWHERE for side in problem.mentees.sides], dtype=bool)
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
