"""The two long lists of a scheme: which columns they show and how a row reads. Pure: `today` is passed in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from mentoring.web.wording import short_day

COLUMNS = ("created_at", "id", "name", "ref", "state", "area", "email", "phone")

#: Colour of a state's pill: what is moving, what rests, what is over.
TONES = {
    "approved": "good",
    "waiting": "good",
    "group-only": "good",
    "enquired": "today",
    "applied": "today",
    "referred": "today",
    "paused": "plain",
}
OVER = {"left", "withdrawn", "declined", "moved-on", "chose-not", "not-eligible", "signposted"}


@dataclass(frozen=True)
class Filters:
    """What the address asks for; anything it does not know is left out."""

    state: str = ""
    area: str = ""
    q: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, str], states: Sequence[str]) -> "Filters":
        """From the query of an address. A NUL cannot be stored, so nothing is found by one."""
        words = {name: asked.get(name, "").replace("\x00", "").strip()[:80] for name in ("state", "area", "q")}
        if words["state"] not in states:
            words["state"] = ""
        return cls(**words)

    def query(self, **changes) -> str:
        """The query string of these filters with some changed, so that every link keeps the rest."""
        now = {"state": self.state, "area": self.area, "q": self.q, **changes}
        return urlencode({name: value for name, value in now.items() if value})

    @property
    def any(self) -> bool:
        return bool(self.state or self.area or self.q)


def roster_row(values: tuple, states: Mapping[str, str], today: date) -> dict[str, str]:
    """One row in words, from the columns of the list. Every value is a string, which templates print fastest; what
    nobody typed is marked as safe, because escaping 50 rows of it takes longer than printing them."""
    created_at, key, name, ref, state, area, email, phone = values
    return {
        "key": SafeString(key),
        "name": name,
        "ref": SafeString(ref),
        "state": SafeString(states[state]),
        "tone": SafeString(TONES.get(state, "plain" if state in OVER else "waiting")),
        "area": area,
        "email": email,
        "phone": phone,
        "reach": email or phone,
        "since": SafeString(since_words(created_at, today)),
    }


def since_words(created_at: datetime, today: date) -> str:
    return short_day(localtime(created_at).date(), today)
