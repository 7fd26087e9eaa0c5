"""How well two people may suit each other: a few plain questions, each with its weight and its sentence. Pure.

Nothing hidden and nothing learnt: a co-ordinator can check every part by hand. A protected characteristic (gender,
age) counts only where the young person asked for it; where one side has not told us, the question is left out of the
sum and said aloud, so that somebody who wrote little is not pushed down for it (S12, R8, L9).
"""

from dataclasses import dataclass

ENOUGH_SHARED = 3


@dataclass(frozen=True)
class MentorSide:
    """What a mentor told us that matching may use."""

    name: str
    interests: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    free_times: tuple[str, ...] = ()
    area: str = ""
    gender: str = ""
    age: int | None = None


@dataclass(frozen=True)
class MenteeSide:
    """What a young person told us, and what they asked for."""

    name: str
    interests: tuple[str, ...] = ()
    wants_help_with: tuple[str, ...] = ()
    free_times: tuple[str, ...] = ()
    area: str = ""
    gender_wish: str = ""
    from_elsewhere: bool = False
    mentor_age_wish: str = ""


@dataclass(frozen=True)
class Part:
    """One question: how far it fits (0 to 1, None where we cannot tell), how much it weighs, in words."""

    key: str
    weight: float
    fits: float | None
    words: str


@dataclass(frozen=True)
class Score:
    """0 (nothing fits) to 1 (everything that could be asked fits), what speaks for the pair and what to think about."""

    value: float
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]
    parts: tuple[Part, ...]


def score_of(mentor: MentorSide, mentee: MenteeSide) -> Score:
    """The weighted mean of the questions that both sides answered."""
    asked = (_interests, _help, _times, _place, _gender, _age)
    parts = tuple(part for part in (ask(mentor, mentee) for ask in asked) if part)
    known = [part for part in parts if part.fits is not None]
    weight = sum(part.weight for part in known)
    value = sum(part.weight * part.fits for part in known) / weight if weight else 0.0
    reasons = tuple(part.words for part in known if part.fits >= 1 / ENOUGH_SHARED)
    doubts = tuple(part.words for part in parts if part.fits is None or part.fits < 1 / ENOUGH_SHARED)
    return Score(round(value, 4), reasons, doubts, parts)


def shared(left: tuple[str, ...], right: tuple[str, ...]) -> list[str]:
    """Words in both lists, as the first wrote them; capitals and spaces do not count."""
    there = {_plain(word) for word in right}
    return [word for word in left if _plain(word) in there]


def _plain(word: str) -> str:
    return " ".join(str(word).lower().split())


def _listed(words: list[str]) -> str:
    lowered = [word if word.isupper() else word[:1].lower() + word[1:] for word in words]
    return lowered[0] if len(lowered) == 1 else f"{', '.join(lowered[:-1])} and {lowered[-1]}"


def _interests(mentor: MentorSide, mentee: MenteeSide) -> Part:
    if not mentor.interests or not mentee.interests:
        return Part("interests", 3, None, "One of them has not told us what they like.")
    same = shared(mentee.interests, mentor.interests)
    words = f"Both like {_listed(same[:4])}." if same else "Nothing yet that both like."
    return Part("interests", 3, min(1, len(same) / min(ENOUGH_SHARED, len(mentee.interests))), words)


def _help(mentor: MentorSide, mentee: MenteeSide) -> Part:
    if not mentor.strengths or not mentee.wants_help_with:
        return Part("help", 3, None, f"We don’t know yet what {mentor.name} could help {mentee.name} with.")
    same = shared(mentee.wants_help_with, mentor.strengths)
    if not same:
        return Part("help", 3, 0, f"{mentor.name} has not named what {mentee.name} would like help with.")
    words = f"{mentor.name} can help with {_listed(same[:4])}."
    return Part("help", 3, min(1, len(same) / min(ENOUGH_SHARED, len(mentee.wants_help_with))), words)


def _times(mentor: MentorSide, mentee: MenteeSide) -> Part:
    if not mentor.free_times or not mentee.free_times:
        return Part("times", 2, None, "We don’t know yet when both are free.")
    same = shared(mentee.free_times, mentor.free_times)
    if not same:
        return Part("times", 2, 0, "No time of the week when both are free.")
    return Part("times", 2, min(1, len(same) / 2), f"Both are free {', '.join(same[:4])}.")


def _place(mentor: MentorSide, mentee: MenteeSide) -> Part | None:
    if not mentor.area or not mentee.area:
        return Part("place", 1, None, "We don’t know where both live.")
    same = _plain(mentor.area) == _plain(mentee.area)
    if mentee.from_elsewhere:
        words = f"{mentor.name} is not from round here, as {mentee.name} asked."
        wrong = f"{mentee.name} asked for somebody who is not from round here."
        return Part("place", 3, 0 if same else 1, wrong if same else words)
    return (
        Part("place", 1, 1, "Both are in the same area.")
        if same
        else Part("place", 1, 0, "They live in different areas.")
    )


def _gender(mentor: MentorSide, mentee: MenteeSide) -> Part | None:
    """Counts only where the young person asked."""
    wish = _plain(mentee.gender_wish)
    if not wish or wish in NO_WISH:
        return None
    if not mentor.gender:
        return Part(
            "gender", 3, None, f"{mentee.name} asked for: {mentee.gender_wish}. We don’t know this of {mentor.name}."
        )
    fits = GENDER_WORDS.get(wish, wish) == GENDER_WORDS.get(_plain(mentor.gender), _plain(mentor.gender))
    words = f"{mentee.name} asked for: {mentee.gender_wish}."
    return Part("gender", 3, 1 if fits else 0, words if fits else f"{words} {mentor.name} is not.")


#: Answers to "would you like your mentor to be…" that ask for nothing.
NO_WISH = frozenset({"no preference", "don’t mind", "don't mind", "either", "any", "anyone", "i don’t mind", "no"})
#: Words people use for the same wish.
GENDER_WORDS = {
    "woman": "woman", "women": "woman", "female": "woman", "a woman": "woman", "f": "woman",
    "man": "man", "men": "man", "male": "man", "a man": "man", "m": "man",
}  # fmt: skip
#: What a young person may ask for, and the ages it means.
AGE_WISHES = {"young": (0, 30), "middle": (30, 50), "older": (50, 200)}


def _age(mentor: MentorSide, mentee: MenteeSide) -> Part | None:
    """Counts only where the young person asked."""
    ages = AGE_WISHES.get(mentee.mentor_age_wish)
    if ages is None:
        return None
    if mentor.age is None:
        return Part("age", 2, None, f"{mentee.name} asked for an age; we don’t know how old {mentor.name} is.")
    fits = ages[0] <= mentor.age < ages[1]
    words = f"{mentor.name} is about the age {mentee.name} asked for."
    return Part("age", 2, 1 if fits else 0, words if fits else f"{mentor.name} is not the age {mentee.name} asked for.")
