"""Times of the engine and of what it is measured against; each round takes the variants in turns. Runs in Django."""

import time
from collections.abc import Callable

import numpy as np
from django.urls import reverse
from django.utils import timezone

from bench.lists_made import signed_in
from bench.matching_made import WHO, facts_of, people_in_columns, people_in_records, scheme
from bench.matching_people import best_of, first_come, greedy, pair_by_pair, people_made, problem_made
from matching.pairing.engine import assign
from matching.pairing.engine.columns import load
from matching.pairing.engine.plan import GRAIN, Plan, plan
from mentoring.accounts.models import User


def taken(work: Callable) -> tuple[float, object]:
    """(seconds of the processor, what came of it): what else the machine does is not counted."""
    began = time.process_time()
    found = work()
    return time.process_time() - began, found


def engine_seconds(*, size: int, rounds: int) -> dict[str, list[float]]:
    """Raises AssertionError where the two plans are not equally good."""
    found: dict[str, list[float]] = {"engine": [], "pair by pair": [], "bare solver": []}
    plan(problem_made(people_made(min(size, 50), 0)))  # what is read once per process is read
    for seed in range(rounds):
        people = people_made(size, seed)
        ours, made = taken(lambda people=people: plan(problem_made(people)))
        theirs, best = taken(lambda people=people: best_of(pair_by_pair(people)))
        if (made.matched, made.total) != best:
            raise AssertionError(f"seed {seed}: the engine found {made.matched, made.total}, the reference {best}")
        for name, seconds in (("engine", ours), ("pair by pair", theirs), ("bare solver", bare_seconds(made))):
            found[name].append(seconds)
    return found


def bare_seconds(made: Plan) -> float:
    """SciPy alone, on the finished scores as the engine hands them over."""
    held, solver = [], {"_on_table": assign._on_table, "_on_graph": assign._on_graph}

    def watched(name):
        def run(*args):
            seconds, answer = taken(lambda: solver[name](*args))
            held.append(seconds)
            return answer

        return run

    for name in solver:
        setattr(assign, name, watched(name))
    try:
        ones = np.ones(made.edges.mentors.max(initial=0) + 1, dtype=np.int64)
        assign.assign(ones, made.mentees, made.edges, turn=np.arange(made.mentees))
    finally:
        for name, function in solver.items():
            setattr(assign, name, function)
    return sum(held)


def gains(*, size: int, seeds: int) -> dict[str, dict]:
    """ "least": the smallest ratio of young people matched; "words": matched, mean score and worst pair of the last."""
    ratios: dict[str, list[float]] = {"greedy": [], "first come": []}
    for seed in range(seeds):
        made = plan(problem_made(people_made(size, seed)))
        edges = made.edges
        table = np.full((size, size), -1, dtype=np.int64)
        table[edges.mentees, edges.mentors] = edges.scores
        scores = {"plan": edges.scores[made.chosen[edges.mentees] == edges.mentors]}
        scores |= {"greedy": greedy(table), "first come": first_come(table)}
        for name, found in ratios.items():
            found.append(made.matched / max(1, len(scores[name])))
    found = {name: {"words": _words(one), "least": min(ratios.get(name, [1]))} for name, one in scores.items()}
    return found


def _words(scores: np.ndarray) -> str:
    total, worst = scores.sum() / GRAIN, scores.min(initial=GRAIN) / GRAIN
    return f"{len(scores)} matched, {total:.1f} in all, worst {worst:.2f}"


def loading_seconds(*, rounds: int) -> dict[str, list[float]]:
    today = timezone.localdate()
    ways = {
        "people, columns": people_in_columns,
        "people, records": people_in_records,
        "gate, columns": lambda: load(scheme(), today),
        "gate, records": lambda: facts_of(*people_in_records()),
    }
    load(scheme(), today)  # what is kept of everybody is made
    for work in ways.values():
        work()
    return _in_turns(ways, rounds)


def board_seconds(*, rounds: int) -> dict[str, list[float]]:
    client = signed_in(User.objects.get(email=WHO))
    pages = {"board": "matching:match_proposals", "list": "schemes:volunteer_list"}
    asked = {name: reverse(url, args=[scheme().slug]) for name, url in pages.items()}
    for path in asked.values():
        client.get(path)
    return _in_turns({name: lambda path=path: client.get(path) for name, path in asked.items()}, rounds)


def _in_turns(ways: dict[str, Callable], rounds: int) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, work in ways.items():
            found[name].append(taken(work)[0])
    return found
