"""Matching's links: the numbers for those who may count but not read, and the own pages of both sides."""

from django.urls import reverse

from schemes.people.permissions import Permission, Role


def nav_links(actor, scheme) -> list[tuple[str, str]]:
    """The list of matches stands in the bar already; whoever may only count gets the numbers."""
    if actor.may(Permission.MATCH_COUNT, scheme) and not actor.may(Permission.MATCH_READ, scheme):
        return [("Matches", reverse("matching:match_numbers", args=[scheme.slug]))]
    return []


def portal_links(actor) -> list[tuple[str, str]]:
    if not actor.schemes_with(Role.MENTEE, Role.MENTOR):
        return []
    links = [("My page", reverse("matching:me"))]
    if actor.schemes_with(Role.MENTEE):
        links.append(("Who I’d like", reverse("matching:profile_list")))
    if actor.schemes_with(Role.MENTOR):
        links.append(("Who picked me", reverse("matching:asked_list")))
    return links
