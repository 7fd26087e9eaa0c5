"""What costs more than the page it stands on, of long lists: counts, an order. Nobody needs it to the second."""

import time
from collections.abc import Callable, Mapping
from typing import TypeVar

Found = TypeVar("Found")
LONG = 5_000
KEPT_SECONDS = 30
_kept: dict[tuple, tuple[float, object]] = {}


def counts_of(key: tuple, count: Callable[[], Mapping]) -> Mapping:
    """What `count` gives: counted anew for a list of up to 5,000 rows, and at most half a minute old for a longer one.

    key: which list, and who may see it whole.
    """
    return kept_of(key, count, is_long=lambda counts: sum(counts.values()) > LONG)


def kept_of(key: tuple, find: Callable[[], Found], *, is_long: Callable[[Found], bool]) -> Found:
    """What `find` gives, kept for half a minute where it is long. In this process, so that no cache server can be
    missing; never rows themselves, which are always read as they stand."""
    until, found = _kept.get(key, (0, None))
    if time.monotonic() < until:
        return found
    found = find()
    _kept.pop(key, None)
    if is_long(found):
        _kept[key] = time.monotonic() + KEPT_SECONDS, found
    return found
