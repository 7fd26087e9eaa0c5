"""`make bench`: one table, each line against a reference of the same run. `ONLY=lists,paper` picks items."""

import os
import sys
import tempfile
import time
from pathlib import Path

from bench import concerns, joining, lists, matching, paper, reminders, sessions, writers
from bench.databases import kinds
from bench.load import CLIENT
from bench.scale import FULL, Scale
from bench.table import Line, as_text

ITEMS = {
    "lists": lists,
    "joining": joining,
    "matching": matching,
    "concerns": concerns,
    "paper": paper,
    "reminders": reminders,
    "sessions": sessions,
    "writers": writers,
}


def measured(names: list[str], scale: Scale, *, sqlite_only: bool = False) -> list[Line]:
    """The lines of these items, in the order of the table."""
    found = []
    with (
        tempfile.TemporaryDirectory(prefix="alongside-bench-", ignore_cleanup_errors=True) as folder,
        kinds(Path(folder), sqlite_only=sqlite_only) as available,
    ):
        for name in names:
            began = time.monotonic()
            found += ITEMS[name].lines(available, scale)
            print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    return found


def main() -> int:
    """0 where every goal is met, else 1."""
    names = [name for name in os.environ.get("ONLY", "").split(",") if name] or list(ITEMS)
    if unknown := set(names) - set(ITEMS):
        print(f"ONLY knows {', '.join(ITEMS)}; not {', '.join(sorted(unknown))}.", file=sys.stderr)
        return 2
    found = measured(names, FULL)
    print(f"{os.cpu_count()} cores; pages asked for by {CLIENT}; medians of {FULL.rounds} rounds, variants in turns.\n")
    print(as_text(found))
    missed = sum(not line.met for line in found)
    print(f"\n{len(found) - missed} of {len(found)} goals met.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
