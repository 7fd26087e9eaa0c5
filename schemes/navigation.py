"""The links of a scheme's staff pages, and the switcher between schemes: only what this person may open."""

from django.urls import NoReverseMatch, reverse

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


def nav_links(actor, scheme) -> list[tuple[str, str]]:
    """The bar inside a scheme."""
    found = [("Today", "/")]
    for label, name, permission in SCHEME_LINKS:
        address = address_of(name, scheme.slug)
        if address and actor.may(permission, scheme):
            found.append((label, address))
    if actor.may(Permission.PAPERS_READ, scheme) and not actor.may(Permission.SCHEME_READ, scheme):
        found.append(("Papers", reverse("schemes:paper_list", args=[scheme.slug])))
    return found


def only_scheme(actor):
    """The one scheme this person works in, so that its bar is theirs everywhere; None with several or none."""
    schemes = schemes_of_staff(actor)
    return schemes[0] if len(schemes) == 1 and not actor.schemes_with(Role.MENTOR, Role.MENTEE) else None


def scheme_links(actor) -> list[tuple[str, str]]:
    """Each scheme this person works in, with the first of its pages that opens to them."""
    found = []
    for scheme in schemes_of_staff(actor):
        links = nav_links(actor, scheme)
        if len(links) > 1:
            found.append((scheme.name, links[1][1]))
    return found


def portal_links(actor) -> list[tuple[str, str]]:
    """A referrer's own page."""
    if not actor.schemes_with(Role.REFERRER):
        return []
    return [("Your referrals", reverse("schemes:my_referrals"))]


def address_of(name: str, *args) -> str:
    """The address of a page, "" while its room has none."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
