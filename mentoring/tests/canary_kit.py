"""A canary: words that nobody could have made up, planted where only some may read them, and looked for everywhere.

A room plants its own in `<room>/tests/canaries.py`: `plant(world)` gives them. `readers` are people of the cast who may
meet the words; each of `shown_to` must meet them on a page of theirs, so that a canary that was never planted, or a
door that has gone, is noticed. `sealed` words lie readable in no table of the database.
"""

from dataclasses import dataclass

from mentoring.tests.access_kit import MEMBERS, STRANGERS

EVERYBODY = frozenset([*MEMBERS, *STRANGERS, "anonymous"])


@dataclass(frozen=True)
class Canary:
    words: str
    readers: frozenset
    shown_to: frozenset
    sealed: bool = True


def canary(words: str, readers: str, *, shown_to: str | None = None, sealed: bool = True) -> Canary:
    """`readers`, `shown_to`: names of the cast with spaces between; unless said, each reader must be shown it."""
    may = frozenset(readers.split())
    return Canary(words, may, may if shown_to is None else frozenset(shown_to.split()), sealed)


def hidden_from(words: str, people: str, *, shown_to: str) -> Canary:
    """Words that many may read, and some never: a telephone number, an address for mail."""
    return Canary(words, EVERYBODY - frozenset(people.split()), frozenset(shown_to.split()), sealed=False)
