"""The engine beside the same work pair by pair, loading beside records, a board beside a list (performance G1–G5)."""

from collections.abc import Iterator

from bench.databases import Kind
from bench.inside import Inside
from bench.scale import Scale
from bench.table import Line, milliseconds, ratio_of


def lines(kinds: list[Kind], scale: Scale) -> Iterator[Line]:
    with kinds[0].copy() as env, Inside(env) as inside:
        yield from engine_lines(inside, scale)
        yield from gain_lines(inside, scale)
    for kind in kinds:
        yield from loading_lines(kind, scale)
        yield from board_lines(kind, scale)


def engine_lines(inside: Inside, scale: Scale) -> Iterator[Line]:
    """Score and solve; both sides of a round work on the same people, and their plans must be as good."""
    size = scale.mentors
    taken = inside.ask("bench.matching_timed:engine_seconds", size=size, rounds=scale.rounds)
    item = f"{size:,} × {size:,}, eleven criteria, score + solve"
    ours, pairs, bare = taken["engine"], taken["pair by pair"], taken["bare solver"]
    yield Line(f"{item}: pair by pair / engine", milliseconds(ours), milliseconds(pairs), ratio_of(pairs, ours), "≥ 15")
    yield Line(f"{item}: engine / bare solver", milliseconds(ours), milliseconds(bare), ratio_of(ours, bare), "≤ 3")


def gain_lines(inside: Inside, scale: Scale) -> Iterator[Line]:
    """What a plan for all gains, on the same scores; `ours` and `reference` as matched, mean score, worst-off pair."""
    found = inside.ask("bench.matching_timed:gains", size=min(500, scale.mentors), seeds=scale.rounds * 4)
    for other in ("greedy", "first come"):
        item = f"matched with a plan for all / {other}, worst of {scale.rounds * 4} seeds"
        yield Line(item, found["plan"]["words"], found[other]["words"], found[other]["least"], "≥ 1")


def loading_lines(kind: Kind, scale: Scale) -> Iterator[Line]:
    size = scale.mentors
    with kind.copy() as env, Inside(env) as inside:
        inside.ask("bench.matching_made:make", people=size)
        taken = inside.ask("bench.matching_timed:loading_seconds", rounds=scale.rounds)
    for name, what in (("people", "people alone"), ("gate", "with all that the gate asks")):
        ours, other = taken[f"{name}, columns"], taken[f"{name}, records"]
        item = f"{kind.name}: {2 * size:,} people to be matched, {what}, records / columns"
        goal = "≥ 25" if name == "people" else "≥ 1"
        yield Line(item, milliseconds(ours), milliseconds(other), ratio_of(other, ours), goal)


def board_lines(kind: Kind, scale: Scale) -> Iterator[Line]:
    """From the click to the board, signed in, within one process, beside the list of the same volunteers."""
    size = min(200, scale.mentors)
    with kind.copy() as env, Inside(env) as inside:
        inside.ask("bench.matching_made:make", people=size)
        taken = inside.ask("bench.matching_timed:board_seconds", rounds=scale.rounds)
    board, other = taken["board"], taken["list"]
    item = f"{kind.name}: board of {size} × {size}"
    yield Line(f"{item}, milliseconds", milliseconds(board), "", 1000 * sorted(board)[len(board) // 2], "≤ 300")
    yield Line(
        f"{item}, board / list of volunteers", milliseconds(board), milliseconds(other), ratio_of(board, other), "≤ 20"
    )
