"""Is this line somebody who is already there? (S9, S10)

Two lines are one person when the name and the birth date agree, or the names are alike and an e-mail or phone is the
same. Names a slip of the pen apart with one birth date are asked about. A shared e-mail under two names is never
settled here: an e-mail becomes somebody's way to sign in, so it belongs to the one whose name it carries, or to
nobody until a person decides. A shared phone is only noted, because households share phones.
"""

import datetime as dt
import difflib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

ALIKE = 0.85  # difflib ratio from which "Sian Marsh" and "Siân Marsch" are one name

TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "rev"})
MOST = 20  # people compared under one key: a sheet with one phone number on every line must not take minutes


class Likeness(StrEnum):
    SAME = "same"
    UNCLEAR = "unclear"
    SHARES_EMAIL = "shares e-mail"
    SHARES_PHONE = "shares phone"


@dataclass(frozen=True)
class Known:
    """Somebody to compare with: `ref` names a person of the scheme, `line` a line of the same sheet."""

    name: str
    born_on: dt.date | None = None
    email: str = ""
    phone: str = ""
    ref: str = ""
    line: int | None = None


@lru_cache(maxsize=20_000)
def name_key(name: str) -> str:
    """ "O’Brien, KOFI" and "Kofi O'Brien" share a key: no case, no accents, words in alphabetical order."""
    plain = unicodedata.normalize("NFKD", re.sub("[’'`]", "", name)).encode("ascii", "ignore").decode().casefold()
    words = re.findall(r"[a-z0-9]+", plain) or [name.casefold()]
    words = [word for word in words if word not in TITLES] or words
    return " ".join(sorted(words))


@lru_cache(maxsize=20_000)
def phone_key(phone: str) -> str:
    digits = re.sub(r"\D", "", phone)
    return re.sub(r"^(0044|44)(?=\d{10}$)", "0", digits)


def carries(email: str, name: str) -> bool:
    """Does the address carry the name? Every word of the name stands in the part before the @."""
    before = name_key(re.sub(r"[^\w@.]", "", email.split("@")[0])).replace(" ", "")
    words = name_key(name).split()
    return bool(words) and all(word in before for word in words)


def likeness(one: Known, other: Known) -> Likeness | None:
    """How the two relate, or None when nothing says they are the same person."""
    same_email, same_phone = _same_email(one, other), _same_phone(one, other)
    if _names_alike(one.name, other.name, near=same_email or same_phone):
        return _same_name(one, other, same_email or same_phone)
    if one.born_on and one.born_on == other.born_on and _a_slip_apart(one.name, other.name):
        return Likeness.UNCLEAR
    if same_email:
        return Likeness.SHARES_EMAIL
    return Likeness.SHARES_PHONE if same_phone else None


def agreeing(one: Known, other: Known) -> tuple[str, ...]:
    """What is the same on both, in words: name, birth date, e-mail, phone."""
    same = {
        "name": name_key(one.name) == name_key(other.name),
        "birth date": bool(one.born_on) and one.born_on == other.born_on,
        "e-mail": _same_email(one, other),
        "phone": _same_phone(one, other),
    }
    return tuple(words for words, agrees in same.items() if agrees)


def likely_pairs(people: Iterable[Known]) -> list[tuple[Likeness, Known, Known]]:
    """Every two of these people who may be one, each pair once; nobody is compared with everybody."""
    register, found = Register(), []
    for person in people:
        found += [(kind, other, person) for kind, other in register.like(person)]
        register.add(person)
    return found


def shares_contact(one: Known, other: Known) -> bool:
    return _same_email(one, other) or _same_phone(one, other)


def _same_email(one: Known, other: Known) -> bool:
    return bool(one.email) and one.email.casefold() == other.email.casefold()


def _same_phone(one: Known, other: Known) -> bool:
    return bool(one.phone) and phone_key(one.phone) == phone_key(other.phone)


def _same_name(one: Known, other: Known, same_contact: bool) -> Likeness | None:
    born = (one.born_on, other.born_on)
    if all(born) and born[0] != born[1]:
        return Likeness.UNCLEAR if same_contact else None
    if same_contact:
        return Likeness.SAME
    apart = bool(one.email and other.email) or bool(one.phone and other.phone)
    if " " not in name_key(one.name):  # a first name only
        return None if apart or not all(born) else Likeness.SAME
    if all(born):
        return Likeness.SAME
    return None if apart else Likeness.UNCLEAR


def _names_alike(one: str, other: str, *, near: bool) -> bool:
    """The same name; with a contact in common (`near`) also a first name alone, or a slip of the pen."""
    a, b = name_key(one), name_key(other)
    if a == b or not near:
        return a == b
    first, second = set(a.split()), set(b.split())
    return first <= second or second <= first or _a_slip_apart(one, other)


def _a_slip_apart(one: str, other: str) -> bool:
    return difflib.SequenceMatcher(None, name_key(one), name_key(other)).ratio() >= ALIKE


class Register:
    """The people seen so far, found by name, e-mail or phone without comparing each with each."""

    def __init__(self, people: Iterable[Known] = ()):
        self._by: dict[tuple[str, str], list[Known]] = defaultdict(list)
        for person in people:
            self.add(person)

    def add(self, person: Known) -> None:
        for key in self._keys(person):
            self._by[key].append(person)

    def like(self, person: Known) -> list[tuple[Likeness, Known]]:
        """Everybody this person is like, the surest first."""
        near = dict.fromkeys(other for key in self._keys(person) for other in self._by.get(key, ())[:MOST])
        found = [(kind, other) for other in near if (kind := likeness(person, other))]
        return sorted(found, key=lambda pair: list(Likeness).index(pair[0]))

    @staticmethod
    def _keys(person: Known) -> list[tuple[str, str]]:
        keys = [("name", name_key(person.name)) if person.name else ("", "")]
        keys.append(("email", person.email.casefold()))
        keys.append(("phone", phone_key(person.phone)))
        keys.append(("born", person.born_on.isoformat() if person.born_on else ""))
        return [key for key in keys if key[1]]
