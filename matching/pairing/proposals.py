"""Proposals for the young people who wait, for the pages and the command: the gate says who may, the criteria who may
suit, the engine who with whom.

    proposals_for(scheme, today)            everybody who waits, in the fair order, with the plan for the whole scheme
    proposals_for(scheme, today, people)    the same for some of them; `planned` is then a plan for these alone
    scheme_proposals(scheme, today)         the plan as interfaces.md has it, by references
    score_for(scheme, volunteer=…, young_person=…, today=…)   score and reasons of one pair, to keep with the match

Everything about single pairs (records of mentors, sentences, what blocks) is worked out when a page asks for it, so a
board of hundreds costs what it shows. For what-if and why-nobody ask `engine.columns.load(scheme, today)` for the
`problem` and give it to `engine.what_if.what_if` and `engine.why_nobody.why_nobody`.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial

import numpy as np

from matching.pairing.criteria import Score, score_of
from matching.pairing.engine.columns import Loaded, load
from matching.pairing.engine.exclusions import lines_against
from matching.pairing.engine.people import Problem
from matching.pairing.engine.plan import GRAIN, Plan, plan
from matching.pairing.facts import Facts
from matching.pairing.gate import GateLine, blocked_by
from matching.pairing.models import Match, traits_kept
from matching.pairing.queries import mentors_offering, open_matches_of, people_waiting
from matching.pairing.sides import sides
from schemes.people.models import Volunteer, YoungPerson

#: From which score on two may suit well, or at all.
WELL, SOMEWHAT = 0.5, 0.25
#: So many proposals are shown for one young person.
BEST = 3
ELSEWHERE = "Every place goes to another young person in this plan."

#: Why a line stops some mentors, said once for all of them.
WHY_NOBODY = {
    "approved": "not approved yet, or on a break",
    "checks": "a check missing or run out",
    "training": "training not finished",
    "suitability": "no suitability review that says ready",
    "capacity": "no place left",
    "ages": "ages do not fit the scheme’s rules",
    "conflicts": "know each other, or one side asked not to",
    "set-aside": "set aside for now",
    "kind": "not the kind of mentor they chose",
    "distance": "too far apart for the scheme’s rule",
    "proposed": "proposed already",
    "said-no": "one of them said no before",
    "hold": "cannot be introduced for now",
}


#: Words that are sealed in the database and that nobody reads on a page of proposals.
SEALED_MENTOR = ("motivation", "history_gaps", "sheet_notes")
SEALED_MENTEE = ("contact_seen_by", "contact_notes", "why_now", "sheet_notes")


@dataclass
class Proposal:
    """A pair that may be proposed. `value`: how well they may suit, 0 to 1; `score`: the same with its sentences."""

    volunteer: Volunteer
    value: float
    scored: Callable[[], Score] = field(repr=False)

    @cached_property
    def score(self) -> Score:
        return self.scored()

    @property
    def suits(self) -> tuple[str, str]:
        return suits(self.value)


def suits(value: float) -> tuple[str, str]:
    """Tone and words of how well two may suit: a word, because a number would promise more than it knows."""
    if value >= WELL:
        return "good", "May suit well"
    return ("waiting", "May suit") if value >= SOMEWHAT else ("plain", "Little shared")


class Board:
    """The engine on a scheme, once, for all the rows of a page. Mentors' records are read when a row asks for one."""

    def __init__(self, scheme, loaded: Loaded):
        self.scheme, self.loaded, self.problem = scheme, loaded, loaded.problem

    @cached_property
    def plan(self) -> Plan:
        return plan(self.problem)

    @cached_property
    def volunteers(self) -> list[Volunteer]:
        """In the engine's order."""
        found = {one.pk: one for one in mentors_offering(self.scheme).defer(*SEALED_MENTOR)}
        return [found[key] for key in self.problem.mentors.keys]

    def proposal(self, edge: int) -> Proposal:
        mentor, mentee = self.plan.edges.mentors[edge], self.plan.edges.mentees[edge]
        scored = partial(scored_pair, self.problem, mentor, mentee)
        return Proposal(self.volunteers[mentor], float(self.plan.edges.scores[edge]) / GRAIN, scored)

    def blocked(self, mentee: int) -> list[int]:
        """Places of the mentors who may not be proposed to this young person."""
        allowed = {int(self.plan.edges.mentors[edge]) for edge in self.plan.by_mentee[mentee]}
        return [mentor for mentor in range(len(self.problem.mentors)) if mentor not in allowed]


def scored_pair(problem: Problem, mentor: int, mentee: int) -> Score:
    """These two places, with sentences."""
    return score_of(problem.mentors.sides[mentor], problem.mentees.sides[mentee], problem.rules.weights)


