"""Eight writers at once: SQLite as we set it, as Django leaves it, and PostgreSQL (performance G15)."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack

from bench.databases import Kind
from bench.inside import Inside
from bench.scale import Scale
from bench.table import Line, milliseconds, per_second, ratio_of

PROCESSES, THREADS = 2, 4
MADE = "bench.writers_made"
TURN = {"defaults": "BENCH_SQLITE_AS_DJANGO_LEAVES_IT"}


def lines(kinds: list[Kind], scale: Scale) -> Iterator[Line]:
    kind = {each.name: each for each in kinds}
    settings = {"ours": kind["SQLite"], "defaults": kind["SQLite"], "PostgreSQL": kind.get("PostgreSQL")}
    with ExitStack() as stack:
        workers = {name: workers_of(stack, name, kind) for name, kind in settings.items() if kind}
        turns = {name: [] for name in workers}
        for _ in range(scale.rounds):
            for name, pair in workers.items():
                turns[name].append(turn(pair, scale.seconds))
    yield from lines_of(turns)


def workers_of(stack: ExitStack, name: str, kind: Kind) -> list[Inside]:
    """Two processes on a database of their own, warmed up."""
    env = stack.enter_context(kind.copy())
    if name in TURN:
        env[TURN[name]] = "1"
    pair = [stack.enter_context(Inside(env)) for _ in range(PROCESSES)]
    pair[0].ask(f"{MADE}:make", writers=PROCESSES * THREADS)
    if name == "defaults":
        path = env["DATABASE_URL"].removeprefix("sqlite:///")
        if sqlite3.connect(path).execute("PRAGMA journal_mode=DELETE").fetchone() != ("delete",):
            raise RuntimeError("the reference would not run as Django leaves it")
    turn(pair, 0.2)
    return pair


def turn(pair: list[Inside], seconds: float) -> dict:
    """{"rate", "errors", "p95" in seconds} of all writers together."""
    for place, worker in enumerate(pair):
        worker.begin(f"{MADE}:write", first=place * THREADS, threads=THREADS, seconds=seconds)
    answers = [worker.answer() for worker in pair]
    took = sorted(each for answer in answers for each in answer["took"])
    return {
        "rate": max(len(took), 1) / max(answer["seconds"] for answer in answers),
        "errors": sum(answer["errors"] for answer in answers),
        "p95": took[int(len(took) * 0.95)] if took else seconds,
    }


def lines_of(turns: dict[str, list[dict]]) -> Iterator[Line]:
    rate, p95 = ({name: [each[what] for each in rounds] for name, rounds in turns.items()} for what in ("rate", "p95"))
    errors = {name: sum(each["errors"] for each in rounds) for name, rounds in turns.items()}
    ours = rate["ours"]
    item = "SQLite: 8 writers, errors / with Django's defaults"
    yield Line(item, str(errors["ours"]), str(errors["defaults"]), errors["ours"], "≤ 0")
    ratio = ratio_of(ours, rate["defaults"])
    yield Line(
        "SQLite: 8 writers, ours / Django's defaults", per_second(ours), per_second(rate["defaults"]), ratio, "≥ 10"
    )
    if "PostgreSQL" not in turns:
        return
    other = rate["PostgreSQL"]
    yield Line("PostgreSQL: 8 writers, errors", str(errors["PostgreSQL"]), "", errors["PostgreSQL"], "≤ 0")
    yield Line("8 writers, SQLite / PostgreSQL", per_second(ours), per_second(other), ratio_of(ours, other), "≥ 1.0")
    ratio = ratio_of(p95["ours"], p95["PostgreSQL"])
    item = "8 writers, time within which 95 % end, SQLite / PostgreSQL"
    yield Line(item, milliseconds(p95["ours"]), milliseconds(p95["PostgreSQL"]), ratio, "≤ 0.5")
