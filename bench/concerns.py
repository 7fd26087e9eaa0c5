"""A lead's list of concerns, guarded one by one, beside one guarded by its scheme alone (performance G9, G10)."""

from collections.abc import Iterator

from bench.databases import Kind
from bench.inside import Inside
from bench.scale import Scale
from bench.table import Line, milliseconds, ratio_of

GOALS = {"SQLite": "≤ 1.8", "PostgreSQL": "≤ 3.5"}


def lines(kinds: list[Kind], scale: Scale) -> Iterator[Line]:
    for kind in kinds:
        with kind.copy() as env, Inside(env) as inside:
            inside.ask("bench.concerns_made:make", size=scale.concerns)
            seconds = inside.ask("bench.concerns_made:seconds", rounds=scale.rounds)
        guarded, plain = seconds["guarded"], seconds["plain"]
        item = f"{kind.name}: page of {scale.concerns:,} concerns, own grants / scheme key"
        yield Line(item, milliseconds(guarded), milliseconds(plain), ratio_of(guarded, plain), GOALS[kind.name])
        one, each = seconds["one query"], seconds["has_perm each"]
        item = f"{kind.name}: 50 permissions, has_perm each / one query"
        yield Line(item, milliseconds(one), milliseconds(each), ratio_of(each, one), "≥ 30")
