"""What the two sides told us that a score may use, and what a score says. Plain values."""

from dataclasses import dataclass


@dataclass(frozen=True)
class MentorSide:
    """`age` in whole years, `months` they can give, `knows_about` in the words of L3; None or empty: not told."""

    name: str
    interests: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    free_times: tuple[str, ...] = ()
    area: str = ""
    gender: str = ""
    age: int | None = None
    outcode: str = ""
    languages: tuple[str, ...] = ()
    communities: tuple[str, ...] = ()
    is_peer: bool = False
    months: int | None = None
    knows_about: tuple[str, ...] = ()


@dataclass(frozen=True)
class MenteeSide:
    """`background_wish`: "", "like-me" or "elsewhere"; `kind_wish`: "", "peer", "traditional" or "either"; `months`
    they would like; `why_now` in the words of L3."""

    name: str
    interests: tuple[str, ...] = ()
    wants_help_with: tuple[str, ...] = ()
    free_times: tuple[str, ...] = ()
    area: str = ""
    gender_wish: str = ""
    background_wish: str = ""
    mentor_age_wish: str = ""
    outcode: str = ""
    languages: tuple[str, ...] = ()
    communities: tuple[str, ...] = ()
    kind_wish: str = ""
    months: int | None = None
    why_now: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """How far one question fits (0 to 1, None where we cannot tell), in words."""

    fits: float | None
    words: str


@dataclass(frozen=True)
class Part:
    """An answer with the question's key and how much it weighs."""

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
