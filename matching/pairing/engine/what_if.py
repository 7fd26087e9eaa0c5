"""What would change if: other weights, one rule less, two more mentors. Nothing is saved (S12). Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matching.pairing.criteria import CRITERIA, SPEAKS_FOR, MentorSide, score_of, weighed
from matching.pairing.engine.people import Problem
from matching.pairing.engine.plan import GRAIN, Plan, plan

#: Lines of the gate that a scheme may think about relaxing: its own rules, not what keeps people safe.
RULES_TO_RELAX = {
    "distance": "how far apart two may live",
    "kind": "the kind of mentor that was chosen",
    "ages": "the scheme’s ages and the gap between them",
    "set-aside": "pairs that were set aside",
    "said-no": "pairs in which one of them said no before",
    "capacity": "how many young people a mentor takes on",
}


@dataclass(frozen=True)
class Outcome:
    """One plan in figures. `mentors`: for each young person the place of their mentor, -1 for nobody; `mean`: score of
    its pairs, 0 to 1; `wishes`: criterion → (how many have it met, how many in the plan asked for it)."""

    matched: int
    mean: float
    mentors: tuple[int, ...]
    wishes: dict[str, tuple[int, int]]


@dataclass(frozen=True)
class WhatIf:
    """Before and after. People are places in `problem.mentees` (and `problem.mentors`; extra ones come after them)."""

    before: Outcome
    after: Outcome

    @property
    def more_matched(self) -> int:
        """Below nought where fewer would be."""
        return self.after.matched - self.before.matched

    @property
    def gained(self) -> tuple[int, ...]:
        """Young people who would have somebody and have nobody now."""
        return self._where(lambda before, after: before < 0 <= after)

    @property
    def lost(self) -> tuple[int, ...]:
        return self._where(lambda before, after: after < 0 <= before)

    @property
    def changed(self) -> tuple[int, ...]:
        """Young people who would have somebody else."""
        return self._where(lambda before, after: 0 <= before != after >= 0)

    def _where(self, holds) -> tuple[int, ...]:
        both = enumerate(zip(self.before.mentors, self.after.mentors, strict=True))
        return tuple(place for place, (before, after) in both if holds(before, after))

    @property
    def wishes(self) -> list[tuple[str, tuple[int, int], tuple[int, int]]]:
        """(criterion, met and asked before, met and asked after) of every wish that somebody in either plan has."""
        none = (0, 0)
        return [
            (key, self.before.wishes.get(key, none), self.after.wishes.get(key, none))
            for key in CRITERIA
            if key in self.before.wishes or key in self.after.wishes
        ]


def what_if(
    problem: Problem,
    *,
    weights: Mapping[str, float] | None = None,
    without_rule: str | None = None,
    extra_mentors: Sequence[MentorSide] = (),
) -> WhatIf:
    """The plan as it is beside the plan as it would be.

    `weights`: criterion → 0 to 5, in place of the scheme's own. `without_rule`: a key of RULES_TO_RELAX; KeyError for
    another. Without "capacity" everybody takes one more. `extra_mentors`: cleared, with one place each.
    """
    without = (without_rule,) if without_rule and RULES_TO_RELAX[without_rule] else ()
    changed = problem.with_mentors(extra_mentors) if extra_mentors else problem
    if without_rule == "capacity":
        changed = changed.with_one_more_place()
    return WhatIf(
        before=outcome(problem, plan(problem)),
        after=outcome(changed, plan(changed, weights=weights, without=without)),
    )


def outcome(problem: Problem, found: Plan) -> Outcome:
    """A plan in figures."""
    pairs = [(int(mentor), mentee) for mentee, mentor in enumerate(found.chosen) if mentor >= 0]
    return Outcome(
        matched=found.matched,
        mean=found.total / GRAIN / len(pairs) if pairs else 0.0,
        mentors=tuple(int(mentor) for mentor in found.chosen),
        wishes=_wishes(problem, pairs),
    )


def _wishes(problem: Problem, pairs: Sequence[tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """Every wish is looked at, whatever it weighs."""
    met, asked = dict.fromkeys(CRITERIA, 0), dict.fromkeys(CRITERIA, 0)
    every = dict.fromkeys(weighed(), 1)
    for mentor, mentee in pairs:
        for part in score_of(problem.mentors.sides[mentor], problem.mentees.sides[mentee], every).parts:
            if CRITERIA[part.key].if_asked:
                asked[part.key] += 1
                met[part.key] += part.fits is not None and part.fits >= SPEAKS_FOR
    return {key: (met[key], number) for key, number in asked.items() if number}
