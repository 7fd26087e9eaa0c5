"""Whether two people live near each other, said so that nobody's town or distance can be read off it (L9). Pure."""

from matching.pairing.criteria.outcodes import kilometres
from matching.pairing.criteria.sides import Answer, MenteeSide, MentorSide
from matching.pairing.criteria.words import plain

#: Up to here people live close; from there on it counts less and less, and beyond FAR_KM not at all.
CLOSE_KM, FAR_KM = 5, 30
ELSEWHERE, LIKE_ME = "elsewhere", "like-me"


def place(mentor: MentorSide, mentee: MenteeSide) -> Answer | None:
    """By the first halves of the postcodes; where one is not known, by the names of the areas. Whoever asked for
    somebody from elsewhere is not asked about nearness (see `background`)."""
    if mentee.background_wish == ELSEWHERE:
        return None
    apart = kilometres(mentor.outcode, mentee.outcode)
    if apart is not None:
        fits = nearness(apart)
        return Answer(fits, journey_words(fits))
    same = same_area(mentor.area, mentee.area)
    if same is None:
        return Answer(None, "We don’t know where both live.")
    return Answer(1.0, "Both are in the same area.") if same else Answer(0, "They live in different areas.")


def nearness(apart_km: float) -> float:
    """1 for up to CLOSE_KM, 0 from FAR_KM on."""
    return min(1.0, max(0.0, (FAR_KM - apart_km) / (FAR_KM - CLOSE_KM)))


def journey_words(fits: float) -> str:
    if fits == 1:
        return "They live close to each other."
    if fits >= 1 / 3:
        return "They live a short journey apart."
    return "They live a long journey apart." if fits else "They live far from each other."


def same_area(one: str, other: str) -> bool | None:
    """None where one of them is not known."""
    return plain(one) == plain(other) if plain(one) and plain(other) else None


def round_here(mentor: MentorSide, mentee: MenteeSide) -> bool | None:
    """Would they call each other neighbours? Close, or of the same area; None where nothing is known."""
    apart, same = kilometres(mentor.outcode, mentee.outcode), same_area(mentor.area, mentee.area)
    if apart is None and same is None:
        return None
    return bool(same) or (apart is not None and apart <= CLOSE_KM)
