"""What each sentence about a pair claims, looked up again in the two people's own words, by nobody's code but its own.

`is_true(sentence, …)` knows every sentence there is by its shape; one it does not know is not true (done when 4).
"""

import csv
import math
import re
from datetime import date
from pathlib import Path

from matching.pairing import criteria

WOMAN, MAN = {"woman", "female", "women", "f", "a woman"}, {"man", "male", "men", "m", "a man"}
NO_MATTER = {"", "no preference", "don’t mind", "don't mind", "either", "any", "anyone", "i don’t mind", "no"}


def words_of(words) -> set[str]:
    return {" ".join(word.split()).casefold() for word in words or ()} - {""}


def listed(text: str) -> set[str]:
    return words_of(re.split(r", | and ", text))


def is_true(sentence: str, mentor, mentee, mentor_wish, mentee_wish, today: date) -> bool:
    """`mentor` and `mentee`: records; `…_wish`: what they put in their profile, or None."""
    pair = Pair(mentor, mentee, mentor_wish, mentee_wish, today)
    names = {"mentor": re.escape(mentor.first_name), "mentee": re.escape(mentee.first_name)}
    for shape, claim in CLAIMS:
        found = re.fullmatch(shape.replace("MENTOR", names["mentor"]).replace("MENTEE", names["mentee"]), sentence)
        if found:
            return holds(claim, pair, *found.groups())
    return False


def holds(claim, pair, *words) -> bool:
    """A claim about something that nobody told us is not true."""
    try:
        return bool(claim(pair, *words))
    except (TypeError, AttributeError, KeyError):
        return False


class Pair:
    def __init__(self, mentor, mentee, mentor_wish, mentee_wish, today):
        self.mentor, self.mentee, self.today = mentor, mentee, today
        self.offers, self.wishes = mentor_wish, mentee_wish

    def both(self, ours: str, theirs: str) -> set[str]:
        return words_of(getattr(self.mentor, ours)) & words_of(getattr(self.mentee, theirs))

    def silent(self, ours: str, theirs: str) -> bool:
        """One of them has said nothing."""
        return not words_of(getattr(self.mentor, ours)) or not words_of(getattr(self.mentee, theirs))

    def of(self, wish, name: str):
        return getattr(wish, name) if wish else None

    @property
    def communities(self) -> tuple[set, set]:
        return words_of(self.of(self.offers, "communities")), words_of(self.of(self.wishes, "communities"))

    @property
    def km(self) -> float | None:
        here, there = (TABLE.get("".join(one.outcode.upper().split())) for one in (self.mentor, self.mentee))
        return None if here is None or there is None else haversine(*here, *there)

    @property
    def same_area(self) -> bool | None:
        here, there = words_of([self.mentor.area]), words_of([self.mentee.area])
        return here == there if here and there else None

    @property
    def neighbours(self) -> bool | None:
        if self.km is None and self.same_area is None:
            return None
        return bool(self.same_area) or (self.km is not None and self.km <= 5)

    @property
    def age(self) -> int | None:
        born = self.mentor.born_on
        had_it = born and (self.today.month, self.today.day) >= (born.month, born.day)
        return self.today.year - born.year - (not had_it) if born else None

    @property
    def wished_ages(self) -> tuple[int, int]:
        return {"young": (0, 29), "middle": (30, 49), "older": (50, 199)}[self.of(self.wishes, "mentor_age_wish")]

    def years_off(self) -> int:
        youngest, oldest = self.wished_ages
        return max(youngest - self.age, self.age - oldest, 0)

    def is_gender(self, wish: str) -> bool:
        own, wish = " ".join(self.mentor.gender.split()).casefold(), " ".join(wish.split()).casefold()
        return any({own, wish} <= words for words in (WOMAN, MAN)) or own == wish

    def wishes_gender(self, wish: str) -> bool:
        return self.mentee.mentor_gender_wish == wish and " ".join(wish.split()).casefold() not in NO_MATTER

    def wishes_background(self, wish: str) -> bool:
        return self.mentee.background_wish == wish


def haversine(one_up: float, one_east: float, other_up: float, other_east: float) -> float:
    up, east = math.radians(other_up - one_up), math.radians(other_east - one_east)
    across = math.cos(math.radians(one_up)) * math.cos(math.radians(other_up)) * math.sin(east / 2) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(math.sin(up / 2) ** 2 + across))


def _table() -> dict[str, tuple[float, float]]:
    lines = (Path(criteria.__file__).parent / "outcodes.csv").read_text().splitlines()
    rows = csv.reader(line for line in lines if line[:1] not in ("#", "o"))
    return {outcode: (float(up), float(east)) for outcode, up, east in rows}


TABLE = _table()

