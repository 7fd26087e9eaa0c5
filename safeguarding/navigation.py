"""Links into this room: a lead's list, a co-ordinator's checks, and everybody's way to say what worries them."""

from django.urls import reverse

from schemes.people.permissions import Permission


def concern_url(actor, scheme) -> str:
    """Inside a scheme its own page, elsewhere the person's own."""
    if scheme and actor.may(Permission.CONCERN_RAISE, scheme):
        return reverse("safeguarding:concern_raise", kwargs={"scheme": scheme.slug})
    return reverse("safeguarding:concern_raise_mine")


def nav_links(actor, scheme) -> list[tuple[str, str]]:
    links = []
    if actor.may(Permission.VETTING_READ, scheme):
        links.append(("Checks", reverse("safeguarding:check_list", kwargs={"scheme": scheme.slug})))
    if actor.may(Permission.CONCERN_LIST, scheme):
        links.append(("Concerns", reverse("safeguarding:concern_list", kwargs={"scheme": scheme.slug})))
    return links
