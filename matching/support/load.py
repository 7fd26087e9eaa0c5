"""How much a match asks of those who stand behind it, and what the page of matches may be asked for. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

#: A peer mentor's match asks half as much again: two people who were in care, and closer contact with both (P8).
USUAL, PEER = 1.0, 1.5
EVERYBODY, NOBODY = "all", "nobody"


def load_of(*, is_peer: bool) -> float:
    """What one match adds to a co-ordinator's or a supervisor's load; 1 is a match with a traditional mentor."""
    return PEER if is_peer else USUAL


@dataclass(frozen=True)
class LoadFilters:
    """What the address asks for: `who` looks after them (a key, "all" or "nobody"; "" is one's own), peers, what is
    late. Anything it does not know is left out."""

    who: str = ""
    peers: bool = False
    late: bool = False

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> "LoadFilters":
        who = asked.get("who", "")
        return cls(
            who if who in (EVERYBODY, NOBODY) or _is_key(who) else "", bool(asked.get("peers")), bool(asked.get("late"))
        )

    def query(self, **changes) -> str:
        """The query string of these filters with some changed."""
        now = {"who": self.who, "peers": "1" if self.peers else "", "late": "1" if self.late else "", **changes}
        return urlencode({name: value for name, value in now.items() if value})


def _is_key(written: str) -> bool:
    try:
        return str(UUID(written)) == written
    except ValueError:
        return False
