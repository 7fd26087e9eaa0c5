"""What two people ask themselves about a peer mentor (P1, L11): ready, willing, able, separate enough, still relevant,
and supported. By reflection, not by recency: nobody counts years. Pure."""

from collections.abc import Mapping
from typing import NamedTuple


class Asked(NamedTuple):
    """One question: what it is called in short, and how it is asked."""

    short: str
    words: str


QUESTIONS = {
    "ready": Asked("Ready", "Are they settled enough in themselves to hear somebody else’s troubles?"),
    "willing": Asked("Willing", "Do they want this for the young person’s sake, and for long enough?"),
    "able": Asked("Able", "Can they listen, keep limits and turn up?"),
    "separate": Asked("Separate enough", "Is their life far enough from the young person’s: people, places, courts?"),
    "relevant": Asked("Still relevant", "Does what they share still fit what young people meet today?"),
    "support": Asked("Own support", "Who is there for them when something is stirred up? Name that person."),
}
YES, NOT_YET = "yes", "not-yet"
Answers = Mapping[str, Mapping[str, str]]


def answered(words: str) -> dict[str, dict[str, str]]:
    """Yes to every question with these words; for whoever has them in one sentence."""
    return {key: {"answer": YES, "words": words} for key in QUESTIONS}


def still_open(answers: Answers | None) -> dict[str, str]:
    """{question: sentence} for each that does not let a peer mentor be ready: unanswered, "not yet", or a bare yes."""
    found = {}
    for key, asked in QUESTIONS.items():
        given = (answers or {}).get(key) or {}
        if given.get("answer") != YES:
            found[key] = f"{asked.short}: a peer mentor is ready only when this is a yes."
        elif not given.get("words", "").strip():
            found[key] = f"{asked.short}: say how you know."
    return found


def in_sum(answers: Answers | None) -> str:
    """The answers as one text, one line each; "" where nothing was answered."""
    lines = []
    for key, asked in QUESTIONS.items():
        given = (answers or {}).get(key) or {}
        if given.get("answer"):
            says = "yes" if given["answer"] == YES else "not yet"
            lines.append(f"{asked.short}: {says}. {given.get('words', '').strip()}".rstrip())
    return "\n".join(lines)
