"""The best plan for everybody who waits: who may, how well they may suit, who with whom. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matching.pairing.engine.assign import Edges, assign
from matching.pairing.engine.exclusions import survivors
from matching.pairing.engine.people import Problem
from matching.pairing.engine.scores import scores_of

#: Scores are planned with as they are shown, in ten-thousandths: what is equal on the page is equal here.
GRAIN = 10_000


@dataclass(frozen=True)
class Plan:
    """`edges`: every pair that may be proposed, with its score in ten-thousandths; `chosen`: the place of each young
    person's mentor, -1 for nobody."""

    edges: Edges
    chosen: np.ndarray
    mentees: int

    @property
    def matched(self) -> int:
        return int((self.chosen >= 0).sum())

    @cached_property
    def by_mentee(self) -> list[np.ndarray]:
        """For each young person, where their pairs stand in `edges`: the best first, then as the mentors are listed."""
        order = np.lexsort((self.edges.mentors, -self.edges.scores, self.edges.mentees))
        return np.split(order, np.searchsorted(self.edges.mentees[order], np.arange(1, self.mentees)))

    @cached_property
    def total(self) -> int:
        """Sum of the scores of the plan, in ten-thousandths."""
        made = self.chosen[self.edges.mentees] == self.edges.mentors
        return int(self.edges.scores[made].sum())


def plan(
    problem: Problem,
    *,
    weights: Mapping[str, float] | None = None,
    without: Collection[str] = (),
    fixed: Sequence[tuple[int, int]] = (),
) -> Plan:
    """By the scheme's own rules; `weights` in place of its own, `without` some lines of the gate (only to see what
    would change). `fixed`: (mentor, young person) that stay. Who said yes already is not planned for again."""
    rows, cols = survivors(problem, without)
    weights = problem.rules.weights if weights is None else weights
    scores = np.rint(scores_of(problem, rows, cols, weights) * GRAIN).astype(np.int64)
    edges = Edges(rows, cols, scores)
    chosen = assign(
        problem.mentors.places,
        len(problem.mentees),
        edges.where(~problem.mentees.settled[cols]),
        aim=problem.rules.aim,
        turn=problem.mentees.turn,
        fixed=fixed,
    )
    return Plan(edges, chosen, len(problem.mentees))
