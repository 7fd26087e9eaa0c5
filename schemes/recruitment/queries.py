"""Reads of steps 9 and 10."""

from django.utils import timezone

from schemes.people.tokens import token_hash
from schemes.planning.models import Leaflet, Scheme
from schemes.recruitment.history.queries import history_gaps_open, overseas_stays
from schemes.recruitment.models import Application, Interview

__all__ = [
    "application_by_token",
    "history_gaps_open",
    "interview_agreed",
    "overseas_stays",
    "public_schemes",
    "published_leaflets",
]


def public_schemes():
    """Schemes with a public page: all but the closed ones."""
    return Scheme.objects.exclude(state=Scheme.State.CLOSED)


def published_leaflets(scheme) -> list[tuple[str, list[Leaflet]]]:
    """What the scheme published, by whom it is for."""
    found = list(Leaflet.objects.filter(scheme=scheme, is_published=True).order_by("title"))
    by_audience = [
        (label, [leaflet for leaflet in found if leaflet.audience == value])
        for value, label in Leaflet.Audience.choices
    ]
    return [(label, leaflets) for label, leaflets in by_audience if leaflets]


def application_by_token(scheme, token: str) -> Application | None:
    """The application behind a private link that still works."""
    return (
        Application.objects.select_related("volunteer__scheme")
        .filter(token_hash=token_hash(token), volunteer__scheme=scheme, expires_at__gte=timezone.now())
        .first()
    )


def interview_agreed(volunteer) -> bool:
    """Did the newest interview end with "go on to checks"?"""
    newest = volunteer.interviews.order_by("-held_on", "-created_at").first()
    return newest is not None and newest.outcome == Interview.Outcome.GO_ON
