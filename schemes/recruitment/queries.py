"""Reads of steps 9 and 10."""

from django.db.models import Count, Q
from django.utils import timezone

from schemes.people.models import Volunteer
from schemes.people.tokens import token_hash
from schemes.planning.models import Leaflet, Scheme
from schemes.recruitment.models import Application, Campaign

#: A volunteer who has come this far counts as a volunteer won.
WON = (Volunteer.State.APPROVED, Volunteer.State.GROUP_ONLY, Volunteer.State.PAUSED)


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


def campaigns_with_yield(scheme):
    """Each campaign with how many asked because of it, how many applied, and how many were won."""
    people = Count("volunteers", distinct=True)
    return (
        Campaign.objects.filter(scheme=scheme)
        .annotate(
            asked=people,
            applied=Count("volunteers", filter=~Q(volunteers__state=Volunteer.State.ENQUIRED), distinct=True),
            won=Count("volunteers", filter=Q(volunteers__state__in=WON), distinct=True),
        )
        .order_by("-began_on")
    )
