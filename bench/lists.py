"""List pages beside a bare page, and a deep page beside the first (performance G11, G12)."""

from collections.abc import Iterator

from bench.databases import Kind
from bench.inside import Inside
from bench.load import rate, server
from bench.scale import Scale
from bench.table import Line, per_second, ratio_of

GOALS = {"SQLite": "≥ 0.06", "PostgreSQL": "≥ 0.04"}
QUERIES_MOST = 5


def lines(kinds: list[Kind], scale: Scale) -> Iterator[Line]:
    for kind in kinds:
        with kind.copy() as env:
            with Inside(env) as inside:
                made = inside.ask("bench.lists_made:make", sizes=[scale.short_list, scale.long_list])
            with server(env) as place:
                rates = rounds(place, made, scale)
            yield from lines_of(kind, made, rates)


def rounds(place: str, made: dict, scale: Scale) -> dict[str, list[float]]:
    """Pages per second by page, a figure per round; the pages take turns."""
    rates = {name: [] for name in made["pages"]}
    for path in made["pages"].values():
        rate(place, path, cookie=made["cookie"], seconds=scale.seconds / 10)
    for _ in range(scale.rounds):
        for name, path in made["pages"].items():
            cookie = "" if name == "bare" else made["cookie"]
            rates[name].append(rate(place, path, cookie=cookie, seconds=scale.seconds))
    return rates


def lines_of(kind: Kind, made: dict, rates: dict[str, list[float]]) -> Iterator[Line]:
    bare = rates["bare"]
    for name, queries in made["queries"].items():
        item = f"{kind.name}: {name}, page / bare page"
        if not name.startswith("deep"):
            yield Line(item, per_second(rates[name]), per_second(bare), ratio_of(rates[name], bare), GOALS[kind.name])
        yield Line(f"{kind.name}: {name}, queries", str(queries), "", queries, f"≤ {QUERIES_MOST}")
        if name.startswith("deep"):
            first = rates[name.removeprefix("deep ")]
            item = f"{kind.name}: {name}, time of the deep page / first"
            yield Line(item, per_second(rates[name]), per_second(first), ratio_of(first, rates[name]), "≤ 1.3")
