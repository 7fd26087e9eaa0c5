"""The engine on a file: most mentees matched first, then the highest total (interfaces.md, match_solve)."""

import json
from itertools import product
from random import Random

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.pairing.engine.given import given_from, solved
from matching.tests.pairing.oracle import best_pairs


def problem(capacity: dict, mentees, scores: dict, forbidden=()) -> dict:
    return {
        "mentors": [{"id": mentor, "capacity": places} for mentor, places in capacity.items()],
        "mentees": [{"id": mentee} for mentee in mentees],
        "scores": [{"mentor": pair[0], "mentee": pair[1], "score": score} for pair, score in scores.items()],
        "forbidden": [list(pair) for pair in forbidden],
    }


def plan(*args) -> tuple[list, float]:
    found = solved(given_from(problem(*args)))
    return [(pair["mentor"], pair["mentee"], pair["score"]) for pair in found["pairs"]], found["total"]


def test_one_more_young_person_matched_beats_a_better_pair():
    """Going down the list from the top gives Anna to Sam (0.9) and leaves Jo with nobody."""
    scores = {("anna", "sam"): 0.9, ("ben", "sam"): 0.1, ("anna", "jo"): 0.1}
    pairs, total = plan({"anna": 1, "ben": 1}, ["sam", "jo"], scores)
    assert pairs == [("ben", "sam", 0.1), ("anna", "jo", 0.1)]
    assert total == 0.2


def test_a_mentor_takes_as_many_as_they_have_room_for_and_a_pair_without_a_score_cannot_be_made():
    scores = {("anna", "sam"): 0.5, ("anna", "jo"): 0.4, ("anna", "kit"): 0.3}
    pairs, _ = plan({"anna": 2, "ben": 5}, ["sam", "jo", "kit"], scores)
    assert pairs == [("anna", "sam", 0.5), ("anna", "jo", 0.4)]


def test_nobody_and_nothing():
    assert plan({}, [], {}) == ([], 0)
    assert plan({"anna": 0}, ["sam"], {("anna", "sam"): 1.0}) == ([], 0)
    assert plan({"anna": 1}, ["sam"], {("anna", "sam"): 1.0}, [("anna", "sam")]) == ([], 0)


def test_a_pair_below_nought_is_made_all_the_same_where_it_is_the_only_one():
    assert plan({"anna": 1}, ["sam"], {("anna", "sam"): -7}) == ([("anna", "sam", -7)], -7)
    assert plan({"anna": 1}, ["sam", "jo"], {("anna", "sam"): 0, ("anna", "jo"): -1})[0] == [("anna", "sam", 0)]


def test_the_total_is_the_sum_as_people_write_it_and_whole_numbers_stay_whole():
    assert plan({1: 1, 2: 1}, [1, 2], {(1, 1): 0.1, (2, 2): 0.2})[1] == 0.3
    pairs, total = plan({1: 1, 2: 1}, [1, 2], {(1, 1): 3, (2, 2): 10**15})
    assert pairs == [(1, 1, 3), (2, 2, 10**15)]
    assert total == 10**15 + 3 and isinstance(total, int)


def test_a_number_and_the_same_in_words_are_two_ids():
    pairs, _ = plan({1: 1, "1": 1}, ["x", "y"], {(1, "x"): 1, ("1", "y"): 2})
    assert pairs == [(1, "x", 1), ("1", "y", 2)]


MENTORS, MENTEES = "abc", "wxyz"
tables = st.dictionaries(
    st.tuples(st.sampled_from(MENTORS), st.sampled_from(MENTEES)),
    st.integers(-3, 9) | st.sampled_from([0.1, 0.25, -0.3, 1e-9]),
    max_size=12,
)
capacities = st.fixed_dictionaries({mentor: st.integers(0, 2) for mentor in MENTORS})
closed = st.sets(st.tuples(st.sampled_from(MENTORS), st.sampled_from(MENTEES)), max_size=3)


@settings(max_examples=300, deadline=None)
@given(tables, capacities, closed)
def test_as_good_as_trying_everything(scores, capacity, forbidden):
    """Against every way there is: no other choice matches more, and none that matches as many has a higher total."""
    best = (0, 0)
    for choice in product([None, *MENTORS], repeat=len(MENTEES)):
        pairs = [(mentor, mentee) for mentor, mentee in zip(choice, MENTEES, strict=True) if mentor]
        if lawful([(*pair, 0) for pair in pairs], capacity, scores, forbidden):
            best = max(best, (len(pairs), sum(scores[pair] for pair in pairs)))
    pairs, total = plan(capacity, MENTEES, scores, forbidden)
    assert (len(pairs), total) == (best[0], pytest.approx(best[1], abs=1e-12))
    assert lawful(pairs, capacity, scores, forbidden)


def lawful(pairs, capacity, scores, forbidden) -> bool:
    made = [(mentor, mentee) for mentor, mentee, _ in pairs]
    return (
        all(pair in scores and pair not in forbidden for pair in made)
        and len({mentee for _, mentee in made}) == len(made)
        and all(sum(mentor == one for one, _ in made) <= places for mentor, places in capacity.items())
    )


