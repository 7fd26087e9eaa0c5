"""A person read from a sheet, as the fields that the scheme keeps (S9, S10).

Everybody arrives at the beginning of their way: a volunteer as enquired, a young person as referred, with nobody's
consent and no check taken over. What the sheet says of those stays beside them in its own words, to be confirmed.
"""

import datetime as dt
from collections.abc import Iterable

from schemes.recruitment.sheet_people import Person

SELF = frozenset({"self", "self referral", "self-referral", "themselves", "own"})


def volunteer_fields(person: Person, notes: Iterable[str]) -> dict:
    """Keyword arguments of `volunteer_add`."""
    fields = _shared(person, notes) | {"care_experienced": person.care_experience}
    return fields if person.capacity is None else fields | {"capacity": person.capacity}


def young_person_fields(person: Person, notes: Iterable[str], *, today: dt.date) -> dict:
    """Keyword arguments of `young_person_add`. That the young person agreed is for them to say, not for a list."""
    gender_wish, wish = person.preference
    by_themselves = person.referred_by.casefold() in SELF
    referral = {
        "is_self_referral": by_themselves,
        "referrer_role": "" if by_themselves else person.referred_by,
        "received_on": person.referred_on or today,
        "young_person_agreed": False,
    }
    return _shared(person, notes) | {
        "referral": referral,
        "care_status": person.status,
        "mentor_kind": person.mentor_type,
        "mentor_gender_wish": gender_wish,
        "mentor_wish": wish,
        "wants_help_with": list(person.help_with),
        "contact_notes": person.contact_notes,
    }


def _shared(person: Person, notes: Iterable[str]) -> dict:
    return {
        "name": person.name,
        "email": person.email,
        "phone": person.phone,
        "born_on": person.born_on,
        "area": person.area,
        "gender": person.gender,
        "interests": list(person.interests),
        "free_times": list(person.availability),
        "sheet_notes": sheet_notes(person, notes),
    }


def sheet_notes(person: Person, notes: Iterable[str]) -> dict[str, str]:
    """Heading → the sheet's own words, and what was tidied while reading."""
    words: dict[str, str] = {}
    for heading, text in person.kept:
        words[heading] = f"{words[heading]} · {text}" if heading in words else text
    said = "; ".join(notes)
    return words | ({"When it was read": said} if said else {})
