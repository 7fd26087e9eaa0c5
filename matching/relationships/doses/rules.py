"""How often two people were to meet by what they agreed, and how often they did: planned and delivered dose (R5, L4).

Pure. A pair that agreed on nothing is taken to meet once a week, as everywhere else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

#: Below this share of what was foreseen a pair meets too little (lifecycle.md); asked once so many were foreseen.
THIN, ENOUGH_TO_SAY = Fraction(60, 100), 4
#: From this share on nearly all of it took place.
FULL = Fraction(80, 100)


@dataclass(frozen=True)
class Dose:
    """Sessions foreseen up to a day, those in which they met, of these with a group or at a workshop; minutes."""

    foreseen: int
    met: int = 0
    with_others: int = 0
    minutes: int = 0

    @property
    def is_thin(self) -> bool:
        return self.foreseen >= ENOUGH_TO_SAY and self.met < THIN * self.foreseen

    @property
    def band(self) -> str:
        """How much of what was foreseen took place: "full", "most", "thin"; "early" while too little was foreseen."""
        if self.foreseen < ENOUGH_TO_SAY:
            return "early"
        if self.is_thin:
            return "thin"
        return "full" if self.met >= FULL * self.foreseen else "most"

    @property
    def _is_within(self) -> bool:
        return self.foreseen > 0 and self.met <= self.foreseen

    @property
    def hours(self) -> int:
        return round(self.minutes / 60)

    @property
    def words(self) -> str:
        """How often they met; of how often they meant to, unless it was more often."""
        return f"{self.met} of {self.foreseen}" if self._is_within else str(self.met)

    @property
    def counts(self) -> str:
        """What the words count."""
        return "times they meant to meet" if self._is_within else "times met"


def sessions_foreseen(
    begin: date,
    end: date,
    rhythms: Sequence[tuple[date, int]],
    silences: Sequence[tuple[date, date]],
    usual_days: int,
) -> int:
    """Whole sessions that fall between two days, the first not counted, the last counted.

    `rhythms`: (from which day, every how many days), in order of time; before the first of them, `usual_days`.
    `silences`: (first day, first day after it) of pauses and endings, in which nobody expects them to meet.
    """
    turns = {begin, end, *(day for day, _ in rhythms), *(day for silence in silences for day in silence)}
    days = sorted(day for day in turns if begin <= day <= end)
    total = Fraction(0)
    for first, after in zip(days, days[1:], strict=False):
        if not any(silence[0] <= first < silence[1] for silence in silences):
            total += Fraction((after - first).days, rhythm_on(first, rhythms, usual_days))
    return int(total)


def rhythm_on(day: date, rhythms: Sequence[tuple[date, int]], usual_days: int) -> int:
    """Every how many days they meant to meet on this day."""
    return next((every for begun, every in reversed(rhythms) if begun <= day), usual_days)


def silences_of(changes: Sequence[tuple[date, str]], end: date) -> list[tuple[date, date]]:
    """(first day, first day after) of each stretch in which they were paused or ending; `changes` are (day, state to
    which the match moved), in order of time."""
    found, since = [], None
    for day, state in changes:
        if state in ("paused", "ending"):
            since = since or day
        elif since:
            found.append((since, day))
            since = None
    return [*found, (since, max(end, since))] if since else found
