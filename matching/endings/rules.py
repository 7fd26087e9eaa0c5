"""What a formal ending needs, and which endings ask for care before a new match (S15). Pure."""

from datetime import date

HURRIED = ("unplanned", "premature")


def ending_lacks(
    *, way: str, meeting_on: date | None, letter: str, letter_sent_on: date | None, today: date
) -> list[str]:
    """What is missing before the match can be closed, in sentences; empty when nothing is (S15).

    A meeting with the co-ordinator has been held, or a letter has been written and sent.
    """
    if way == "meeting":
        if meeting_on is None:
            return ["Say when the meeting with the co-ordinator was held."]
        return ["The meeting has not been held yet."] if meeting_on > today else []
    lacks = []
    if not letter.strip():
        lacks.append("Write the words of the letter.")
    if letter_sent_on is None:
        lacks.append("Say when the letter was sent.")
    elif letter_sent_on > today:
        lacks.append("The letter has not been sent yet.")
    return lacks


def needs_review(planned: str) -> bool:
    """A hurried new match after an ending nobody planned is the one with known harm: it asks for a signed review."""
    return planned in HURRIED