#: The shape of a sentence → what must hold for it to be true.
CLAIMS = [
    (r"Both like (.+)\.", lambda p, text: listed(text) <= p.both("interests", "interests")),
    (r"Nothing yet that both like\.", lambda p: not p.both("interests", "interests")),
    (r"One of them has not told us what they like\.", lambda p: p.silent("interests", "interests")),
    (r"MENTOR can help with (.+)\.", lambda p, text: listed(text) <= p.both("strengths", "wants_help_with")),
    (
        r"MENTOR has not named what MENTEE would like help with\.",
        lambda p: not p.silent("strengths", "wants_help_with") and not p.both("strengths", "wants_help_with"),
    ),
    (r"We don’t know yet what MENTOR could help MENTEE with\.", lambda p: p.silent("strengths", "wants_help_with")),
    (r"Both are free (.+)\.", lambda p, text: listed(text) <= p.both("free_times", "free_times")),
    (r"No time of the week when both are free\.", lambda p: not p.both("free_times", "free_times")),
    (r"We don’t know yet when both are free\.", lambda p: p.silent("free_times", "free_times")),
    (r"They live close to each other\.", lambda p: p.km <= 5),
    (r"They live a short journey apart\.", lambda p: 5 < p.km < 21.7),
    (r"They live a long journey apart\.", lambda p: 21.6 < p.km < 30),
    (r"They live far from each other\.", lambda p: p.km >= 30),
    (r"Both are in the same area\.", lambda p: p.km is None and p.same_area),
    (r"They live in different areas\.", lambda p: p.km is None and p.same_area is False),
    (r"We don’t know where both live\.", lambda p: p.km is None and p.same_area is None),
    (r"Both speak (.+)\.", lambda p, text: listed(text) <= p.both("languages", "languages")),
    (
        r"MENTOR speaks none of the languages that MENTEE named\.",
        lambda p: not p.silent("languages", "languages") and not p.both("languages", "languages"),
    ),
    (
        r"We don’t know which languages MENTOR speaks\.",
        lambda p: not words_of(p.mentor.languages) and words_of(p.mentee.languages),
    ),
    (
        r"MENTEE asked for: (.+)\. MENTOR is not\.",
        lambda p, wish: p.wishes_gender(wish) and p.mentor.gender and not p.is_gender(wish),
    ),
    (
        r"MENTEE asked for: (.+)\. We don’t know this of MENTOR\.",
        lambda p, wish: p.wishes_gender(wish) and not p.mentor.gender,
    ),
    (r"MENTEE asked for: (.+)\.", lambda p, wish: p.wishes_gender(wish) and p.is_gender(wish)),
    (r"MENTOR is about the age MENTEE asked for\.", lambda p: p.years_off() == 0),
    (r"MENTOR is nearly the age MENTEE asked for\.", lambda p: 1 <= p.years_off() <= 5),
    (r"MENTOR is not the age MENTEE asked for\.", lambda p: p.years_off() > 5),
    (r"MENTEE asked for an age; we don’t know how old MENTOR is\.", lambda p: p.wished_ages and p.age is None),
    (r"MENTOR is a peer mentor, as MENTEE chose\.", lambda p: p.mentor.is_peer and p.mentee.mentor_kind == "peer"),
    (
        r"MENTOR is a traditional mentor, as MENTEE chose\.",
        lambda p: not p.mentor.is_peer and p.mentee.mentor_kind == "traditional",
    ),
    (
        r"MENTEE chose a (peer|traditional) mentor; MENTOR is not\.",
        lambda p, kind: p.mentee.mentor_kind == kind and p.mentor.is_peer != (kind == "peer"),
    ),
    (
        r"Both named a community in common, as MENTEE asked\.",
        lambda p: p.wishes_background("like-me") and p.communities[0] & p.communities[1],
    ),
    (
        r"MENTEE asked for a background like theirs; they named none in common\.",
        lambda p: p.wishes_background("like-me") and not p.communities[0] & p.communities[1],
    ),
    (
        r"MENTEE asked for a background like theirs; one of them has not named any\.",
        lambda p: p.wishes_background("like-me") and not all(p.communities),
    ),
    (
        r"MENTEE asked for somebody from outside their community\.",
        lambda p: p.wishes_background("elsewhere") and p.communities[0] & p.communities[1],
    ),
    (
        r"MENTEE asked for somebody who is not from round here\.",
        lambda p: p.wishes_background("elsewhere") and p.neighbours,
    ),
    (
        r"MENTOR is not from round here, as MENTEE asked\.",
        lambda p: p.wishes_background("elsewhere") and p.neighbours is False,
    ),
    (
        r"MENTOR is from outside MENTEE’s community, as they asked\.",
        lambda p: p.wishes_background("elsewhere") and all(p.communities) and not p.communities[0] & p.communities[1],
    ),
    (
        r"MENTEE asked for somebody from elsewhere; we don’t know where both live\.",
        lambda p: p.wishes_background("elsewhere") and p.neighbours is None and not all(p.communities),
    ),
    (r"MENTOR can give as many months as MENTEE would like\.", lambda p: p.offers.months >= p.wishes.months > 0),
    (r"MENTOR can give fewer months than MENTEE would like\.", lambda p: p.offers.months < p.wishes.months),
    (
        r"We don’t know for how long MENTOR can give time\.",
        lambda p: p.of(p.offers, "months") is None and p.wishes.months,
    ),
    (
        r"MENTOR has lived or worked with what MENTEE is going through now\.",
        lambda p: words_of(p.offers.knows_about) & words_of(p.mentee.why_now_kinds),
    ),
    (
        r"MENTOR has not named what MENTEE is going through now\.",
        lambda p: not words_of(p.of(p.offers, "knows_about")) & words_of(p.mentee.why_now_kinds),
    ),
    (
        r"MENTOR has not told us what they have lived or worked with\.",
        lambda p: not words_of(p.of(p.offers, "knows_about")) and p.mentee.why_now_kinds,
    ),
]
