"""What-if without saving, and the smallest set of changes that would give somebody a mentor (S12)."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.pairing.criteria import MenteeSide, MentorSide
from matching.pairing.engine.columns import problem_of
from matching.pairing.engine.exclusions import survivors
from matching.pairing.engine.known import Known
from matching.pairing.engine.packing import mentee_packed, mentor_packed
from matching.pairing.engine.people import Mentees, Mentors, Problem, Rules, pairs_array
from matching.pairing.engine.plan import plan
from matching.pairing.engine.what_if import RULES_TO_RELAX, what_if
from matching.pairing.engine.why_nobody import NEVER, why_nobody
from matching.tests.pairing.made_facts import facts_made

seeds = st.integers(0, 2**32)
TWO_MORE = [MentorSide("New", is_peer=True, age=40), MentorSide("Newer", age=35)]


def made(seed, mentors=4, mentees=6, aim="most"):
    problem = problem_of(facts_made(seed, mentors, mentees))
    return replace(problem, rules=replace(problem.rules, aim=aim))


@settings(max_examples=60, deadline=None)
@given(seeds, st.sampled_from([None, *RULES_TO_RELAX]))
def test_one_rule_less_or_two_mentors_more_never_matches_fewer(seed, rule):
    found = what_if(made(seed), without_rule=rule, extra_mentors=TWO_MORE)
    assert found.more_matched >= 0
    assert found.more_matched == len(found.gained) - len(found.lost)


@settings(max_examples=40, deadline=None)
@given(seeds)
def test_nothing_changed_changes_nothing_and_the_problem_is_as_it_was(seed):
    problem = made(seed)
    before = plan(problem).chosen
    what_if(problem, weights={"interests": 0}, without_rule="capacity", extra_mentors=TWO_MORE)
    same = what_if(problem)
    assert (same.gained, same.lost, same.changed, same.more_matched) == ((), (), (), 0)
    assert same.before == same.after
    assert (plan(problem).chosen == before).all()


def test_what_keeps_people_safe_cannot_be_relaxed():
    for rule in ("checks", "consent", "conflicts", "hold", "training"):
        with pytest.raises(KeyError):
            what_if(made(1), without_rule=rule)


def test_wishes_are_counted_before_and_after_whatever_they_weigh():
    found = what_if(made(3, mentors=8), weights=dict.fromkeys(("gender", "age", "languages"), 0))
    for _, (met, asked), (met_after, asked_after) in found.wishes:
        assert met <= asked and met_after <= asked_after
    assert found.wishes


@settings(max_examples=80, deadline=None)
@given(seeds)
def test_after_the_changes_of_a_remedy_that_mentor_may_be_proposed_and_the_smallest_come_first(seed):
    """Given a young person with nobody, then leaving out just the lines that a remedy names lets that mentor in."""
    problem = made(seed)
    found = plan(problem)
    for mentee in np.flatnonzero(found.chosen < 0):
        remedies = why_nobody(problem, int(mentee), found)
        assert [len(one.changes) for one in remedies] == sorted(len(one.changes) for one in remedies)
        for one in remedies:
            keys = {change.key for change in one.changes}
            assert keys and not keys & NEVER
            rows, cols = survivors(problem, keys)
            assert (one.mentor, mentee) in set(zip(rows.tolist(), cols.tolist(), strict=True))
            for key in keys - {"capacity"}:
                rows, cols = survivors(problem, keys - {key})
                assert (one.mentor, mentee) not in set(zip(rows.tolist(), cols.tolist(), strict=True))


def test_where_every_place_goes_to_others_it_is_one_more_place():
    """Given one mentor with one place and two young people, then the second is told of one more place with her."""
    one, none = np.zeros(1, dtype=bool), np.zeros(2, dtype=bool)
    side, young = MentorSide("Ada", age=40), [MenteeSide(name, kind_wish="either") for name in ("Sam", "Jo")]
    known = Known([mentor_packed(side, born=19860101, not_from=())])
    ada = Mentors([1], ["V-1"], [side], known, np.array([40]), np.array([1]), {"capacity": one})
    known = Known([mentee_packed(side, born=20080101, not_from=()) for side in young])
    two = Mentees([2, 3], ["Y-2", "Y-3"], young, known, np.arange(2), none, {"wish": none})
    problem = Problem(ada, two, Rules(), 20261122, {}, pairs_array(()))
    found = plan(problem)
    assert found.chosen.tolist() == [0, -1], "who has waited longer comes first"
    left = 1
    (remedy,) = why_nobody(problem, left, found)
    assert [change.words for change in remedy.changes] == ["one more place with Ada"]
    assert what_if(problem, without_rule="capacity").gained == (left,)
