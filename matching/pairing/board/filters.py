"""What the board's address may ask for. Pure."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from urllib.parse import urlencode
from uuid import UUID

#: The tabs above the board: short name → words.
STANDINGS = {"plan": "In the plan", "nobody": "Nobody yet", "on-the-way": "On the way"}
KINDS = {"peer": "A peer mentor", "traditional": "A traditional mentor", "either": "Either is fine"}


@dataclass(frozen=True)
class Filters:
    """`standing`: how far they are; `who`: one young person's key; `pick`: key of the mentor that is being chosen for.
    Anything the board does not know is left out."""

    standing: str = ""
    kind: str = ""
    area: str = ""
    q: str = ""
    who: str = ""
    pick: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> "Filters":
        words = {name: asked.get(name, "").replace("\x00", "").strip()[:80] for name in cls.__dataclass_fields__}
        words["standing"] = words["standing"] if words["standing"] in STANDINGS else ""
        words["kind"] = words["kind"] if words["kind"] in KINDS else ""
        return cls(**{**words, "who": key_or_none(words["who"]), "pick": key_or_none(words["pick"])})

    def query(self, **changes) -> str:
        """The query string of these filters with some changed, so that every link keeps the rest."""
        now = asdict(replace(self, **changes))
        return urlencode({name: value for name, value in now.items() if value})

    @property
    def narrowed(self) -> bool:
        """Does it show fewer than everybody?"""
        return bool(self.standing or self.kind or self.area or self.q or self.who)


def key_or_none(written: str) -> str:
    """The key as records have it; "" for anything that is none."""
    try:
        return str(UUID(written))
    except ValueError:
        return ""
