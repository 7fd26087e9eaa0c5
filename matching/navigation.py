"""Matching's links: the numbers for those who may count but not read, and the own pages of both sides."""

from django.urls import reverse
from django.utils.translation import gettext

from schemes.people.permissions import Permission, Role


def nav_links(actor, scheme) -> list[tuple[str, str]]:
    """The list of matches stands in the bar already; whoever may only count gets the numbers."""
    links = []
    if actor.may(Permission.MATCH_COUNT, scheme) and not actor.may(Permission.MATCH_READ, scheme):
        links.append(("Matches", reverse("matching:match_numbers", args=[scheme.slug])))
    if actor.may(Permission.EXPENSE_COUNT, scheme) and not actor.may(Permission.EXPENSE_EDIT, scheme):
        links.append(("Expenses", reverse("matching:expense_totals", args=[scheme.slug])))
    return links


def portal_links(actor) -> list[tuple[str, str]]:
    if not actor.schemes_with(Role.MENTEE, Role.MENTOR):
        return []
    links = [(gettext("My page"), reverse("matching:me"))]
    if actor.schemes_with(Role.MENTEE):
        links.append((gettext("Who I’d like"), reverse("matching:profile_list")))
    if actor.schemes_with(Role.MENTOR):
        links.append((gettext("Who picked me"), reverse("matching:asked_list")))
        links.append((gettext("My expenses"), reverse("matching:my_expenses")))
    return links
