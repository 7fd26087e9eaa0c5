"""Who may be written to together with others, and how the words become one person's words. Pure.

A message of a scheme tells whoever reads it that its owner has to do with that scheme. A young person is written to
only where they have said that e-mail is safe, or have been met and named nobody who reads it too (S10; the UK
regulator's reprimands are for letters that reached the wrong reader).
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

FIRST_NAME = "{first name}"
OVER = frozenset({"left", "withdrawn", "declined", "moved-on", "chose-not", "not-eligible", "signposted"})
MET = frozenset({"met", "waiting", "paused"})

REASONS: Mapping[str, str] = {
    "over": "not with the scheme any more",
    "no-address": "no e-mail address",
    "asked-not-to": "asked for no more messages",
    "shared": "two records have this address",
    "other-way": "asked for a text or a call instead",
    "seen-by": "somebody else sees their e-mail",
    "note": "there is a note on how to contact them: read it and write to them alone",
    "new-address": "has another e-mail address now",
    "not-asked": "has not said yet that e-mail is safe",
}


@dataclass(frozen=True)
class Addressee:
    """What decides whether somebody is written to. The last five are only known of young people."""

    email: str
    state: str
    is_young: bool = False
    signs_in: bool = False
    contact_how: str = ""
    seen_by: str = ""
    note: str = ""


def left_out(person: Addressee, *, asked_not_to: Collection[str], shared: Collection[str]) -> str:
    """The first reason of REASONS not to write to them; "" where nothing speaks against it. Addresses in lower case."""
    email = person.email.lower()
    if person.state in OVER:
        return "over"
    if not email:
        return "no-address"
    if email in asked_not_to:
        return "asked-not-to"
    return _unsafe(person, email in shared) if person.is_young else ""


def _unsafe(person: Addressee, is_shared: bool) -> str:
    if is_shared:
        return "shared"
    if person.contact_how in {"text", "call"}:
        return "other-way"
    if person.seen_by.strip():
        return "seen-by"
    if person.note.strip():
        return "note"
    safe = person.contact_how == "email" or person.signs_in or person.state in MET
    return "" if safe else "not-asked"


def shared_addresses(emails: Iterable[str]) -> set[str]:
    """Addresses that more than one record has, in lower case."""
    return {email for email, number in Counter(email.lower() for email in emails if email).items() if number > 1}


def unknown_blanks(words: str) -> list[str]:
    """What stands in braces and is nothing we can fill in."""
    return [found for found in re.findall(r"\{[^{}]*\}", words) if found.lower() != FIRST_NAME]


def for_one(words: str, first_name: str) -> str:
    """The words as one person reads them."""
    return re.sub(re.escape(FIRST_NAME), lambda _: first_name, words, flags=re.I)
