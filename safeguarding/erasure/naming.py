"""Somebody's name in what others keep: taken out of their words. Pure.

Parts of a name as they are written, since "may" and "will" are words too; addresses and numbers however written.
"""

import re
from collections.abc import Iterable

SOMEBODY, GONE_NAME = "[somebody]", "Somebody who left"
SHORTEST = 3  # letters


def pattern_of(names: Iterable[str], reach: Iterable[str]) -> re.Pattern | None:
    """names: whole names. reach: e-mail addresses, telephone numbers. None where there is nothing to look for."""
    parts = {part for name in names for part in (name, *name.split()) if len(part) >= SHORTEST}
    exact = [re.escape(part) for part in sorted(parts, key=len, reverse=True)]
    either = [f"(?i:{re.escape(one)})" for one in sorted(filter(None, reach))]
    return re.compile(rf"(?<!\w)(?:{'|'.join(either + exact)})(?!\w)") if exact or either else None


def nameless(value, pattern: re.Pattern):
    """The same words, lists and tables with nobody's name in them."""
    if isinstance(value, str):
        return pattern.sub(SOMEBODY, value)
    if isinstance(value, list):
        return [nameless(one, pattern) for one in value]
    if isinstance(value, dict):
        return {nameless(key, pattern): nameless(one, pattern) for key, one in value.items()}
    return value
