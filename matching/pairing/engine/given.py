"""The engine on a file (interfaces.md, match_solve): mentors, mentees and scores somebody else worked out. Pure.

Read strictly: whoever writes a file for the engine wants to be told of a slip, not to get a plan that rests on it. An
id is words or a whole number, and 1 is not "1". One pair may be scored twice only with one score.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from matching.pairing.engine.assign import EXACT, Edges, assign
from matching.pairing.engine.exactly import MOST_WORK, assign_exactly, counted

#: Decimals that are tried before scores are rounded to what can be counted exactly.
DECIMALS = 15

#: No score is larger; neither "Infinity" nor "NaN", which some writers of JSON know, is a score.
LARGEST = 1e100

Id = str | int


@dataclass(frozen=True)
class Given:
    """`edges` hold places in `mentors` and `mentees`; `scores` are as they were written, in the order of the edges."""

    mentors: Sequence[Id]
    capacity: np.ndarray
    mentees: Sequence[Id]
    edges: tuple[np.ndarray, np.ndarray]
    scores: Sequence[int | float]


def given_from(document) -> Given:
    """Checks a document of the shape interfaces.md says. Raises ValueError with one sentence where it is another."""
    if not isinstance(document, dict):
        raise ValueError("The file must hold an object with mentors, mentees, scores and forbidden.")
    mentors = _rows(document, "mentors", ("id", "capacity"))
    mentees = _rows(document, "mentees", ("id",))
    mentor_at, mentee_at = _places("mentor", mentors), _places("mentee", mentees)
    capacity = np.array([_capacity(row) for row in mentors], dtype=np.int64)
    forbidden = _forbidden([] if (pairs := document.get("forbidden")) is None else pairs, mentor_at, mentee_at)
    found: dict[tuple[int, int], int | float] = {}
    for row in _rows(document, "scores", ("mentor", "mentee", "score")):
        pair = _place(mentor_at, row["mentor"], "mentor"), _place(mentee_at, row["mentee"], "mentee")
        score = _score(row["score"])
        if found.setdefault(pair, score) != score:
            raise ValueError(f"The pair {told(row['mentor'])} and {told(row['mentee'])} has two different scores.")
    kept = [pair for pair in found if pair not in forbidden]
    ends = np.array(kept, dtype=np.int64).reshape(-1, 2)
    ids = [row["id"] for row in mentors], [row["id"] for row in mentees]
    return Given(ids[0], capacity, ids[1], (ends[:, 0], ends[:, 1]), [found[pair] for pair in kept])


def solved(given: Given) -> dict:
    """{"pairs": …, "total": …}: most mentees matched first, then the highest total. Pairs stand in the order of the
    mentees; which plan is found among equals does not depend on any order in the file."""
    mentor_turn, mentee_turn = _order(given.mentors), _order(given.mentees)
    rows, cols = mentor_turn[given.edges[0]], mentee_turn[given.edges[1]]
    order = np.lexsort((rows, cols))
    capacity = np.zeros(len(given.mentors), dtype=np.int64)
    capacity[mentor_turn] = given.capacity
    wholes, are_exact = whole(given.scores, len(given.mentees))
    if are_exact or len(order) * len(given.mentees) > MOST_WORK:
        chosen = assign(capacity, len(given.mentees), Edges(rows[order], cols[order], wholes[order]))
    else:
        scores = counted(given.scores)
        edges = [(int(rows[place]), int(cols[place]), scores[place]) for place in order]
        chosen = np.array(assign_exactly(capacity.tolist(), len(given.mentees), edges))
    mentor_of = chosen[mentee_turn] if len(mentee_turn) else chosen
    made = np.flatnonzero(mentor_of[given.edges[1]] == mentor_turn[given.edges[0]])
    made = made[np.argsort(given.edges[1][made])]
    pairs = [_pair(given, int(place)) for place in made]
    return {"pairs": pairs, "total": exact_sum([pair["score"] for pair in pairs])}


def _pair(given: Given, place: int) -> dict:
    mentor, mentee = given.edges[0][place], given.edges[1][place]
    return {"mentor": given.mentors[mentor], "mentee": given.mentees[mentee], "score": given.scores[place]}


def whole(scores: Sequence[int | float], pairs: int) -> tuple[np.ndarray, bool]:
    """Scores as whole numbers in the same order, by as many decimals as they have; and whether all of them are in the
    same proportions as they were written. Scores too fine or too far apart are rounded, to some twelve digits."""
    if not len(scores):
        return np.zeros(0, dtype=np.int64), True
    room = EXACT / (pairs + 1) / 2
    numbers, are_exact = _near_nought(scores)
    least, spread = numbers.min(), numbers.max() - numbers.min()
    for decimals in range(DECIMALS + 1):
        scaled = np.rint(numbers * 10.0**decimals)
        if spread * 10.0**decimals > room or np.abs(scaled).max() > EXACT:
            break
        if (scaled / 10.0**decimals == numbers).all():
            return scaled.astype(np.int64), are_exact
    shares = (numbers - least) / spread if spread else np.zeros(len(numbers))
    return np.rint(shares * room).astype(np.int64), are_exact and not spread


def _near_nought(scores: Sequence[int | float]) -> tuple[np.ndarray, bool]:
    """The scores as floating point numbers, large whole ones less the least of them; and whether nothing was lost."""
    numbers = np.array(scores, dtype=float)
    if np.abs(numbers).max() <= EXACT:
        return numbers, True
    if not all(isinstance(score, int) for score in scores):
        return numbers, False
    least = min(scores)
    return np.array([score - least for score in scores], dtype=float), max(scores) - least <= EXACT


def exact_sum(scores: Sequence[int | float]) -> int | float:
    """The sum of the numbers as they are written: 0.1 and 0.2 are 0.3."""
    total = sum((Fraction(str(score)) for score in scores), Fraction(0))
    return int(total) if all(isinstance(score, int) for score in scores) else float(total)


def _order(ids: Sequence[Id]) -> np.ndarray:
    """Each id's place among all of them, sorted: numbers first, then words."""
    places = np.empty(len(ids), dtype=np.int64)
    by_id = sorted(range(len(ids)), key=lambda place: (isinstance(ids[place], str), ids[place]))
    places[by_id] = np.arange(len(ids))
    return places


