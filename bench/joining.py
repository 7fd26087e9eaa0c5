"""Every list of those who are joining, in a scheme of thousands beside one of fifty (performance G11, G12)."""

from collections.abc import Iterator

from bench.databases import Kind
from bench.inside import Inside
from bench.scale import Scale
from bench.table import Line, milliseconds, ratio_of

GOAL = "≤ 2.5"
FEW = 50


SIZES = ("few", "many")


def lines(kinds: list[Kind], scale: Scale) -> Iterator[Line]:
    for kind in kinds:
        with kind.copy() as small, Inside(small) as few, kind.copy() as large, Inside(large) as many:
            inside = {"few": few, "many": many}
            numbers = {"few": (FEW, FEW), "many": (scale.volunteers, scale.young_people)}
            queries = {
                size: inside[size].ask("bench.joining_made:make", volunteers=people[0], young_people=people[1])
                for size, people in numbers.items()
            }
            seconds = rounds(inside, list(queries["few"]), scale.rounds)
        yield from lines_of(kind, scale, queries, seconds)


def rounds(inside: dict[str, Inside], names: list[str], number: int) -> dict[str, dict[str, list[float]]]:
    """page → size → seconds, a figure per round; the small and the large scheme take turns."""
    found = {name: {size: [] for size in SIZES} for name in names}
    for _ in range(number):
        for name in names:
            for size in SIZES:
                found[name][size].append(inside[size].ask("bench.joining_made:seconds", name=name))
    return found


def lines_of(kind: Kind, scale: Scale, queries: dict, seconds: dict) -> Iterator[Line]:
    for name, taken in seconds.items():
        item = f"{kind.name}: {name}, joining, {scale.volunteers:,} and {scale.young_people:,} / {FEW}"
        ratio = ratio_of(taken["many"], taken["few"])
        yield Line(item, milliseconds(taken["many"]), milliseconds(taken["few"]), ratio, GOAL)
        more = queries["many"][name] - queries["few"][name]
        yield Line(f"{item}, queries", str(queries["many"][name]), str(queries["few"][name]), more, "≤ 0")
