"""Numbers beside a long list. Counting 100,000 rows costs more than the page; nobody needs them to the second."""

import time
from collections.abc import Callable, Mapping

LONG = 5_000
KEPT_SECONDS = 30
_kept: dict[tuple, tuple[float, Mapping]] = {}


def counts_of(key: tuple, count: Callable[[], Mapping]) -> Mapping:
    """What `count` gives: counted anew for a list of up to 5,000 rows, and at most half a minute old for a longer one.

    key: which list, and who may see it whole. Kept in this process, so that no cache server can be missing.
    """
    until, counts = _kept.get(key, (0, {}))
    if time.monotonic() < until:
        return counts
    counts = count()
    _kept.pop(key, None)
    if sum(counts.values()) > LONG:
        _kept[key] = time.monotonic() + KEPT_SECONDS, counts
    return counts
