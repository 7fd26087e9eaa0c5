"""The chain's arithmetic: pure, so that `audit_verify` and the writer cannot differ."""

import hashlib
import json
from collections.abc import Iterable, Mapping

FIELDS = ("chain", "place", "at", "by_key", "verb", "subject", "person_keys", "details", "previous_hash")


def hash_of(entry: Mapping) -> str:
    """SHA-256 over the entry's fields in a fixed order; `at` as ISO text in UTC."""
    return hashlib.sha256(
        json.dumps([entry[name] for name in FIELDS], sort_keys=True, separators=(",", ":")).encode()
    ).hexdigest()


def first_break(entries: Iterable[Mapping], *, length: int, last_hash: str) -> int | None:
    """The place of the first row of a chain that was changed, removed or put in; None where all is whole.

    `entries` in order of place; `length` and `last_hash` from the chain's head, so that a removed last row shows.
    """
    place, previous = 0, ""
    for entry in entries:
        place += 1
        if entry["place"] != place or entry["previous_hash"] != previous or hash_of(entry) != entry["hash"]:
            return place
        previous = entry["hash"]
    return None if (place, previous) == (length, last_hash) else place + 1
