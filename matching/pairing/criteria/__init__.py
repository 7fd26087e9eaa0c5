"""How well two people may suit each other: plain questions, each with its weight and its sentence. Pure.

Nothing hidden and nothing learnt: a co-ordinator can check every part by hand. Each criterion is a function (mentor's
side, mentee's side) → `Answer`, or None where the question is not asked of these two. A protected characteristic
counts only where the young person asked for it; where one side has not told us, the question is left out of the sum
and said aloud, so that somebody who wrote little is not pushed down for it (S12, R8, L9).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from matching.pairing.criteria import places, tastes, times, wishes
from matching.pairing.criteria.sides import Answer, MenteeSide, MentorSide, Part, Score

__all__ = ["CRITERIA", "WEIGHT_MOST", "Criterion", "MenteeSide", "MentorSide", "Part", "Score", "score_of", "weighed"]

#: A scheme gives each question a weight from nought (not asked at all) to this.
WEIGHT_MOST = 5
#: From here on an answer speaks for a pair; below, it is something to think about.
SPEAKS_FOR = 1 / 3


@dataclass(frozen=True)
class Criterion:
    """`question` is what a co-ordinator reads beside the weight; `weight` is the one we begin with; `if_asked`: counts
    only where the young person asked for it."""

    key: str
    question: str
    weight: int
    ask: Callable[[MentorSide, MenteeSide], Answer | None]
    if_asked: bool = False


CRITERIA: dict[str, Criterion] = {
    criterion.key: criterion
    for criterion in (
        Criterion("interests", "Do they like the same things?", 3, tastes.interests),
        Criterion("help", "Can the mentor help with what is wanted?", 3, tastes.help_wanted),
        Criterion("times", "Are both free at the same times?", 2, times.times),
        Criterion("place", "Do they live near each other?", 1, places.place),
        Criterion("languages", "Do they share the languages asked for?", 2, tastes.languages, if_asked=True),
        Criterion("gender", "Is the mentor of the gender asked for?", 3, wishes.gender, if_asked=True),
        Criterion("age", "Is the mentor of the age asked for?", 2, wishes.age, if_asked=True),
        Criterion("kind", "Is it the kind of mentor that was chosen?", 1, wishes.kind, if_asked=True),
        Criterion("background", "Is it the background asked for?", 3, wishes.background, if_asked=True),
        Criterion("months", "Can the mentor give as long as is wished?", 1, times.months, if_asked=True),
        Criterion("knows", "Has the mentor lived what is going on now?", 2, tastes.knows, if_asked=True),
    )
}


def weighed(weights: Mapping[str, float] | None = None) -> dict[str, float]:
    """{key: weight} of every criterion: the scheme's own, or the one we begin with. What we do not know is left out."""
    own = weights or {}
    return {key: own.get(key, criterion.weight) for key, criterion in CRITERIA.items()}


def score_of(mentor: MentorSide, mentee: MenteeSide, weights: Mapping[str, float] | None = None) -> Score:
    """The weighted mean of the questions that both sides answered. `weights`: the scheme's own, by key."""
    parts = _parts(mentor, mentee, weighed(weights))
    known = [part for part in parts if part.fits is not None]
    weight = sum(part.weight for part in known)
    value = sum(part.weight * part.fits for part in known) / weight if weight else 0.0
    reasons = tuple(part.words for part in known if part.fits >= SPEAKS_FOR)
    doubts = tuple(part.words for part in parts if part.fits is None or part.fits < SPEAKS_FOR)
    return Score(value, reasons, doubts, parts)


def _parts(mentor: MentorSide, mentee: MenteeSide, weights: Mapping[str, float]) -> tuple[Part, ...]:
    asked = ((key, weights[key], criterion.ask) for key, criterion in CRITERIA.items() if weights[key])
    answers = ((key, weight, ask(mentor, mentee)) for key, weight, ask in asked)
    return tuple(Part(key, weight, answer.fits, answer.words) for key, weight, answer in answers if answer)
