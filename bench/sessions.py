"""Pages of two people who meet, and lists of pairs, in a scheme with 100,000 sessions beside one of as many pairs with
1,000 (S13)."""

from collections.abc import Iterator

from bench.databases import Kind
from bench.inside import Inside
from bench.scale import Scale
from bench.table import Line, milliseconds, ratio_of

GOAL = "≤ 1.3"
#: Sessions of each pair.
EACH = {"few": 1, "many": 100}


def lines(kinds: list[Kind], scale: Scale) -> Iterator[Line]:
    for kind in kinds:
        with kind.copy() as small, Inside(small) as few, kind.copy() as large, Inside(large) as many:
            inside = {"few": few, "many": many}
            queries = {
                size: inside[size].ask("bench.sessions_made:make", pairs=scale.pairs, each=each)
                for size, each in EACH.items()
            }
            seconds = rounds(inside, list(queries["few"]), scale.rounds)
        yield from lines_of(kind, scale.pairs, queries, seconds)


def rounds(inside: dict[str, Inside], names: list[str], number: int) -> dict[str, dict[str, list[float]]]:
    """page → size → seconds, a figure per round; the small and the large scheme take turns."""
    found = {name: {size: [] for size in inside} for name in names}
    for _ in range(number):
        for name in names:
            for size, one in inside.items():
                found[name][size].append(one.ask("bench.sessions_made:seconds", name=name))
    return found


def lines_of(kind: Kind, pairs: int, queries: dict, seconds: dict) -> Iterator[Line]:
    few, many = (pairs * each for each in EACH.values())
    for name, taken in seconds.items():
        item = f"{kind.name}: {name}, sessions, {many:,} / {few:,}"
        ratio = ratio_of(taken["many"], taken["few"])
        yield Line(item, milliseconds(taken["many"]), milliseconds(taken["few"]), ratio, GOAL)
        more = queries["many"][name] - queries["few"][name]
        yield Line(f"{item}, queries", str(queries["many"][name]), str(queries["few"][name]), more, "≤ 0")
