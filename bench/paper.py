"""The evaluation report with its own stylesheets beside the same HTML with the site's as well (performance G13)."""

from collections.abc import Iterator

from bench.databases import Kind
from bench.inside import Inside
from bench.scale import Scale
from bench.table import Line, ratio_of

PAGES_LEAST = 5


def lines(kinds: list[Kind], scale: Scale) -> Iterator[Line]:
    with kinds[0].copy() as env, Inside(env) as inside:
        seconds = inside.ask("bench.paper_drawn:seconds", rounds=scale.rounds)
    if seconds["pages"] < PAGES_LEAST:
        raise RuntimeError(f"the report has {seconds['pages']} pages only")
    own, site = seconds["own"], seconds["site"]
    item = f"report of {seconds['pages']} pages, own stylesheets / with the site's"
    yield Line(item, f"{min(own):.2f} s", f"{min(site):.2f} s", ratio_of(own, site), "≤ 0.60")
