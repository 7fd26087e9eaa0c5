"""What each side lets the other read before they meet, and nothing more (R8, L9). Pure.

What a young person lets a mentor read is defined in `schemes.people.sharing`, for every room.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from matching.pairing.gate import age_on

#: What a mentor may show, in the words of the form.
MENTOR_SHOWS = {
    "about": _("What I wrote about myself"),
    "interests": _("Things I like"),
    "strengths": _("What I can help with"),
    "free": _("When I am free"),
    "age": _("Roughly how old I am"),
    "gender": _("My gender"),
    "languages": _("Languages I speak"),
    "care": _("That I was in care"),
    "area": _("The area I live in"),
}
#: Until they choose: first name, likes and strengths. Never where they live: in a village that is a name (L9).
FIRST_SHOWN = ("interests", "strengths")


def mentor_profile(volunteer, shows, today: date) -> list[tuple[str, str]]:
    """(heading, words) a young person reads about a mentor; `shows` None means nobody has chosen yet."""
    chosen = FIRST_SHOWN if shows is None else shows
    words = {
        "about": volunteer.about_me,
        "interests": ", ".join(volunteer.interests),
        "strengths": ", ".join(volunteer.strengths),
        "free": ", ".join(volunteer.free_times),
        "age": decade_words(volunteer.born_on, today),
        "gender": volunteer.gender,
        "languages": ", ".join(volunteer.languages),
        "care": "I was in care too." if volunteer.care_experienced else "",
        "area": volunteer.area,
    }
    return _chosen(words, chosen, MENTOR_HEADINGS)


@dataclass(frozen=True)
class Preview:
    """What a young person would read of a mentor, the mark of these very words, and when the mentor said yes to them:
    None once a word is another, whoever changed it."""

    words: list[tuple[str, str]]
    mark: str
    agreed_at: datetime | None


def preview_of(volunteer, profile, today: date) -> Preview:
    """`profile` is None where the mentor has neither chosen nor wished for anything."""
    shows = profile.shows if profile else None
    words = mentor_profile(volunteer, shows, today)
    with translation.override(settings.LANGUAGE_CODE):  # a yes holds in whatever language it is looked at again
        mark = hashlib.sha256(json.dumps(mentor_profile(volunteer, shows, today)).encode()).hexdigest()[:16]
    is_same = profile is not None and profile.previewed_mark == mark
    return Preview(words, mark, profile.previewed_at if is_same else None)


MENTOR_HEADINGS = {
    "about": _("In their words"),
    "interests": _("Likes"),
    "strengths": _("Can help with"),
    "free": _("Is free"),
    "age": _("Age"),
    "gender": _("Gender"),
    "languages": _("Speaks"),
    "care": _("Been there"),
    "area": _("Lives in"),
}


def _chosen(words: dict, chosen, headings: dict) -> list[tuple[str, str]]:
    return [(str(heading), words[key]) for key, heading in headings.items() if key in chosen and words[key]]


def decade_words(born_on: date | None, today: date) -> str:
    """A mentor's age as people say it: "in their thirties"."""
    if born_on is None:
        return ""
    decades = {1: "teens", 2: "twenties", 3: "thirties", 4: "forties", 5: "fifties", 6: "sixties"}
    return f"In their {decades.get(age_on(born_on, today) // 10, 'seventies or more')}"
