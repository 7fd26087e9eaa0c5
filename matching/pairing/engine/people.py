"""The people of one plan in columns: a place in every array is one person. Pure; scores and exclusions read this."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np

from matching.pairing.criteria import MenteeSide, MentorSide
from matching.pairing.engine.places import Places, places_of
from matching.pairing.engine.tags import Tags, Vocabulary

#: Criterion → (what the mentor wrote, what the young person wrote).
TAGGED = {
    "interests": ("interests", "interests"),
    "help": ("strengths", "wants_help_with"),
    "times": ("free_times", "free_times"),
    "languages": ("languages", "languages"),
    "communities": ("communities", "communities"),
    "knows": ("knows_about", "why_now"),
}

KINDS = {"peer": 1, "traditional": 2, "either": 3}


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
    """`born`: days as numbers (20050131), nought where not known; `places`: free ones; `blocked`: line of the gate →
    whether it stops this mentor, whoever the young person is."""

    keys: Sequence
    refs: Sequence[str]
    sides: Sequence[MentorSide]
    born: np.ndarray
    places: np.ndarray
    blocked: dict[str, np.ndarray]

    def __len__(self) -> int:
        return len(self.sides)

    @cached_property
    def peer(self) -> np.ndarray:
        return np.array([side.is_peer for side in self.sides], dtype=bool)


@dataclass(frozen=True)
class Mentees:
    """`turn`: place in the fair order of those who wait, nought first; `settled`: they and a mentor said yes to each
    other, so nobody more is planned for them; `blocked` as for mentors."""

    keys: Sequence
    refs: Sequence[str]
    sides: Sequence[MenteeSide]
    born: np.ndarray
    turn: np.ndarray
    settled: np.ndarray
    blocked: dict[str, np.ndarray]

    def __len__(self) -> int:
        return len(self.sides)

    @cached_property
    def kinds(self) -> np.ndarray:
        """What each chose (P4), as a number of KINDS; nought: nothing chosen yet."""
        return np.array([KINDS.get(side.kind_wish, 0) for side in self.sides], dtype=np.int64)


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
        return tags_of(self.mentors.sides, self.mentees.sides)

    @cached_property
    def places(self) -> Places:
        return places_of(self.mentors.sides, self.mentees.sides)

    def with_mentors(self, extra: Sequence[MentorSide]) -> "Problem":
        """The same with more mentors at the end, cleared and with one place each; no age told: they are forty."""
        ages = np.array([40 if side.age is None else side.age for side in extra], dtype=np.int64)
        now, more = self.mentors, len(extra)
        return replace(
            self,
            mentors=Mentors(
                keys=[*now.keys, *[None] * more],
                refs=[*now.refs, *[""] * more],
                sides=[*now.sides, *extra],
                born=np.concatenate([now.born, self.today - 10_000 * ages]),
                places=np.concatenate([now.places, np.ones(more, dtype=np.int64)]),
                blocked={key: np.concatenate([line, np.zeros(more, dtype=bool)]) for key, line in now.blocked.items()},
            ),
        )

    def with_one_more_place(self) -> "Problem":
        """The same where every mentor takes one young person more."""
        now, places = self.mentors, self.mentors.places + 1
        full = {**now.blocked, "capacity": places <= 0}
        return replace(self, mentors=replace(now, places=places, blocked=full))


def tags_of(mentors: Sequence[MentorSide], mentees: Sequence[MenteeSide]) -> dict[str, tuple[Tags, Tags]]:
    """Words of both sides as bits, by criterion."""
    found = {}
    for key, (ours, theirs) in TAGGED.items():
        wanted = [getattr(side, theirs) for side in mentees]
        words = Vocabulary(wanted)
        found[key] = words.tags([getattr(side, ours) for side in mentors]), words.tags(wanted)
    return found


def day_number(day: date | None) -> int:
    """20050131; nought where not known. Whole years between two days are a subtraction of these, by 10,000."""
    return day.year * 10_000 + day.month * 100 + day.day if day else 0


def pairs_array(pairs) -> np.ndarray:
    """Pairs of places as an array of two columns, also where there is none."""
    return np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)
