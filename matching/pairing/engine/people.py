"""The people of one plan in columns: a place in every array is one person. Pure; scores and exclusions read this."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np

from matching.pairing.criteria import MenteeSide, MentorSide
from matching.pairing.engine.known import Known
from matching.pairing.engine.packing import KINDS, TAGGED, mentor_packed
from matching.pairing.engine.places import Places, places_of
from matching.pairing.engine.tags import Tags, tags_of

#: The age of a mentor whose day of birth is not known.
UNKNOWN = -1_000


@dataclass(frozen=True)
class Rules:
    """A scheme's own rules: ages in years, the farthest two may live apart in kilometres, weights by criterion, and
    the aim: "most" (young people matched, then the best total) or "best" (total alone)."""

    mentor_age_from: int = 18
    mentee_age_from: int = 16
    mentee_age_to: int = 25
    age_gap_least: int = 3
    farthest_km: int | None = None
    weights: dict | None = None
    aim: str = "most"


@dataclass(frozen=True)
class Mentors:
    """`known`: what the engine works on; `sides`: the same in words, for sentences; `ages` in whole years, UNKNOWN
    where not known; `places`: free ones; `blocked`: line of the gate → whether it stops this mentor, whoever the young
    person is."""

    keys: Sequence
    refs: Sequence[str]
    sides: Sequence[MentorSide]
    known: Known
    ages: np.ndarray
    places: np.ndarray
    blocked: dict[str, np.ndarray]

    def __len__(self) -> int:
        return len(self.known)

    @cached_property
    def peer(self) -> np.ndarray:
        return self.known.column("kind") == KINDS["peer"]


@dataclass(frozen=True)
class Mentees:
    """`turn`: place in the fair order of those who wait, nought first; `settled`: they and a mentor said yes to each
    other, so nobody more is planned for them; `blocked` as for mentors."""

    keys: Sequence
    refs: Sequence[str]
    sides: Sequence[MenteeSide]
    known: Known
    turn: np.ndarray
    settled: np.ndarray
    blocked: dict[str, np.ndarray]

    def __len__(self) -> int:
        return len(self.known)


@dataclass(frozen=True)
class Problem:
    """Everything a plan is made of. `against`: line of the gate → pairs (mentor's place, young person's place) that it
    stops by name; `excepted`: pairs whose ages a second person agreed to (P3)."""

    mentors: Mentors
    mentees: Mentees
    rules: Rules
    today: int
    against: dict[str, np.ndarray]
    excepted: np.ndarray

    @cached_property
    def tags(self) -> dict[str, tuple[Tags, Tags]]:
        """Criterion → tags of the mentors, tags of the young people."""
        return {key: tags_of(self.mentors.known.words(key), self.mentees.known.words(key)) for key in TAGGED}

    @cached_property
    def places(self) -> Places:
        return places_of(self.mentors.known, self.mentees.known)

    def with_mentors(self, extra: Sequence[MentorSide]) -> "Problem":
        """The same with more mentors at the end, cleared and with one place each; no age told: the gate takes them
        for forty."""
        now, more = self.mentors, len(extra)
        born = [self.today - 10_000 * (40 if side.age is None else side.age) for side in extra]
        packed = [mentor_packed(side, born=day, not_from=()) for side, day in zip(extra, born, strict=True)]
        ages = np.array([UNKNOWN if side.age is None else side.age for side in extra], dtype=np.int64)
        return replace(
            self,
            mentors=Mentors(
                keys=[*now.keys, *[None] * more],
                refs=[*now.refs, *[""] * more],
                sides=[*now.sides, *extra],
                known=Known([*now.known.packed, *packed]),
                ages=np.concatenate([now.ages, ages]),
                places=np.concatenate([now.places, np.ones(more, dtype=np.int64)]),
                blocked={key: np.concatenate([line, np.zeros(more, dtype=bool)]) for key, line in now.blocked.items()},
            ),
        )

    def with_one_more_place(self) -> "Problem":
        """The same where every mentor takes one young person more."""
        now, places = self.mentors, self.mentors.places + 1
        full = {**now.blocked, "capacity": places <= 0}
        return replace(self, mentors=replace(now, places=places, blocked=full))


def day_number(day: date | None) -> int:
    """20050131; nought where not known. Whole years between two days are a subtraction of these, by 10,000."""
    return day.year * 10_000 + day.month * 100 + day.day if day else 0


def ages_on(born: np.ndarray, today: int) -> np.ndarray:
    """Whole years lived by today, of days as numbers; UNKNOWN where a day is not known."""
    return np.where(born > 0, (today - born) // 10_000, UNKNOWN)


def pairs_array(pairs) -> np.ndarray:
    """Pairs of places as an array of two columns, also where there is none."""
    return np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)
