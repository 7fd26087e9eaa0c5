"""Why is nobody proposed for a young person? The smallest changes that would give them somebody (S12). Pure."""

from dataclasses import dataclass

import numpy as np

from matching.pairing.engine.exclusions import lines_against
from matching.pairing.engine.people import Problem
from matching.pairing.engine.plan import GRAIN, Plan
from matching.pairing.engine.scores import scores_of

#: What cannot be changed by anybody's work: these pairs are never suggested.
NEVER = frozenset({"conflicts"})
#: So many suggestions are given.
SHOWN = 5

#: Line → whom the change is about ("mentor", "mentee", "pair" or "scheme") and what it is, in words.
CHANGES = {
    "approved": ("mentor", "{mentor} approved as a mentor"),
    "checks": ("mentor", "the checks of {mentor} decided"),
    "training": ("mentor", "the training of {mentor} finished"),
    "suitability": ("mentor", "a suitability review that says {mentor} is ready"),
    "capacity": ("mentor", "one more place with {mentor}"),
    "hold": ("mentor", "the safeguarding lead asked about {mentor}"),
    "wish": ("mentee", "{mentee} asked whether they still want a mentor"),
    "consent": ("mentee", "the consent for {mentee} written down"),
    "last-ending": ("mentee", "the last ending of {mentee} reviewed, and {mentee} asked again"),
    "ages": ("pair", "an exception from the age rules for {mentor} and {mentee}, agreed by a second person"),
    "kind": ("mentee", "{mentee} asked again what kind of mentor they would like"),
    "distance": ("scheme", "the rule on distance dropped or made wider"),
    "set-aside": ("pair", "{mentor} no longer set aside for {mentee}"),
    "proposed": ("pair", "an answer about {mentor}, who is proposed already"),
    "said-no": ("pair", "{mentee} and {mentor} asked again: one of them said no before"),
    "scheme": ("scheme", "a co-ordinator and a safeguarding lead named"),
}


@dataclass(frozen=True)
class Change:
    """One thing to do: the line of the gate it answers, whom it is about, in words. `mentor` is a place in
    `problem.mentors`, None where the change is not about one mentor."""

    key: str
    about: str
    words: str
    mentor: int | None


@dataclass(frozen=True)
class Remedy:
    """A set of changes after which this mentor could be proposed; `score` from 0 to 1, how well the two may suit."""

    changes: tuple[Change, ...]
    mentor: int
    score: float


def why_nobody(problem: Problem, mentee: int, found: Plan | None = None) -> list[Remedy]:
    """The smallest sets of changes first, then the best pairs; SHOWN at most, each set once. `mentee`: a place in
    `problem.mentees`. Where somebody may be proposed but every place of theirs goes to others in the plan, that is
    one more place. `found` is the plan, where it is at hand; without it, mentors who may be proposed are left out only
    if they have no place at all. Empty where no change would help: then new mentors are needed."""
    mentors = np.arange(len(problem.mentors))
    lines = lines_against(problem, mentors, mentee)
    given = _given_away(problem, found, mentee)
    needs = {key: line for key, line in lines.items() if key not in NEVER}
    if given.any():
        needs["capacity"] = needs.get("capacity", np.zeros(len(mentors), dtype=bool)) | given
    number = sum((line.astype(int) for line in needs.values()), np.zeros(len(mentors), dtype=int))
    never = sum((lines[key].astype(int) for key in NEVER if key in lines), np.zeros(len(mentors), dtype=int))
    scores = scores_of(problem, mentors, np.full(len(mentors), mentee), problem.rules.weights)
    order = np.lexsort((mentors, -np.rint(scores * GRAIN), number))
    remedies = (_remedy(problem, mentee, int(one), needs, scores) for one in order if number[one] and not never[one])
    return _different(remedies)


def _given_away(problem: Problem, found: Plan | None, mentee: int) -> np.ndarray:
    """Mentors whose every free place goes to somebody else in the plan."""
    if found is None or found.chosen[mentee] >= 0:
        return np.zeros(len(problem.mentors), dtype=bool)
    used = np.bincount(found.chosen[found.chosen >= 0], minlength=len(problem.mentors))
    return (problem.mentors.places > 0) & (used >= problem.mentors.places)


def _remedy(problem: Problem, mentee: int, mentor: int, needs: dict[str, np.ndarray], scores: np.ndarray) -> Remedy:
    changes = tuple(_change(problem, key, mentor, mentee) for key in CHANGES if key in needs and needs[key][mentor])
    return Remedy(changes, mentor, float(scores[mentor]))


def _change(problem: Problem, key: str, mentor: int, mentee: int) -> Change:
    about, words = CHANGES[key]
    names = {"mentor": problem.mentors.sides[mentor].name, "mentee": problem.mentees.sides[mentee].name}
    return Change(key, about, words.format(**names), mentor if about in ("mentor", "pair") else None)


def _different(remedies) -> list[Remedy]:
    """Each set of changes once: two mentors whom the same change lets in are one suggestion, with the better pair."""
    found: dict[tuple, Remedy] = {}
    for remedy in remedies:
        found.setdefault(tuple((change.key, change.mentor) for change in remedy.changes), remedy)
        if len(found) == SHOWN:
            break
    return list(found.values())
