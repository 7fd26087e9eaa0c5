"""What stands in one cell of a co-ordinator's sheet: e-mail, phone, name, days and times (S9, S10).

Each reader takes the cell's text and answers with a `Read`: a value, or `why` it is none (the end of a sentence
that begins with what was written), and a `note` for everything that was tidied. None of them raises.
"""

import calendar
import re
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

NOT_KNOWN = frozenset(
    [
        "",
        "-",
        "--",
        "–",
        "—",
        "n/a",
        "na",
        "nil",
        "none",
        "?",
        "??",
        "???",
        "unknown",
        "not known",
        "tbc",
        "tba",
        "nk",
    ]
)
YES = frozenset(["y", "yes", "yeah", "true", "✓", "✔", "1"])
NO = frozenset(["n", "no", "nope", "false", "✗", "✘", "0"])
WORD_NUMBERS = {word: n for n, word in enumerate(["zero", "one", "two", "three", "four", "five", "six"])}
MOST_AT_ONCE = 10  # young people one volunteer says they could support; more is a slip of the pen
NO_PREFERENCE = frozenset(["no pref", "no preference", "none", "any", "dont mind", "not bothered", "either"])
GENDERS = {
    **dict.fromkeys(["m", "male", "man", "boy"], "Male"),
    **dict.fromkeys(["f", "female", "woman", "girl", "fem"], "Female"),
    **dict.fromkeys(("nb", "non binary", "nonbinary", "enby"), "Non-binary"),
    **dict.fromkeys(("prefer not to say", "pnts", "not said", "rather not say"), "Prefer not to say"),
}
CONSENT = {
    **dict.fromkeys(YES | {"given", "signed", "written", "agreed"}, "yes"),
    **dict.fromkeys(("verbal", "verbally", "said yes", "spoken", "by phone"), "verbal"),
    **dict.fromkeys(NO | {"refused", "declined"}, "no"),
    **dict.fromkeys(("not asked", "not yet", "not asked yet", "to ask", "ask", "pending"), "not asked"),
}
STATUSES = {
    **{
        words: words.replace(" ", "-")
        for words in ("eligible", "relevant", "former relevant", "qualifying", "looked after")
    },
    **dict.fromkeys(("lac", "cla", "in care", "looked after child", "child looked after"), "looked-after"),
    **dict.fromkeys(("former relevant", "former relevant child", "fr"), "former-relevant"),
}
MENTOR_TYPES = {
    **dict.fromkeys(("peer", "peer mentor", "care experienced", "younger"), "peer"),
    **dict.fromkeys(("not peer", "no peer", "traditional", "older", "volunteer", "adult", "non peer"), "traditional"),
    **dict.fromkeys(("either", "any", "dont mind", "no preference", "no pref", "both", "not bothered"), "either"),
}
DAYS = dict(zip(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), calendar.day_name, strict=True))
PARTS = {
    **dict.fromkeys(("am", "morning", "mornings", "morn"), ("am",)),
    **dict.fromkeys(("pm", "afternoon", "afternoons", "aft"), ("pm",)),
    **dict.fromkeys(("eve", "eves", "evening", "evenings", "night", "nights"), ("eve",)),
    **dict.fromkeys(("", "all day", "any time", "anytime"), ("am", "pm", "eve")),
}
_is_email = EmailValidator()


@dataclass(frozen=True)
class Read:
    value: Any = None
    why: str = ""
    note: str = ""


def tidy(text: str) -> str:
    """Spaces, invisible marks and control signs that copying leaves behind; loses no letter."""
    kept = "".join(sign if sign.isprintable() or sign.isspace() else "" for sign in text)
    return " ".join(kept.split())


def is_not_known(text: str) -> bool:
    return tidy(text).casefold() in NOT_KNOWN


def is_formula(text: str) -> bool:
    """Text a spreadsheet would run: every "=…", and "+ - @" where brackets, calls or cell names follow.

    "+44 7700 900768", "- likes football" and "@sam_sings" are words, not formulas.
    """
    text = text.lstrip()
    if text.startswith("="):
        return len(text) > 1
    return text.startswith(("+", "-", "@")) and bool(re.search(r"\w\(|[|!]|[A-Z]+[0-9]+[:+*/-]", text))


def read_name(text: str) -> Read:
    """(first name, surname) in the order people say them; "Campbell, Theo" is turned, capitals are eased."""
    name = tidy(text)
    if name.count(",") == 1:
        surname, first = (part.strip() for part in name.split(","))
        name = tidy(f"{first} {surname}")
    note = "" if name == tidy(text) else f"“{tidy(text)}” was read as “{name}”"
    if not re.search(r"[^\W\d_]", name):
        return Read(why="is not a name")
    if len(name) > 120 or re.search(r"[@=<>|]|\d{3}|\ufffd|Ã.", name):
        return Read(why="does not look like a name")
    if re.search(r" (and|&|\+) |&|/", name, re.I):
        return Read(why="looks like more than one person; give each a line of their own")
    eased = _eased(name)
    if eased != name:
        note = f"“{tidy(text)}” was written as “{eased}”"
    first, _, surname = eased.partition(" ")
    return Read((first, surname.strip()), note=note)


