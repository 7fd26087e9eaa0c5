"""Scores that floating point would round, files that are odd: the plan is still the best there is, or a sentence says
what is wrong (interfaces.md, match_solve)."""

import io
import json
from fractions import Fraction
from itertools import product
from random import Random
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from matching.pairing.engine.exactly import assign_exactly, counted
from matching.pairing.engine.given import given_from, solved
from matching.tests.pairing.oracle import best_pairs
from matching.tests.pairing.test_solve import GOOD, lawful, made, plan

MENTORS, MENTEES = "abc", "wxyz"
#: What one score of a file may be, file by file.
SCORES = {
    "past 2 to the 53": [2**60, 2**60 + 1, 2**60 + 2, 2**60 + 3],
    "large and small": [2**60, 2**60 + 1, -(2**60), 1, 2, 3],
    "larger than any machine counts": [10**30, 10**30 + 1, 5, 7],
    "far apart": [1e30, 1.0, 2.0, -1e30],
    "fine and coarse": [1, 1 + 1e-12, 1e-15, 0.3],
    "next to nothing": [5e-324, 1e-320, 0.0],
    "all below nought": [-1, -2, -3.5, -1e-9],
    "one large whole number beside a fraction": [2**60, 2**60 + 1, 0.5],
    "all equal": [0.1],
}


def best_of_all(capacity, scores, forbidden) -> tuple[int, Fraction]:
    """Every way there is, counted in fractions: (how many, their total)."""
    found = []
    for choice in product([None, *MENTORS], repeat=len(MENTEES)):
        pairs = [(mentor, mentee) for mentor, mentee in zip(choice, MENTEES, strict=True) if mentor]
        if lawful([(*pair, 0) for pair in pairs], capacity, scores, forbidden):
            found.append((len(pairs), sum((Fraction(str(scores[pair])) for pair in pairs), Fraction(0))))
    return max(found)


@pytest.mark.parametrize("kind", SCORES)
def test_no_score_is_too_large_or_too_fine_for_the_best_plan(kind):
    """Given twelve files of such scores, then no other choice is better by so little as the last digit."""
    for seed in range(12):
        dice = Random(f"{kind}{seed}")
        every = [pair for pair in product(MENTORS, MENTEES) if dice.random() < 0.7]
        scores = {pair: dice.choice(SCORES[kind]) for pair in every}
        capacity = {mentor: dice.randint(0, 2) for mentor in MENTORS}
        forbidden = {pair for pair in every if dice.random() < 0.1}
        pairs, _ = plan(capacity, MENTEES, scores, forbidden)
        total = sum((Fraction(str(score)) for *_, score in pairs), Fraction(0))
        assert (len(pairs), total) == best_of_all(capacity, scores, forbidden), seed
        assert lawful(pairs, capacity, scores, forbidden), seed


def test_pair_by_pair_is_as_good_as_another_solver_finds():
    for seed in range(60):
        capacity, mentees, scores, _ = made(seed)
        places, whole = list(capacity.values()), dict(zip(scores, counted(list(scores.values())), strict=True))
        edges = [(mentor, mentee - 100, score) for (mentor, mentee), score in whole.items()]
        chosen = assign_exactly(places, len(mentees), edges)
        pairs = [(mentor, mentee + 100) for mentee, mentor in enumerate(chosen) if mentor >= 0]
        other = best_pairs(capacity, mentees, whole)
        assert (len(pairs), sum(whole[pair] for pair in pairs)) == (len(other.pairs), other.total), seed


def test_large_numbers_and_small_differences_are_seen_in_a_large_file_too():
    """Given a file too large for pair by pair, then what scores have in common does not hide what sets them apart."""
    people = range(120)
    scores = [
        {"mentor": one, "mentee": other, "score": 2**60 + (7 if (one + other) % 120 == 0 else one % 5)}
        for one in people
        for other in people
    ]
    document = {"mentors": [{"id": one, "capacity": 1} for one in people], "mentees": [{"id": one} for one in people]}
    found = solved(given_from({**document, "scores": scores, "forbidden": []}))
    assert found["total"] == 120 * (2**60 + 7)


@pytest.mark.parametrize("forbidden", [{}, {"forbidden": None}, {"forbidden": []}, {"forbidden": [["a", "x"]] * 2}])
def test_whoever_forbids_nothing_may_leave_it_out_and_a_pair_may_be_forbidden_twice(forbidden):
    document = {key: value for key, value in GOOD.items() if key != "forbidden"} | forbidden
    assert len(solved(given_from(document))["pairs"]) == (0 if forbidden.get("forbidden") else 1)


@pytest.mark.parametrize("identity", ["Zoë", "\ud83d", "", "a\nb", -1, 2**70])
def test_any_id_is_given_back_as_it_was_written(tmp_path, capsys, identity):
    mentors = [{"id": identity, "capacity": 1}]
    scores = [{"mentor": identity, "mentee": "x", "score": 1}]
    (tmp_path / "p.json").write_text(json.dumps({**GOOD, "mentors": mentors, "scores": scores}))
    call_command("match_solve", str(tmp_path / "p.json"))
    said = capsys.readouterr().out
    assert said.isascii(), "whatever the terminal can show"
    assert json.loads(said) == {"pairs": [{"mentor": identity, "mentee": "x", "score": 1}], "total": 1}


def test_what_is_wrong_is_one_line_whatever_the_id_is(tmp_path):
    for identity in ("a\nb", "long " * 1000):
        (tmp_path / "p.json").write_text(json.dumps({**GOOD, "mentors": [{"id": identity, "capacity": -1}]}))
        with pytest.raises(CommandError, match="capacity of the mentor") as told:
            call_command("match_solve", str(tmp_path / "p.json"))
        assert "\n" not in str(told.value)
        assert len(str(told.value)) < 250


def test_a_file_may_be_piped_in(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(json.dumps(GOOD).encode())))
    call_command("match_solve", "-")
    assert json.loads(capsys.readouterr().out)["total"] == 1


def test_a_number_of_six_thousand_digits_is_refused_in_a_sentence(tmp_path):
    (tmp_path / "p.json").write_text('{"mentors": [{"id": 1, "capacity": ' + "9" * 6000 + "}]}")
    with pytest.raises(CommandError, match="is not JSON"):
        call_command("match_solve", str(tmp_path / "p.json"))
