"""What holds a young person up, each with its age (L10), and the fair order of those who wait. Pure: `today` comes in.

The order is one rule, the same for everybody, and written on the page: the day they said yes (or their last match
ended); who said yes on the same day, by the day they first came; then by reference. A pause loses no place.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

#: Somebody who waits hears from the scheme at least so often, even when there is no news.
CONTACT_EVERY_DAYS = 28
#: So long a wish holds before it is asked again (the same as at the gate).
WISH_HOLDS_DAYS = 182
KINDS = {
    "answer": "First answer",
    "reply": "No reply",
    "meeting": "First meeting",
    "thinking": "Thinking about it",
    "own": "Their own consent",
    "parent": "A parent’s consent",
    "local-authority": "The council’s consent",
    "choice": "Kind of mentor not said",
    "wish": "Wish to be asked again",
    "mentor": "No mentor of that kind",
    "contact": "Not heard from us",
}
OFFERED = {"peer": {"peer"}, "traditional": {"traditional"}, "either": {"peer", "traditional"}}


@dataclass(frozen=True)
class Barrier:
    """One thing that holds somebody up, and since when. `kind` is a key of KINDS."""

    kind: str
    words: str
    since: date

    def days(self, today: date) -> int:
        return max((today - self.since).days, 0)


@dataclass(frozen=True)
class Standing:
    """How one young person stands. `contacts`: (day, reached), newest first; `consents`: (kind, day asked or None) of
    those that are needed and do not hold; `on_offer`: kinds of mentor with a place free."""

    state: str
    since: date
    came_on: date
    contacts: Sequence[tuple[date, bool]] = ()
    consents: Sequence[tuple[str, date | None]] = ()
    mentor_kind: str = ""
    wish_on: date | None = None
    waiting_since: date | None = None
    has_mentor: bool = False
    on_offer: frozenset = field(default_factory=frozenset)


def barriers(standing: Standing, today: date) -> list[Barrier]:
    """Everything that holds them up now, the oldest first."""
    found = [*_before(standing), *_no_reply(standing), *_consents(standing)]
    if standing.state == "waiting" and not standing.has_mentor:
        found += _waiting(standing, today)
    return sorted(found, key=lambda barrier: barrier.since)


def _before(s: Standing) -> list[Barrier]:
    """Before they wait: whose turn it is."""
    words = {
        "referred": ("answer", "Nobody has answered them yet."),
        "contacted": ("meeting", "They have not been met yet."),
        "met": ("thinking", "They have not said yet whether they go on."),
    }
    return [Barrier(*words[s.state], s.since)] if s.state in words else []


def _no_reply(s: Standing) -> list[Barrier]:
    """Tries since they were last reached."""
    tries = []
    for day, reached in s.contacts:
        if reached:
            break
        tries.append(day)
    if not tries:
        return []
    number = "one try" if len(tries) == 1 else f"{len(tries)} tries"
    return [Barrier("reply", f"No reply to {number}.", min(tries))]


def _consents(s: Standing) -> list[Barrier]:
    """From the first meeting on. One that was not even asked for is as old as the step that called for it."""
    if s.state not in ("met", "waiting"):
        return []
    how = {True: "was asked for and has not been given", False: "has not been asked for"}
    return [
        Barrier(kind, f"{KINDS[kind]} {how[asked_on is not None]}.", asked_on or s.since)
        for kind, asked_on in s.consents
    ]


def _waiting(s: Standing, today: date) -> list[Barrier]:
    began, found = s.waiting_since or s.since, []
    if not s.mentor_kind:
        found.append(Barrier("choice", "They have not said what kind of mentor they want.", began))
    elif not OFFERED[s.mentor_kind] & s.on_offer:
        words = {"peer": "No peer mentor has a place.", "traditional": "No older mentor has a place."}
        found.append(Barrier("mentor", words.get(s.mentor_kind, "No mentor has a place."), began))
    if s.wish_on is None or (today - s.wish_on).days > WISH_HOLDS_DAYS:
        since = s.wish_on + timedelta(days=WISH_HOLDS_DAYS) if s.wish_on else began
        found.append(Barrier("wish", "Nobody has asked lately whether they still want a mentor.", since))
    due = contact_due_on(began, s.contacts)
    return [*found, Barrier("contact", "A word from us is overdue.", due)] if due <= today else found


def contact_due_on(waiting_since: date, contacts: Iterable[tuple[date, bool]]) -> date:
    """By when somebody gets in touch: four weeks after they were last reached, or after they began to wait."""
    reached = [day for day, was_reached in contacts if was_reached]
    return max([waiting_since, *reached]) + timedelta(days=CONTACT_EVERY_DAYS)


def passed_over(said_yes: datetime, later: Sequence[datetime]) -> int:
    """How many who said yes later have a mentor already; `later` is sorted."""
    return len(later) - bisect_right(later, said_yes)
