"""Whose consent is needed, and what is still missing. Pure.

What we assume, said plainly on the page too:
- The young person's own consent is always needed.
- Under 18 (Scotland: under 16, Age of Legal Capacity (Scotland) Act 1991 s.1): somebody with parental responsibility.
  Under a care order, or where nobody can be asked, that may not be so: it is then recorded as not needed, with why.
- Looked after (an "eligible" young person of 16 or 17 still is, Children Act 1989 Sch. 2 para. 19B): the local
  authority as well. Somebody recorded as looked after at 18 keeps that line until the record is put right.
- Age or care status not known: nothing is guessed; the sentence asks for it.
"""

from collections.abc import Iterable
from datetime import date

LOOKED_AFTER = {"looked-after", "eligible"}
ADULT_AT = 18
OWN_SAY_AT = {"scotland": 16}
WHOSE = {
    "own": "their own consent",
    "parent": "a parent’s consent (somebody with parental responsibility)",
    "local-authority": "the local authority’s consent",
}


def age_on(born_on: date, today: date) -> int:
    """Whole years; somebody born on 29 February is a year older on 1 March of a common year."""
    return today.year - born_on.year - ((today.month, today.day) < (born_on.month, born_on.day))


def kinds_needed(*, nation: str, born_on: date | None, care_status: str, today: date) -> list[str]:
    """ "own", "parent", "local-authority": whose consent this young person's record calls for."""
    needed = ["own"]
    age = age_on(born_on, today) if born_on else None
    if age is None or age < OWN_SAY_AT.get(nation, ADULT_AT):
        needed.append("parent")
    if care_status in LOOKED_AFTER or (not care_status and (age is None or age < ADULT_AT)):
        needed.append("local-authority")
    return needed


def missing(consents: Iterable, *, nation: str, born_on, care_status: str, today: date, name: str) -> list[str]:
    """Sentences, empty when all is there. Each consent gives `kind`, `holds` and `withdrawn_on`; newest first."""
    consents = list(consents)
    sentences = []
    for kind in kinds_needed(nation=nation, born_on=born_on, care_status=care_status, today=today):
        mine = [consent for consent in consents if consent.kind == kind]
        if any(consent.holds for consent in mine):
            continue
        sentences.append(f"{name}: {WHOSE[kind]} {how_it_stands(mine)}.")
    unsure = [words for known, words in ((born_on, "date of birth"), (care_status, "care status")) if not known]
    adult = born_on is not None and age_on(born_on, today) >= ADULT_AT
    if unsure and not adult and len(sentences) > 0:
        sentences.append(f"{name}: the {' and the '.join(unsure)} would tell whose consent is needed.")
    return sentences


def how_it_stands(mine: list) -> str:
    if not mine:
        return "has not been asked for"
    return "was taken back" if mine[0].withdrawn_on else "was asked for and has not been given"
