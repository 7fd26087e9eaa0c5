"""Names left out of a paper that leaves the house. Pure.

A name goes with each of its parts: "Dee" goes where "Dee Parker" is left out. Whole words only, however written.
"""

import re
from collections.abc import Iterable

LEFT_OUT = "[left out]"
SHORTEST_PART = 2  # letters; an initial would black out half the paper


def words_to_leave_out(names: Iterable[str], more: str = "") -> list[str]:
    """Each name, each part of a name and each line of `more`; longest first, so that a whole goes before its parts."""
    found = {line.strip() for line in more.splitlines() if line.strip()}
    for name in names:
        found |= {name, *(part for part in name.split() if len(part) >= SHORTEST_PART)}
    return sorted(found, key=lambda word: (-len(word), word))


def without(text: str, words: list[str]) -> str:
    """The text with each of the words left out, once for a run of them."""
    if not words or not text:
        return text
    any_of_them = "|".join(re.escape(word) for word in words)
    gone = re.sub(rf"(?<!\w)(?:{any_of_them})(?!\w)", LEFT_OUT, text, flags=re.IGNORECASE)
    return re.sub(rf"{re.escape(LEFT_OUT)}(?: {re.escape(LEFT_OUT)})+", LEFT_OUT, gone)
