"""Two plans beside each other in words: how many, how well, whose wishes are met, who gains and who loses. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from matching.pairing.criteria import CRITERIA
from matching.pairing.engine.what_if import WhatIf


@dataclass(frozen=True)
class Figure:
    """A line of the comparison: what it counts, now and then, in words; `tone` "good" or "warn" where it moved."""

    words: str
    before: str
    after: str
    tone: str = ""


def figures(found: WhatIf, waiting: int) -> list[Figure]:
    """`waiting`: how many young people the plan is for."""
    before, after = found.before, found.after
    return [
        _figure(f"Matched, of {waiting} who wait", before.matched, after.matched),
        _figure("How well the pairs suit, of 100", round(100 * before.mean), round(100 * after.mean)),
        *(_wish(CRITERIA[key].question, *both) for key, *both in found.wishes),
    ]


def _figure(words: str, before: int, after: int) -> Figure:
    return Figure(words, str(before), str(after), _tone(after - before))


def _wish(question: str, before: tuple[int, int], after: tuple[int, int]) -> Figure:
    """How many of those in the plan who asked for it have it."""
    said = [f"{met} of {asked}" if asked else "–" for met, asked in (before, after)]
    return Figure(question, *said, _tone(after[0] - before[0]))


def _tone(more: int) -> str:
    return "good" if more > 0 else "warn" if more < 0 else ""


@dataclass(frozen=True)
class Moved:
    """A young person (their place in the plan) for whom something changes: with whom now, with whom then."""

    mentee: int
    before: str
    after: str


def moved(found: WhatIf, places: Sequence[int], names: Sequence[str]) -> list[Moved]:
    """`names`: of the mentors, those who are only tried out at the end."""

    def name(place: int) -> str:
        return names[place] if place >= 0 else "nobody"

    return [Moved(place, name(found.before.mentors[place]), name(found.after.mentors[place])) for place in places]
