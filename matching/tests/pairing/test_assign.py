"""Who with whom: two aims, waiting time for ties, pairs that stay, the same plan from both of SciPy's solvers (S12)."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.pairing.engine import assign as engine
from matching.pairing.engine.assign import BEST, MOST, Edges, assign


def edges(*rows) -> Edges:
    """(mentor, young person, score) of each pair."""
    columns = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    return Edges(*columns)


ONE_EACH = np.array([1, 1])
#: Mentor 0 suits young person 0 well; both suit somebody else a little.
TORN = edges((0, 0, 9), (1, 0, 1), (0, 1, 1))


def test_the_aim_most_matches_both_and_the_aim_best_keeps_the_good_pair():
    assert assign(ONE_EACH, 2, TORN, aim=MOST).tolist() == [1, 0]
    assert assign(ONE_EACH, 2, TORN, aim=BEST).tolist() == [0, -1]


def test_of_two_plans_with_one_total_the_aim_best_takes_the_one_with_more_pairs():
    nothing_lost = edges((0, 0, 5), (1, 0, 5), (0, 1, 0))
    assert assign(ONE_EACH, 2, nothing_lost, aim=BEST).tolist() == [1, 0]


@pytest.mark.parametrize("aim", [MOST, BEST])
def test_where_two_plans_are_as_good_whoever_has_waited_longer_comes_first(aim):
    same = edges((0, 0, 4), (0, 1, 4), (0, 2, 4))
    assert assign(np.array([1]), 3, same, aim=aim, turn=np.array([2, 0, 1])).tolist() == [-1, 0, -1]
    assert assign(np.array([2]), 3, same, aim=aim, turn=np.array([2, 0, 1])).tolist() == [-1, 0, 0]


def test_waiting_longer_never_beats_a_better_score_nor_one_more_pair():
    better = edges((0, 0, 4), (0, 1, 5))
    assert assign(np.array([1]), 2, better, turn=np.array([0, 1])).tolist() == [-1, 0]
    assert assign(ONE_EACH, 2, TORN, turn=np.array([0, 1])).tolist() == [1, 0]


def test_a_fixed_pair_stays_and_takes_its_place():
    assert assign(ONE_EACH, 2, TORN, fixed=[(0, 0)]).tolist() == [0, -1]
    assert assign(np.array([2, 1]), 2, TORN, fixed=[(0, 0)]).tolist() == [0, 0]
    assert assign(ONE_EACH, 2, edges(), fixed=[(1, 1)]).tolist() == [-1, 1], "also where no score was given"


pairs = st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 5)), st.integers(0, 3), min_size=1)
rooms = st.lists(st.integers(0, 3), min_size=5, max_size=5)


@settings(max_examples=200, deadline=None)
@given(pairs, rooms, st.permutations(range(6)), st.sampled_from([MOST, BEST]))
def test_a_full_table_and_a_graph_find_plans_as_good_as_each_other(scores, places, turn, aim):
    """Many scores are equal here; number, total and who has waited are the same whichever solver is taken."""
    found = edges(*((mentor, mentee, score) for (mentor, mentee), score in scores.items()))
    worth = []
    for share in (0.0, 2.0):  # from this share of pairs on a table: always, never
        kept, engine.DENSE = engine.DENSE, share
        try:
            chosen = assign(np.array(places), 6, found, aim=aim, turn=np.array(turn))
        finally:
            engine.DENSE = kept
        made = [(int(mentor), mentee) for mentee, mentor in enumerate(chosen) if mentor >= 0]
        assert all(sum(mentor == one for one, _ in made) <= room for mentor, room in enumerate(places))
        worth.append((len(made), sum(scores[pair] for pair in made), sum(turn[mentee] for _, mentee in made)))
    assert worth[0] == worth[1]


@settings(max_examples=200, deadline=None)
@given(pairs, rooms)
def test_the_best_total_is_never_below_that_of_most_matched_and_never_matches_more(scores, places):
    found = edges(*((mentor, mentee, score) for (mentor, mentee), score in scores.items()))
    worth = {}
    for aim in (MOST, BEST):
        chosen = assign(np.array(places), 6, found, aim=aim)
        made = [(int(mentor), mentee) for mentee, mentor in enumerate(chosen) if mentor >= 0]
        worth[aim] = len(made), sum(scores[pair] for pair in made)
    assert worth[MOST][0] >= worth[BEST][0]
    assert worth[BEST][1] >= worth[MOST][1]