def _rows(document: dict, key: str, fields: Sequence[str]) -> list[dict]:
    rows = document.get(key)
    if not isinstance(rows, list):
        raise ValueError(f"“{key}” must be a list.")
    for row in rows:
        if not isinstance(row, dict):
            raise ValueError(f"Every one of “{key}” must be an object with {', '.join(fields)}.")
        for field in fields:
            if field not in row:
                raise ValueError(f"One of “{key}” has no “{field}”.")
    return rows


def _places(what: str, rows: Sequence[dict]) -> dict[tuple, int]:
    found: dict[tuple, int] = {}
    for place, row in enumerate(rows):
        if found.setdefault(_id(row["id"]), place) != place:
            raise ValueError(f"The {what} {told(row['id'])} is there twice.")
    return found


def _id(value) -> tuple:
    if type(value) not in (str, int):
        raise ValueError("An id must be words or a whole number.")
    return type(value), value


def told(value: Id) -> str:
    """An id inside a sentence: on one line, and not longer than a line."""
    return " ".join(str(value).split())[:60]


def _place(places: dict[tuple, int], value, what: str) -> int:
    place = places.get(_id(value))
    if place is None:
        raise ValueError(f"A score names the {what} {told(value)}, who is not there.")
    return place


def _capacity(row: dict) -> int:
    places = row["capacity"]
    if type(places) is float and places.is_integer():
        places = int(places)
    if type(places) is not int or places < 0:
        raise ValueError(f"The capacity of the mentor {told(row['id'])} must be a whole number, nought or more.")
    return min(places, 2**31)


def _score(value) -> int | float:
    if type(value) not in (int, float) or not -LARGEST <= value <= LARGEST:
        raise ValueError("A score must be a number, and not an endless one.")
    return value


def _forbidden(pairs, mentor_at: dict, mentee_at: dict) -> set[tuple[int, int]]:
    if not isinstance(pairs, list) or any(not isinstance(pair, list) or len(pair) != 2 for pair in pairs):
        raise ValueError("“forbidden” must be a list of pairs, each a list of a mentor and a mentee.")
    found = set()
    for mentor, mentee in pairs:
        ends = mentor_at.get(_id(mentor)), mentee_at.get(_id(mentee))
        if None in ends:
            raise ValueError(f"A forbidden pair names {told(mentor)} and {told(mentee)}, and one of them is not there.")
        found.add(ends)
    return found
