"""Three plain questions, and when they are asked (R11). Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

#: Asked at most so often, and not before two people have had so long to get to know each other.
EVERY_DAYS = 14
LOWEST, HIGHEST = 1, 4
NO_TO_YES = (
    pgettext_lazy("how much", "No"),
    pgettext_lazy("how much", "A little"),
    pgettext_lazy("how much", "Mostly"),
    pgettext_lazy("how much", "Yes"),
)


@dataclass(frozen=True)
class Question:
    """`asks` is said to the young person, `{name}` being their mentor's; `short` heads the answers."""

    asks: str
    short: str
    answers: tuple[str, str, str, str]

    def word(self, value: int) -> str:
        return self.answers[value - 1]

    @property
    def choices(self) -> list[tuple[int, str]]:
        return list(enumerate(self.answers, start=LOWEST))


QUESTIONS: dict[str, Question] = {
    "going": Question(
        _("How is it going with {name}?"),
        _("How it is going"),
        (_("Not good"), _("So-so"), _("Good"), _("Really good")),
    ),
    "heard": Question(_("Do you feel listened to?"), _("Feels listened to"), NO_TO_YES),
    "wanted": Question(_("Is this what you want it to be?"), _("Is what they want"), NO_TO_YES),
}


def next_question(answers: Mapping[str, int]) -> str:
    """The first that has no answer yet; "" once all three have one."""
    return next((key for key in QUESTIONS if key not in answers), "")


def place_of(key: str) -> int:
    """1, 2 or 3."""
    return list(QUESTIONS).index(key) + 1


def is_low(answers: Mapping[str, int]) -> bool:
    """Is one of the answers the lowest there is? Then somebody who was told should ask how they can help."""
    return LOWEST in answers.values()


def next_day(said_on: date) -> date:
    return said_on + timedelta(days=EVERY_DAYS)


def is_due(*, together_since: date | None, not_before: date | None, is_off: bool, today: date) -> bool:
    """Is it time to ask? Never somebody who said not to, and never sooner than they were told."""
    if is_off or together_since is None:
        return False
    return today >= (not_before or next_day(together_since))


def finding(name: str, lines: list[Mapping[str, int]]) -> str:
    """In one sentence, of answers with the newest last: where it stands, and which way it went since last time."""
    latest, before = lines[-1], (lines[-2] if len(lines) > 1 else {})
    key = next(key for key in QUESTIONS if key in latest)
    said = f"{QUESTIONS[key].short}: {QUESTIONS[key].word(latest[key]).lower()}, says {name}"
    change = sum(latest[key] - before[key] for key in latest.keys() & before.keys())
    if not change:
        return said
    return f"{said}. {'Better' if change > 0 else 'Less good'} than the time before"