@dataclass
class Waiting:
    """A young person who waits, with what the board knows of them at `place`."""

    young_person: YoungPerson
    board: Board = field(repr=False)
    place: int
    open_matches: list[Match] = field(default_factory=list)

    @property
    def said_yes(self) -> bool:
        """They and a mentor said yes to each other: nobody more is proposed to them."""
        return bool(self.board.problem.mentees.settled[self.place])

    @cached_property
    def proposals(self) -> list[Proposal]:
        """Every mentor who may be proposed, the best first."""
        return [self.board.proposal(edge) for edge in self.board.plan.by_mentee[self.place]]

    @cached_property
    def best(self) -> list[Proposal]:
        edges = [] if self.said_yes else self.board.plan.by_mentee[self.place][:BEST]
        return [self.board.proposal(edge) for edge in edges]

    @cached_property
    def planned(self) -> Proposal | None:
        """Whom the plan for everybody gives them; None: nobody."""
        chosen, edges = self.board.plan.chosen[self.place], self.board.plan.edges.mentors
        found = [edge for edge in self.board.plan.by_mentee[self.place] if edges[edge] == chosen]
        return self.board.proposal(found[0]) if found else None

    @property
    def blocked_number(self) -> int:
        return len(self.board.problem.mentors) - len(self.board.plan.by_mentee[self.place])

    @cached_property
    def blocked(self) -> list[tuple[Volunteer, list[GateLine]]]:
        """Every mentor who may not be proposed, with what stands in the way. Costs a gate for each: for one person."""
        blocked = self.board.blocked(self.place)
        return [(self.board.volunteers[mentor], self.board.loaded.lines(mentor, self.place)) for mentor in blocked]

    def waited_by(self, day: date) -> bool:
        """Did they wait already on that day?"""
        return bool(self.young_person.waiting_since) and self.young_person.waiting_since.date() <= day

    @cached_property
    def own_reasons(self) -> list[GateLine]:
        """Lines that block every mentor alike: they are about the young person or the scheme."""
        return self.board.loaded.own_lines(self.place)

    @cached_property
    def why_nobody(self) -> list[tuple[int, str]]:
        """(how many mentors, why), the commonest first."""
        mentors = np.arange(len(self.board.problem.mentors))
        lines = lines_against(self.board.problem, mentors, self.place)
        counts = Counter({key: int(line.sum()) for key, line in lines.items() if key in WHY_NOBODY})
        return [(number, WHY_NOBODY[key]) for key, number in counts.most_common()]


def proposals_for(scheme, today: date, young_people=None) -> list[Waiting]:
    """Everybody who waits, longest first (or the given young people), against every mentor. Some twenty queries,
    however many people."""
    return board_for(scheme, today, young_people)[1]


def board_for(scheme, today: date, young_people=None) -> tuple[Board, list[Waiting]]:
    """The same with the board they stand on, which is there also when nobody waits."""
    if young_people is None:
        young_people = people_waiting(scheme).defer(*SEALED_MENTEE).annotate(traits=traits_kept())
    young_people = list(young_people)
    board, on_the_way = Board(scheme, load(scheme, today, young_people)), open_matches_of(young_people)
    return board, [Waiting(one, board, place, on_the_way[one.pk]) for place, one in enumerate(young_people)]


def scheme_proposals(scheme, today: date) -> dict:
    """The engine on a whole scheme, as interfaces.md has it: nobody twice, most young people first, then the best
    total. Keys are the people's references. Everybody who waits is either in `proposals` or in `unmatched`."""
    board = Board(scheme, load(scheme, today))
    chosen = board.plan.chosen
    return {
        "proposals": [_proposal(board, mentee, int(mentor)) for mentee, mentor in enumerate(chosen) if mentor >= 0],
        "unmatched": [_unmatched(board, mentee) for mentee, mentor in enumerate(chosen) if mentor < 0],
    }


def _proposal(board: Board, mentee: int, mentor: int) -> dict:
    problem = board.problem
    found = scored_pair(problem, mentor, mentee)
    return {
        "mentor": problem.mentors.refs[mentor],
        "mentee": problem.mentees.refs[mentee],
        "score": round(found.value, 4),
        "reasons": list(found.reasons),
    }


def _unmatched(board: Board, mentee: int) -> dict:
    """Every mentor is named with what stands in the way, those who could be proposed first."""
    problem, open_to = board.problem, [int(board.plan.edges.mentors[edge]) for edge in board.plan.by_mentee[mentee]]
    name = problem.mentees.sides[mentee].name
    why = f"{name} and a mentor said yes to each other." if problem.mentees.settled[mentee] else ELSEWHERE
    reasons = [(mentor, [why]) for mentor in open_to]
    reasons += [(mentor, blocked_by(board.loaded.lines(mentor, mentee))) for mentor in board.blocked(mentee)]
    return {
        "mentee": problem.mentees.refs[mentee],
        "blocked_by": [{"mentor": problem.mentors.refs[mentor], "reasons": words} for mentor, words in reasons],
    }


def score_for(scheme, *, volunteer, young_person, today: date) -> dict:
    """Score and reasons to keep with one pair, found by the score or by hand."""
    facts = Facts(scheme, [volunteer], [young_person], today)
    found = score_of(*sides(facts, volunteer, young_person), facts.rules.weights)
    return {"score": round(found.value, 4), "reasons": list(found.reasons)}
