"""What somebody said so far about whom they would like, wherever it is kept."""

from matching.pairing.profiles import FIRST_SHOWN
from matching.pairing.queries import profile_of
from matching.pairing.wishes.forms import MENTEE_WISHES, MENTOR_WISHES
from schemes.people.models import YoungPerson


def wishes_of(person) -> dict:
    """The thoughts of this person's side: {key: class of its form}."""
    return MENTEE_WISHES if isinstance(person, YoungPerson) else MENTOR_WISHES


def known_wishes(person) -> dict:
    """{field of a wish: answer}, as its form begins with it."""
    profile = profile_of(person)
    known = {
        "months": profile.months if profile else None,
        "communities": profile.communities if profile else [],
    }
    if isinstance(person, YoungPerson):
        return known | {
            "mentor_age_wish": profile.mentor_age_wish if profile else "",
            "mentor_gender_wish": person.mentor_gender_wish,
            "background_wish": person.background_wish,
            "languages": person.languages,
            "not_from": person.not_from,
        }
    return known | {
        "shows": profile.shows if profile else list(FIRST_SHOWN),
        "knows_about": profile.knows_about if profile else [],
        "not_from": profile.not_from if profile else [],
    }


def wishes_said(person) -> list[tuple[str, str, str]]:
    """(key, what it is about, what was said) in order."""
    known = known_wishes(person)
    return [(key, wish.short, wish.said(known)) for key, wish in wishes_of(person).items()]
