"""Where evaluation stands in the bar."""

from django.urls import reverse

from schemes.people.permissions import Permission


def nav_links(actor, scheme) -> list[tuple[str, str]]:
    """The figures, for those who may read reports."""
    if not actor.may(Permission.REPORT_READ, scheme):
        return []
    return [("Reports", reverse("evaluation:evaluation_show", args=[scheme.slug]))]
