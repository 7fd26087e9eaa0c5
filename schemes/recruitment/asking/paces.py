"""How long it takes, said to somebody who asks: from the scheme's own last year, or else its promise. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

#: Fewer than so many people tell no pace, and might tell who they were.
ENOUGH = 5


@dataclass(frozen=True)
class Paces:
    """In days; None where too few people took that way. `promised` is what the scheme promises for a first answer."""

    promised: int
    answer: int | None = None
    waiting: int | None = None

    @property
    def answer_words(self) -> str:
        if self.answer is None or self.answer > self.promised:
            return f"We get in touch within {days_words(self.promised)}."
        if self.answer == 0:
            return "Most people hear from us on the same day."
        return f"Most people hear from us in {days_words(self.answer)}."

    @property
    def waiting_words(self) -> str:
        """How long until they choose a mentor can begin: "" where nobody can say."""
        if self.waiting is None:
            return ""
        return f"From asking to looking for a mentor took most people about {long_words(self.waiting)}."


def typical(days: Iterable[int]) -> int | None:
    """The middle of these numbers of days, rounded; None of fewer than five."""
    known = sorted(days)
    return round(median(known)) if len(known) >= ENOUGH else None


def days_words(days: int) -> str:
    return {1: "a day", 7: "a week"}.get(days, f"{days} days")


def long_words(days: int) -> str:
    """Days as people say them: "4 days", "a week", "5 weeks"."""
    weeks = round(days / 7)
    return days_words(days) if days < 7 else "a week" if weeks <= 1 else f"{weeks} weeks"
