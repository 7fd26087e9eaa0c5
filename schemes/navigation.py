"""The links of a scheme's staff pages, and the switcher between schemes: only what this person may open."""

from collections.abc import Iterator
from functools import lru_cache

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext

from schemes.people.permissions import Permission, Role
from schemes.people.queries import schemes_of_staff

#: Label, url name, and the ability that opens it; names of other rooms are strings, so that nothing runs up the house.
SCHEME_LINKS = [
    ("Journey", "schemes:step_list", Permission.SCHEME_READ),
    ("People", "schemes:volunteer_list", Permission.MENTORS_READ),
    ("Matches", "matching:match_list", Permission.MATCH_READ),
    ("Supervision", "matching:supervision_list", Permission.SUPERVISION_READ),
    ("Training", "schemes:course_list", Permission.TRAINING_READ),
    ("Members", "schemes:member_list", Permission.MEMBER_INVITE),
]

#: The second row of links, on the pages about people.
PEOPLE_LINKS = [
    ("Volunteers", "schemes:volunteer_list", (), Permission.MENTORS_READ),
    ("Young people", "schemes:young_person_list", (), Permission.PEOPLE_READ),
    ("Waiting list", "matching:waiting_list", (), Permission.PEOPLE_READ),
    ("Held up", "matching:stuck_list", (), Permission.PEOPLE_READ),
    ("Too long", "schemes:too_long_list", ("volunteers",), Permission.PEOPLE_READ),
    ("Information sessions", "schemes:info_session_list", (), Permission.PEOPLE_READ),
    ("Campaigns", "schemes:campaign_list", (), Permission.PEOPLE_READ),
    ("Messages", "schemes:mailing_list", ("volunteers",), Permission.PEOPLE_EDIT),
    ("Here twice?", "schemes:pair_list", ("volunteers",), Permission.PEOPLE_EDIT),
    ("Expenses", "matching:expense_list", (), Permission.EXPENSE_EDIT),
    ("Bring in a spreadsheet", "schemes:import_upload", (), Permission.PEOPLE_EDIT),
]


def nav_links(actor, scheme) -> list[tuple[str, str]]:
    """The bar inside a scheme."""
    return [("Today", "/"), *open_links(actor, scheme)]


def open_links(actor, scheme) -> Iterator[tuple[str, str]]:
    """The pages of a scheme that open to this person, first to last."""
    for label, name, permission in SCHEME_LINKS:
        if actor.may(permission, scheme) and (address := address_of(name, scheme.slug)):
            yield label, address
    if actor.may(Permission.PAPERS_READ, scheme) and not actor.may(Permission.SCHEME_READ, scheme):
        yield "Papers", address_of("schemes:paper_list", scheme.slug)


def people_links(actor, scheme) -> list[tuple[str, str]]:
    """The pages about people that open to this person."""
    open_here = [
        (label, address_of(name, scheme.slug, *more))
        for label, name, more, able in PEOPLE_LINKS
        if actor.may(able, scheme)
    ]
    return [(label, address) for label, address in open_here if address]


def only_scheme(actor):
    """The one scheme this person works in, so that its bar is theirs everywhere; None with several or none."""
    schemes = schemes_of_staff(actor)
    return schemes[0] if len(schemes) == 1 and not actor.schemes_with(Role.MENTOR, Role.MENTEE) else None


def scheme_links(actor) -> list[tuple[str, str]]:
    """Each scheme this person works in, with the first of its pages that opens to them."""
    firsts = [(scheme.name, next(open_links(actor, scheme), None)) for scheme in schemes_of_staff(actor)]
    return [(name, first[1]) for name, first in firsts if first]


def portal_links(actor) -> list[tuple[str, str]]:
    """A mentor's training and manual (S7, S11); a referrer's own page."""
    links = [(gettext("My training"), "schemes:my_training"), (gettext("The manual"), "schemes:policy_list")]
    links = links if actor.schemes_with(Role.MENTOR) else []
    if actor.schemes_with(Role.REFERRER):
        links.append((gettext("Your referrals"), "schemes:my_referrals"))
    return [(label, address_of(name)) for label, name in links]


@lru_cache(maxsize=1000)
def address_of(name: str, *args) -> str:
    """The address of a page, "" while its room has none."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
