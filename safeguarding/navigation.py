"""Links into this room: a lead's list, a co-ordinator's checks, and everybody's way to say what worries them."""

from django.urls import reverse
from django.utils.translation import gettext

from safeguarding.concerns.queries import schemes_to_raise_in
from schemes.people.permissions import Permission, Role


def concern_url(actor, scheme) -> str:
    """Inside a scheme its own page, elsewhere the person's own; none for who has no role in any scheme."""
    if scheme and actor.may(Permission.CONCERN_RAISE, scheme):
        return reverse("safeguarding:concern_raise", kwargs={"scheme": scheme.slug})
    return reverse("safeguarding:concern_raise_mine") if actor.roles or schemes_to_raise_in(actor).exists() else ""


def complaint_url(actor) -> str:
    """For everybody who has to do with a scheme; what they have already said stands there too."""
    return reverse("safeguarding:complaint_mine") if actor.roles or schemes_to_raise_in(actor).exists() else ""


def nav_links(actor, scheme) -> list[tuple[str, str]]:
    links = []
    if actor.may(Permission.VETTING_READ, scheme):
        links.append(("Checks", reverse("safeguarding:check_list", kwargs={"scheme": scheme.slug})))
    if actor.may(Permission.CONCERN_LIST, scheme):
        links.append(("Concerns", reverse("safeguarding:concern_list", kwargs={"scheme": scheme.slug})))
    elif actor.may(Permission.LEAD_ABSENCE, scheme):
        links.append(("Leads", reverse("safeguarding:lead_absences", kwargs={"scheme": scheme.slug})))
    if actor.may(Permission.COMPLAINT_READ, scheme):
        links.append(("Complaints", reverse("safeguarding:complaint_list", kwargs={"scheme": scheme.slug})))
    if actor.may(Permission.RECORD_ANSWER, scheme):
        links.append(("Records", reverse("safeguarding:access_list", kwargs={"scheme": scheme.slug})))
    if actor.may(Permission.AUDIT_READ, scheme):
        links.append(("Trail", reverse("safeguarding:trail_list", kwargs={"scheme": scheme.slug})))
    return links


def people_links(actor, scheme) -> list[tuple[str, str]]:
    """Who is out alone, for those who answer an alarm."""
    if not actor.may(Permission.PEOPLE_READ, scheme):
        return []
    return [("Out alone", reverse("safeguarding:visit_list", kwargs={"scheme": scheme.slug}))]


def portal_links(actor) -> list[tuple[str, str]]:
    """A young person's own yes; and for whoever has a record here, who looked at it, and the record itself."""
    links = []
    if actor.schemes_with(Role.MENTEE):
        links.append((gettext("My yes"), reverse("safeguarding:consent_mine")))
    if actor.schemes_with(Role.MENTEE, Role.MENTOR):
        links.append((gettext("Who looked"), reverse("safeguarding:who_looked_mine")))
    if actor.schemes_with(Role.MENTEE, Role.MENTOR, Role.REFERRER):
        links.append((gettext("My record"), reverse("safeguarding:record_mine")))
    return links
