"""Who may not be paired: the gate's lines for every pair at once, before anything is scored. Pure.

The gate (`matching.pairing.gate`) stays the one truth. Lines about one person were asked of it once for each person;
lines about two are worked out here in columns, and a test holds them to the gate's own answers.
"""

from collections.abc import Callable, Collection, Iterator

import numpy as np

from matching.pairing.engine.packing import KINDS
from matching.pairing.engine.people import Problem

#: Lines of the gate that are about one of the two, whoever the other is, and those about the scheme.
MENTOR_LINES = ("approved", "checks", "training", "suitability", "capacity", "hold")
MENTEE_LINES = ("wish", "consent", "last-ending")
SCHEME_LINES = ("scheme",)
#: Lines that stop pairs by name. "said-no" is no line of the gate: by hand such a pair may be proposed again.
NAMED_LINES = ("conflicts", "set-aside", "proposed", "said-no")
#: So many pairs are looked at together: few enough to stay in the processor's cache.
BLOCK = 1 << 16

Grid = np.ndarray


def survivors(problem: Problem, without: Collection[str] = ()) -> tuple[np.ndarray, np.ndarray]:
    """Places of mentors and of young people that may be paired, mentor by mentor. `without`: lines left out."""
    mentors = np.flatnonzero(~_any(problem.mentors.blocked, len(problem.mentors), without))
    mentees = np.flatnonzero(~_any(problem.mentees.blocked, len(problem.mentees), without))
    found = [
        (block[rows], mentees[cols])
        for block in _blocks(mentors, len(mentees))
        for rows, cols in [np.nonzero(~against(problem, block, mentees, without))]
    ]
    if not found:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    return np.concatenate([rows for rows, _ in found]), np.concatenate([cols for _, cols in found])


def against(problem: Problem, mentors: np.ndarray, mentees: np.ndarray, without: Collection[str] = ()) -> Grid:
    """mentors × young people: does any line about the two stop them?"""
    stopped = np.zeros((len(mentors), len(mentees)), dtype=bool)
    for key, line in PAIR_LINES.items():
        if key not in without:
            stopped |= line(problem, mentors, mentees)
    for key in problem.against:
        if key not in without:
            stopped |= named(problem.against[key], problem, mentors, mentees)
    return stopped


def lines_against(problem: Problem, mentors: np.ndarray, mentee: int) -> dict[str, np.ndarray]:
    """Line → which of these mentors it stops for one young person; lines that stop nobody are left out."""
    one = np.array([mentee])
    found = {key: line[mentors] for key, line in problem.mentors.blocked.items()}
    found |= {key: np.full(len(mentors), line[mentee]) for key, line in problem.mentees.blocked.items()}
    found |= {key: line(problem, mentors, one)[:, 0] for key, line in PAIR_LINES.items()}
    found |= {key: named(pairs, problem, mentors, one)[:, 0] for key, pairs in problem.against.items()}
    return {key: line for key, line in found.items() if line.any()}


def _any(lines: dict[str, np.ndarray], people: int, without: Collection[str]) -> np.ndarray:
    stopped = np.zeros(people, dtype=bool)
    for key, line in lines.items():
        if key not in without:
            stopped |= line
    return stopped


def _blocks(mentors: np.ndarray, mentees: int) -> Iterator[np.ndarray]:
    size = max(1, BLOCK // max(1, mentees))
    for start in range(0, len(mentors) if mentees else 0, size):
        yield mentors[start : start + size]


def ages(problem: Problem, mentors: np.ndarray, mentees: np.ndarray) -> Grid:
    """P3. Days are numbers like 20050131, so that whole years between them are a subtraction."""
    rules, today = problem.rules, problem.today
    older, younger = problem.mentors.known.column("born")[mentors], problem.mentees.known.column("born")[mentees]
    mentor_wrong = today - older < 10_000 * rules.mentor_age_from
    lived = today - younger
    mentee_wrong = (lived < 10_000 * rules.mentee_age_from) | (lived >= 10_000 * (rules.mentee_age_to + 1))
    wrong = younger[None, :] < (older + 10_000 * rules.age_gap_least)[:, None]
    wrong |= mentor_wrong[:, None]
    wrong |= mentee_wrong[None, :]
    if len(problem.excepted):
        wrong &= ~named(problem.excepted, problem, mentors, mentees)
    wrong |= (older == 0)[:, None]
    wrong |= (younger == 0)[None, :]
    return wrong


def kind(problem: Problem, mentors: np.ndarray, mentees: np.ndarray) -> Grid:
    """P4: what the young person chose; nothing chosen stops everybody."""
    chosen = problem.mentees.known.column("kind")[mentees][None, :]
    for_peers, for_others = (chosen & KINDS["peer"]) == 0, (chosen & KINDS["traditional"]) == 0
    return np.where(problem.mentors.peer[mentors][:, None], for_peers, for_others)


def distance(problem: Problem, mentors: np.ndarray, mentees: np.ndarray) -> Grid:
    """The scheme's own rule; where a place is not known, nobody is stopped."""
    if problem.rules.farthest_km is None:
        return np.zeros((len(mentors), len(mentees)), dtype=bool)
    places = problem.places
    return (places.km > problem.rules.farthest_km)[places.mentor[mentors][:, None], places.mentee[mentees][None, :]]


def named(pairs: np.ndarray, problem: Problem, mentors: np.ndarray, mentees: np.ndarray) -> Grid:
    """Pairs of places as a grid of these mentors and young people."""
    grid = np.zeros((len(mentors), len(mentees)), dtype=bool)
    if len(pairs):
        row, column = np.full(len(problem.mentors), -1), np.full(len(problem.mentees), -1)
        row[mentors], column[mentees] = np.arange(len(mentors)), np.arange(len(mentees))
        rows, cols = row[pairs[:, 0]], column[pairs[:, 1]]
        here = (rows >= 0) & (cols >= 0)
        grid[rows[here], cols[here]] = True
    return grid


#: Lines about the two that columns answer.
PAIR_LINES: dict[str, Callable[[Problem, np.ndarray, np.ndarray], Grid]] = {
    "ages": ages,
    "kind": kind,
    "distance": distance,
}
