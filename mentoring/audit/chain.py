"""The chain's arithmetic: pure, so that `audit_verify` and the writer cannot differ."""

import hashlib
import hmac
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

FIELDS = ("chain", "place", "at", "by_key", "verb", "subject", "person_keys", "details", "previous_hash")


def hash_of(entry: Mapping) -> str:
    """SHA-256 over the entry's fields in a fixed order; `at` as ISO text in UTC."""
    return hashlib.sha256(
        json.dumps([entry[name] for name in FIELDS], sort_keys=True, separators=(",", ":")).encode()
    ).hexdigest()


class Anchor(NamedTuple):
    """How far a chain had come at some time: told outside the database, where nobody can take it back."""

    chain: str
    length: int
    last_hash: str

    def __str__(self):
        return f"audit anchor {self.chain} {self.length} {self.last_hash}"


def anchors_in(text: Iterable[str]) -> Iterator[Anchor]:
    """The anchors in the lines of a log, whatever else stands there."""
    for line in text:
        for chain, length, last_hash in re.findall(r"audit anchor (\S+) (\d+) ([0-9a-f]{64})", line):
            yield Anchor(chain, int(length), last_hash)


def seal_of(head: Anchor, key: bytes) -> str:
    """What only a holder of the key can write beside a chain's head: HMAC-SHA256 in hexadecimal."""
    return hmac.digest(key, str(head).encode(), "sha256").hex()


def is_sealed(head: Anchor, seal: str, keys: Iterable[bytes]) -> bool:
    """Whether one of the keys wrote this seal."""
    return any(hmac.compare_digest(seal_of(head, key), seal) for key in keys)


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
