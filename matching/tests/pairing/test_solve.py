"""The pure engine: most mentees matched first, then the highest total (interfaces.md, match_solve)."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.pairing.solve import best_pairs


def test_one_more_young_person_matched_beats_a_better_pair():
    """Going down the list from the top gives Anna to Sam (0.9) and leaves Jo with nobody."""
    scores = {("anna", "sam"): 0.9, ("ben", "sam"): 0.1, ("anna", "jo"): 0.1}
    found = best_pairs({"anna": 1, "ben": 1}, ["sam", "jo"], scores)
    assert found.pairs == [("ben", "sam", 0.1), ("anna", "jo", 0.1)]
    assert found.total == pytest.approx(0.2)


def test_a_mentor_takes_as_many_as_they_have_room_for_and_a_pair_without_a_score_cannot_be_made():
    scores = {("anna", "sam"): 0.5, ("anna", "jo"): 0.4, ("anna", "kit"): 0.3}
    found = best_pairs({"anna": 2, "ben": 5}, ["sam", "jo", "kit"], scores)
    assert found.pairs == [("anna", "sam", 0.5), ("anna", "jo", 0.4)]


def test_nobody_and_nothing():
    assert best_pairs({}, [], {}).pairs == []
    assert best_pairs({"anna": 0}, ["sam"], {("anna", "sam"): 1.0}).pairs == []


def test_a_score_of_a_stranger_is_refused():
    with pytest.raises(ValueError, match="not there"):
        best_pairs({"anna": 1}, ["sam"], {("zoe", "sam"): 1.0})


MENTORS, MENTEES = "abc", "wxyz"
tables = st.dictionaries(st.tuples(st.sampled_from(MENTORS), st.sampled_from(MENTEES)), st.integers(-3, 9), max_size=12)


@settings(max_examples=150)
@given(tables, st.fixed_dictionaries({mentor: st.integers(0, 2) for mentor in MENTORS}))
def test_as_good_as_trying_everything(scores, capacity):
    """Against every way there is: no other choice matches more, and none that matches as many has a higher total."""
    best = (0, 0)
    for choice in product([None, *MENTORS], repeat=len(MENTEES)):
        pairs = [(mentor, mentee) for mentor, mentee in zip(choice, MENTEES, strict=True) if mentor]
        if all(pair in scores for pair in pairs) and all(choice.count(m) <= capacity[m] for m in MENTORS):
            best = max(best, (len(pairs), sum(scores[pair] for pair in pairs)))
    found = best_pairs(capacity, list(MENTEES), scores)
    assert (len(found.pairs), found.total) == best
    assert all(sum(pair[0] == mentor for pair in found.pairs) <= capacity[mentor] for mentor in MENTORS)
