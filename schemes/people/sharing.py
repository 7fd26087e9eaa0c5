"""What a young person lets a mentor read about them, field by field: before they are a pair, after, or never (R8, L9).
Pure; the one definition for every page that shows a young person to a mentor.

Until they decide, a mentor reads their first name and nothing else. Their surname, e-mail, address, why they were in
care and what staff or a referrer wrote are no fields here: no mentor ever reads those from a profile.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

BEFORE, AFTER, NOBODY = "before", "after", "nobody"
LEVELS = {
    NOBODY: _("No mentor"),
    AFTER: _("My mentor, once we are a pair"),
    BEFORE: _("A mentor I picked, before we meet too"),
}


@dataclass(frozen=True)
class SharedField:
    """One thing to decide about: in their own words, and as the heading above it on a mentor's page."""

    mine: str
    heading: str
    levels: tuple[str, ...] = (NOBODY, AFTER, BEFORE)


FIELDS: dict[str, SharedField] = {
    "about": SharedField(_("What I wrote about myself"), _("In their words")),
    "interests": SharedField(_("Things I like"), _("Likes")),
    "help": SharedField(_("What I’d like help with"), _("Would like help with")),
    "why": SharedField(_("Why I’d like a mentor now"), _("Why now")),
    "free": SharedField(_("When I am free"), _("Is free")),
    "age": SharedField(_("How old I am"), _("Age")),
    "gender": SharedField(_("My gender"), _("Gender")),
    "area": SharedField(_("The area I live in"), _("Lives in")),
    # A number in strange hands cannot be taken back: only ever to somebody they have met through us.
    "phone": SharedField(_("My phone number"), _("Phone"), (NOBODY, AFTER)),
}


def clean_shares(decided: Mapping[str, str]) -> dict[str, str]:
    """{field: "before" or "after"}; what nobody may read is left out, so that empty is the shut default."""
    return {
        key: decided[key]
        for key, field in FIELDS.items()
        if decided.get(key) in field.levels and decided[key] != NOBODY
    }


def values_of(person, today: date) -> dict[str, str]:
    """What there is to read, in words; `person` is a YoungPerson or whatever has its fields."""
    return {
        "about": person.about_me,
        "interests": ", ".join(person.interests),
        "help": ", ".join(person.wants_help_with),
        "why": person.why_now or ", ".join(person.why_now_kinds),
        "free": ", ".join(person.free_times),
        "age": str(_age(person.born_on, today)) if person.born_on else "",
        "gender": person.gender,
        "area": person.area,
        "phone": person.phone,
    }


def shown_to_mentor(person, today: date, *, moment: str, shares: Mapping[str, str] | None = None) -> list[tuple]:
    """(heading, words) exactly as a mentor reads them, `moment` "before" or "after" they are a pair. `shares` stands
    in for what was decided, for a preview of what has not been saved."""
    decided, values = clean_shares(person.shares if shares is None else shares), values_of(person, today)
    open_now = {BEFORE} if moment == BEFORE else {BEFORE, AFTER}
    return [
        (field.heading, values[key]) for key, field in FIELDS.items() if decided.get(key) in open_now and values[key]
    ]


def _age(born_on: date, today: date) -> int:
    return today.year - born_on.year - ((today.month, today.day) < (born_on.month, born_on.day))
