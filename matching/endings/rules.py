"""What a formal ending needs, and which endings ask for care before a new match (S15). Pure."""

from dataclasses import dataclass
from datetime import date

#: Everything but a planned ending; also two who were introduced and never met: somebody was let down (lifecycle.md).
HURRIED = ("unplanned", "premature", "never-started")
#: A young person in one of these states has gone, as far as this scheme is concerned.
MENTEE_GONE = ("moved-on", "chose-not", "not-eligible", "signposted")


@dataclass(frozen=True)
class Known:
    """What is known of an ending so far. `departed`: {side: first name} of those of the two who have gone."""

    planned: str
    reason: str
    way: str
    meeting_on: date | None
    letter: str
    letter_to: str
    letter_sent_on: date | None
    have_met: bool
    goals_unsaid: int
    departed: dict[str, str]


def ending_lacks(known: Known, today: date) -> list[str]:
    """What is missing before the match can be closed, in sentences; empty when nothing is (S15).

    A meeting with the co-ordinator has been held, or a letter has been written and sent; who has gone gets the letter.
    """
    lacks = _kind_lacks(known)
    if not known.way:
        lacks.append("Say how it is marked: at a meeting, or by a letter.")
    if known.way == "meeting":
        lacks += _meeting_lacks(known.meeting_on, today)
    if known.way == "letter":
        lacks += _letter_lacks(known, today)
    elif known.departed and _letter_lacks(known, today):
        lacks.append(f"{_one_of(known.departed)} has gone. Write them a letter, and send it.")
    if known.departed and known.letter_to not in known.departed:
        lacks.append(f"{_one_of(known.departed)} has gone, so the letter is for them.")
    if known.goals_unsaid:
        lacks.append("Say of each goal what became of it.")
    return lacks


def _kind_lacks(known: Known) -> list[str]:
    lacks = [] if known.planned else ["Say whether it was planned."]
    if known.planned == "never-started" and known.have_met:
        lacks.append("They have met, so it did start. Say whether it was planned.")
    return lacks if known.reason else [*lacks, "Choose the reason."]


def _meeting_lacks(meeting_on: date | None, today: date) -> list[str]:
    if meeting_on is None:
        return ["Say when the meeting with the co-ordinator was held."]
    return ["The meeting has not been held yet."] if meeting_on > today else []


def _letter_lacks(known: Known, today: date) -> list[str]:
    lacks = [] if known.letter.strip() else ["Write the words of the letter."]
    if known.letter_sent_on is None:
        lacks.append("Say when the letter was sent.")
    elif known.letter_sent_on > today:
        lacks.append("The letter has not been sent yet.")
    return lacks


def _one_of(departed: dict[str, str]) -> str:
    return next(iter(departed.values()))


def needs_review(planned: str) -> bool:
    """A hurried new match after an ending nobody planned is the one with known harm: it asks for a signed review."""
    return planned in HURRIED