def made(seed: int) -> tuple:
    """Capacities, mentees, scores, forbidden pairs: full or nearly empty tables, many equal scores or none."""
    dice = Random(seed)
    mentors, mentees = range(dice.randint(1, 14)), range(100, 100 + dice.randint(1, 18))
    share, steps = dice.choice((0.1, 0.4, 1)), dice.choice((2, 10, 10**6))
    every = [(mentor, mentee) for mentor in mentors for mentee in mentees]
    scores = {pair: dice.randint(-steps, steps) / steps for pair in every if dice.random() < share}
    forbidden = {pair for pair in every if dice.random() < 0.1}
    return {mentor: dice.randint(0, 3) for mentor in mentors}, list(mentees), scores, forbidden


@pytest.mark.parametrize("first", range(0, 600, 100))
def test_six_hundred_instances_are_as_good_as_another_solver_finds_them(first):
    """Given capacities and exclusions, then number and total are those of a solver that shares no code with ours."""
    for seed in range(first, first + 100):
        capacity, mentees, scores, forbidden = made(seed)
        open_ones = {pair: score for pair, score in scores.items() if pair not in forbidden}
        other = best_pairs(capacity, mentees, open_ones)
        pairs, total = plan(capacity, mentees, scores, forbidden)
        assert (len(pairs), total) == (len(other.pairs), pytest.approx(other.total, abs=1e-9)), seed
        assert lawful(pairs, capacity, scores, forbidden), seed


def test_same_input_same_output_in_whatever_order_it_is_written():
    """Half of these scores are equal, so there are many best plans; one is chosen, always."""
    for seed in range(40):
        document = problem(*made(seed))
        first = solved(given_from(document))
        for rows in document.values():
            Random(seed).shuffle(rows)
        again = solved(given_from(document))
        assert again["total"] == first["total"]
        assert {tuple(pair.values()) for pair in again["pairs"]} == {tuple(pair.values()) for pair in first["pairs"]}


GOOD = problem({"a": 1}, ["x"], {("a", "x"): 1})


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"mentors": [{"id": "a", "capacity": 1}, {"id": "a", "capacity": 2}]}, "The mentor a is there twice"),
        ({"mentees": [{"id": "x"}, {"id": "x"}]}, "The mentee x is there twice"),
        ({"mentors": [{"id": "a", "capacity": -1}]}, "capacity of the mentor a"),
        ({"mentors": [{"id": "a", "capacity": "1"}]}, "capacity of the mentor a"),
        ({"mentors": [{"id": "a", "capacity": True}]}, "capacity of the mentor a"),
        ({"mentors": [{"id": "a"}]}, "has no “capacity”"),
        ({"mentors": [{"id": None, "capacity": 1}]}, "An id must be"),
        ({"mentors": [1]}, "must be an object"),
        ({"mentors": {}}, "must be a list"),
        ({"mentees": ["x"]}, "must be an object"),
        ({"scores": None}, "“scores” must be a list"),
        ({"scores": [{"mentor": "zoe", "mentee": "x", "score": 1}]}, "mentor zoe, who is not there"),
        ({"scores": [{"mentor": "a", "mentee": "zed", "score": 1}]}, "mentee zed, who is not there"),
        ({"scores": [{"mentor": "a", "mentee": "x", "score": "1"}]}, "score must be a number"),
        ({"scores": [{"mentor": "a", "mentee": "x", "score": float("nan")}]}, "score must be a number"),
        ({"scores": [{"mentor": "a", "mentee": "x", "score": s} for s in (1, 2)]}, "two different scores"),
        ({"forbidden": ["ax"]}, "list of pairs"),
        ({"forbidden": [["a", "x", 1]]}, "list of pairs"),
        ({"forbidden": [["zoe", "x"]]}, "one of them is not there"),
    ],
)
def test_match_solve_says_in_a_sentence_what_is_wrong_with_a_file(tmp_path, change, words):
    (tmp_path / "p.json").write_text(json.dumps({**GOOD, **change}))
    with pytest.raises(CommandError, match=words) as told:
        call_command("match_solve", str(tmp_path / "p.json"))
    assert str(told.value).count("\n") == 0 and str(told.value).endswith(".")


def test_the_same_score_twice_is_one_and_what_is_not_asked_for_is_passed_over():
    row = {"mentor": "a", "mentee": "x", "score": 1, "note": "hm"}
    assert solved(given_from({**GOOD, "scores": [row, row], "more": 1}))["total"] == 1


@pytest.mark.parametrize("content", [b"[]", b"{}", b"not json", b"\xff\xfe{", b"null", b"[" * 100_000])
def test_match_solve_refuses_what_is_no_such_file(tmp_path, content):
    (tmp_path / "p.json").write_bytes(content)
    with pytest.raises(CommandError):
        call_command("match_solve", str(tmp_path / "p.json"))
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("match_solve", str(tmp_path))
