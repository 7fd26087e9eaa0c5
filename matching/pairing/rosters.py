"""The list of matches: what the address may ask for, and how a row reads. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from matching.pairing.states import ON_THE_WAY, TOGETHER
from mentoring.web.wording import short_day

COLUMNS = (
    "created_at", "id", "volunteer__name", "young_person__name", "state", "introduced_on", "ended_on",
    "mentee_answer", "mentor_answer",
)  # fmt: skip

#: The tabs above the list: short name, words, states.
GROUPS = {
    "on-the-way": ("On the way", ON_THE_WAY),
    "together": ("Together", TOGETHER),
    "ended": ("Ended", ("ended",)),
    "not-taken-up": ("Not taken up", ("declined",)),
}
TONES = {
    "proposed": "waiting",
    "profiles-shared": "waiting",
    "accepted": "watch",
    "risk-approved": "watch",
    "introduced": "good",
    "active": "good",
    "under-review": "good",
    "paused": "plain",
    "ending": "watch",
}


@dataclass(frozen=True)
class Filters:
    """What the address asks for; anything it does not know is left out."""

    group: str = ""
    q: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> "Filters":
        group = asked.get("group", "")
        return cls(group if group in GROUPS else "", asked.get("q", "").replace("\x00", "").strip()[:80])

    def query(self, **changes) -> str:
        """The query string of these filters with some changed."""
        now = {"group": self.group, "q": self.q, **changes}
        return urlencode({name: value for name, value in now.items() if value})

    @property
    def any(self) -> bool:
        return bool(self.group or self.q)


def match_row(values: tuple, states: Mapping[str, str], today) -> dict[str, str]:
    """One row in words, every value a string, and marked as safe where nobody typed it (`roster_row` says why)."""
    created_at, key, mentor, mentee, state, introduced_on, ended_on, mentee_answer, mentor_answer = values
    return {
        "key": SafeString(key),
        "mentor": mentor,
        "mentee": mentee,
        "state": SafeString(states[state]),
        "tone": SafeString(TONES.get(state, "plain")),
        "proposed": SafeString(short_day(localtime(created_at).date(), today)),
        "introduced": SafeString(short_day(introduced_on, today) if introduced_on else ""),
        "ended": SafeString(short_day(ended_on, today) if ended_on else ""),
        "waits_for": SafeString(waits_for(state, mentee_answer, mentor_answer)),
    }


def waits_for(state: str, mentee_answer: str, mentor_answer: str) -> str:
    """Whose turn it is."""
    if state == "profiles-shared":
        return "The mentor’s answer" if mentee_answer == "yes" else "The young person’s answer"
    turns = {
        "proposed": "Profiles to be shared",
        "accepted": "What is still missing",
        "risk-approved": "The introduction",
        "introduced": "Their first meeting",
        "ending": "The formal ending",
    }
    return turns.get(state, "")
