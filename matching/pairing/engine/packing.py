"""What somebody told us, packed: a few numbers, and for each word a number of its own. Pure.

The engine only asks whether two words are the same, and a number says that as well as a word. Whoever changes what is
packed or how gives PURPOSE another number, so that nothing that was packed before is read any more; a test remembers.
"""

import hashlib
from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache

from matching.pairing.criteria.outcodes import tidy
from matching.pairing.criteria.places import ELSEWHERE, LIKE_ME
from matching.pairing.criteria.sides import MenteeSide, MentorSide
from matching.pairing.criteria.wishes import AGE_WISHES, gender_asked, gender_word
from matching.pairing.criteria.words import plain

PURPOSE = "matching.traits 1"

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
AGES = {wish: number for number, wish in enumerate(AGE_WISHES, start=1)}
BACKGROUNDS = {LIKE_ME: 1, ELSEWHERE: 2}
#: One number each, in this order; nought where nothing was told. `months` is -1 then.
HEAD = ("born", "months", "gender", "kind", "age_wish", "background", "outcode", "area", "place")
#: So many numbers each, in this order, after how many there are of each.
LISTS = (*TAGGED, "not_from")
#: The length says how much somebody wrote, sealed or not; noughts at the end make it coarse.
PADDED_TO = 32


def mentor_packed(side: MentorSide, *, born: int, not_from: Iterable[str]) -> bytes:
    """`born` as a day's number (20050131), nought where not known; the side's age is not kept, it changes."""
    gender, kind = number_of(gender_word(side.gender)), KINDS["peer" if side.is_peer else "traditional"]
    lists = [getattr(side, ours) for ours, _ in TAGGED.values()]
    return _packed(side, (born, _months(side), gender, kind, 0, 0), [*lists, not_from])


def mentee_packed(side: MenteeSide, *, born: int, not_from: Iterable[str]) -> bytes:
    gender, kind = number_of(gender_asked(side.gender_wish)), KINDS.get(side.kind_wish, 0)
    wishes = AGES.get(side.mentor_age_wish, 0), BACKGROUNDS.get(side.background_wish, 0)
    lists = [getattr(side, theirs) for _, theirs in TAGGED.values()]
    return _packed(side, (born, _months(side), gender, kind, *wishes), [*lists, not_from])


def _months(side) -> int:
    return -1 if side.months is None else side.months


def _packed(side, told: Sequence[int], lists: Sequence[Iterable[str]]) -> bytes:
    outcode, area = outcode_number(side.outcode), number_of(side.area)
    numbers = array("q", (*told, outcode, area, _number(f"{outcode} {area}")))
    words = [sorted({number_of(word) for word in each} - {0}) for each in lists]
    numbers.extend(map(len, words))
    for each in words:
        numbers.extend(each)
    numbers.extend([0] * (-len(numbers) % PADDED_TO))
    return numbers.tobytes()


def outcode_number(outcode: str) -> int:
    """The number of the first half of a postcode, however it is written."""
    return number_of(tidy(outcode))


@lru_cache(maxsize=1 << 16)
def number_of(word: str) -> int:
    """The number of a word, whatever its capitals and spaces; nought for none. Two words share one in 2**64 times."""
    return _number(plain(word)) if plain(word) else 0


def _number(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "little", signed=True)