def _eased(name: str) -> str:
    """FATIMA HUGHES and fatima hughes → Fatima Hughes; mixed case is the person's own way and stays."""
    if len(name) < 3 or not (name.isupper() or name.islower()):
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name.casefold())


def read_place(text: str) -> Read:
    return read_words(_eased(tidy(text)), 80)


def read_email(text: str) -> Read:
    address = tidy(text).removeprefix("mailto:").casefold()
    try:
        _is_email(address)
    except ValidationError:
        return Read(why="is not an e-mail address")
    return Read(address)


def read_phone(text: str) -> Read:
    """A British number as "07700 900393", another one as "+33…". Two numbers in a cell: the first, with a note."""
    first, *more = re.split(r"\s*(?:/|;|,| or )\s*", tidy(text), maxsplit=1)
    digits = re.sub(r"[^\d+]", "", first.replace("(0)", ""))
    note = "there are two numbers; the first was taken" if more else ""
    if not re.fullmatch(r"[\d\s()+.-]+(?:(?:ext?\.?|x)\s*\d+)?", first, re.I) or not digits.isascii():
        return Read(why="is not a phone number")
    digits = re.sub(r"^(\+44|0044|44(?=\d{10}$))0?", "0", digits)
    if re.fullmatch(r"[1-9]\d{9}", digits) and digits[0] in "1237":
        digits, note = "0" + digits, note or "the nought at the front was missing and was put back"
    if re.fullmatch(r"0\d{9,10}", digits):
        return Read(f"{digits[:5]} {digits[5:]}", note=note)
    digits = re.sub(r"^00", "+", digits)
    return Read(digits, note=note) if re.fullmatch(r"\+\d{8,15}", digits) else Read(why="is not a whole phone number")


def read_gender(text: str) -> Read:
    words = tidy(text)
    known = GENDERS.get(re.sub(r"[^a-z]+", " ", words.casefold()).strip())
    return Read(known) if known else read_words(words, 40)


def read_preference(text: str) -> Read:
    """(gender wished for, other words): "M" → ("Male", ""), "someone like me" → ("", "someone like me")."""
    words = tidy(text)
    plain = re.sub(r"[^a-z]+", " ", re.sub("[’']", "", words.casefold())).strip()
    if plain in NO_PREFERENCE:
        return Read(("", ""))
    return Read((GENDERS[plain], "")) if plain in GENDERS else Read(("", words))


def read_yes_no(text: str) -> Read:
    words = tidy(text).casefold()
    if words in YES | NO:
        return Read(words in YES)
    return Read(why="is neither yes nor no")


def read_capacity(text: str) -> Read:
    words = tidy(text).casefold()
    number = WORD_NUMBERS.get(words, int(words) if re.fullmatch("[0-9]{1,4}", words) else None)
    if number is None:
        return Read(why="is not a number; write how many young people at once, such as 1 or 2")
    if number > MOST_AT_ONCE:
        return Read(why=f"is more than one person can support; write a number from 0 to {MOST_AT_ONCE}")
    return Read(number)


def read_choice(text: str, table: dict[str, str]) -> Read:
    """One of the words in `table` ("don't mind" and "dont mind" are one), or why it is none of them."""
    words = re.sub(r"[^a-z0-9✓✔✗✘]+", " ", re.sub("[’']", "", tidy(text).casefold())).strip()
    return Read(table[words]) if words in table else Read(why="is none of the words we know here")


def read_list(text: str) -> Read:
    """Things named one after another: "coding; Music, reading" → ("coding", "music", "reading")."""
    items = (tidy(item).casefold() for item in re.split(r"[;,/\n|]| & ", text))
    return Read(tuple(dict.fromkeys(item for item in items if item)))


def read_times(text: str) -> Read:
    """ "Wed eve, Saturdays" → ("Wed eve", "Sat am", "Sat pm", "Sat eve"); words that are no such time are noted."""
    times, others = [], []
    for item in re.split(r"[;,/\n]|\band\b|&", text):
        words = tidy(item).casefold()
        day, part = re.match(r"^([a-z]*)\.?\s*(.*)$", words).groups()
        whole = DAYS.get(day[:3], "").casefold()
        if whole and f"{whole}s".startswith(day) and part in PARTS:
            times += [f"{whole[:3].title()} {name}" for name in PARTS[part]]
        elif words:
            others.append(tidy(item))
    note = f"“{', '.join(others)}” was kept in words" if others else ""
    return Read(tuple(dict.fromkeys(times)), note=note)


def read_words(text: str, most: int) -> Read:
    """Words as they stand, if they fit the place; longer ones are kept beside the person."""
    words = tidy(text)
    return Read(words) if len(words) <= most else Read(why=f"is longer than {most} letters")
