"""The engine in columns says what the gate and the criteria say of each pair (S12); random worlds, no database."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.pairing.criteria import CRITERIA, score_of
from matching.pairing.engine.columns import Loaded, problem_of
from matching.pairing.engine.exclusions import (
    MENTEE_LINES,
    MENTOR_LINES,
    NAMED_LINES,
    PAIR_LINES,
    SCHEME_LINES,
    lines_against,
    survivors,
)
from matching.pairing.engine.plan import GRAIN, plan
from matching.pairing.engine.scores import scores_of
from matching.pairing.gate import LINES, ONLY_TO_INTRODUCE
from matching.tests.pairing.made_facts import facts_made

seeds = st.integers(0, 2**32)


def loaded(seed, **size) -> Loaded:
    facts = facts_made(seed, **size)
    return Loaded(problem_of(facts), facts.volunteers, facts.young_people, facts)


def every_pair(found):
    return [(mentor, mentee) for mentor in range(len(found.mentors)) for mentee in range(len(found.mentees))]


def test_the_engine_knows_every_line_that_is_asked_before_a_proposal():
    known = {*MENTOR_LINES, *MENTEE_LINES, *SCHEME_LINES, *PAIR_LINES, *NAMED_LINES}
    assert known == (set(LINES) - ONLY_TO_INTRODUCE) | {"said-no"}


@settings(max_examples=150, deadline=None)
@given(seeds)
def test_who_is_left_out_is_who_the_gate_stops_or_who_was_told_no(seed):
    """Given a random world, then the columns let exactly those pairs through that the gate lets through."""
    found = loaded(seed)
    by_gate = {pair for pair in every_pair(found) if not found.lines(*pair)}
    rows, cols = survivors(found.problem)
    assert set(zip(rows.tolist(), cols.tolist(), strict=True)) == by_gate


@settings(max_examples=150, deadline=None)
@given(seeds)
def test_each_excluded_pair_is_stopped_by_the_lines_the_gate_names(seed):
    found = loaded(seed)
    for mentee in range(len(found.mentees)):
        lines = lines_against(found.problem, np.arange(len(found.mentors)), mentee)
        for mentor in range(len(found.mentors)):
            named = {line.key for line in found.lines(mentor, mentee)}
            assert {key for key, line in lines.items() if line[mentor]} == named


@settings(max_examples=150, deadline=None)
@given(seeds)
def test_scores_in_columns_are_those_of_the_criteria(seed):
    """To a billionth, for every pair there is, not only for those who may be paired."""
    found = loaded(seed)
    mentors, mentees = map(np.array, zip(*every_pair(found), strict=True))
    weights = found.problem.rules.weights
    scores = scores_of(found.problem, mentors, mentees, weights)
    for score, mentor, mentee in zip(scores, mentors, mentees, strict=True):
        sides = found.problem.mentors.sides[mentor], found.problem.mentees.sides[mentee]
        assert score == pytest.approx(score_of(*sides, weights).value, abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(seeds, st.sampled_from(sorted(CRITERIA)))
def test_each_criterion_alone_is_the_same_in_columns(seed, key):
    """One question alone, so that no other hides a difference."""
    found, alone = loaded(seed), {name: int(name == key) for name in CRITERIA}
    mentors, mentees = map(np.array, zip(*every_pair(found), strict=True))
    scores = scores_of(found.problem, mentors, mentees, alone)
    for score, mentor, mentee in zip(scores, mentors, mentees, strict=True):
        sides = found.problem.mentors.sides[mentor], found.problem.mentees.sides[mentee]
        assert score == pytest.approx(score_of(*sides, alone).value, abs=1e-9)


@settings(max_examples=100, deadline=None)
@given(seeds)
def test_a_plan_never_holds_a_stopped_pair_nor_more_than_a_mentor_has_room_for(seed):
    found = loaded(seed, mentors=8, mentees=12)
    made = plan(found.problem)
    for mentee, mentor in enumerate(made.chosen):
        if mentor >= 0:
            assert found.lines(int(mentor), mentee) == []
            assert not found.problem.mentees.settled[mentee]
    used = np.bincount(made.chosen[made.chosen >= 0], minlength=8)
    assert (used <= found.problem.mentors.places.clip(0)).all()


def test_a_score_in_a_plan_is_the_one_that_is_shown():
    found = loaded(7, mentors=12, mentees=12)
    edges = plan(found.problem).edges
    assert len(edges.scores)
    for mentor, mentee, score in zip(edges.mentors, edges.mentees, edges.scores, strict=True):
        sides = found.problem.mentors.sides[mentor], found.problem.mentees.sides[mentee]
        assert score / GRAIN == round(score_of(*sides, found.problem.rules.weights).value, 4)
