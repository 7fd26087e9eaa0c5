"""Who stands at a stage too long, on a first page: by name for who acts, as a number for their manager."""

from django.urls import reverse
from django.utils import timezone

from mentoring.home.cards import TodayRow
from schemes.people.models import YoungPerson
from schemes.people.permissions import Permission
from schemes.people.standing.limits import FIRST, LIMITS
from schemes.people.standing.queries import MODELS, due_on, long_overdue, too_long

SHOWN = 20


def today_rows(actor, today):
    schemes = actor.schemes_of(actor.schemes_for(Permission.PEOPLE_EDIT))
    for way in MODELS:
        found = too_long(way, schemes, today)
        if way == "young-person":
            found = found.prefetch_related("referrals")
        yield from (_row(person, way, today) for person in found[:SHOWN])


def _row(person, way: str, today) -> TodayRow:
    since = timezone.localtime(person.since).date()
    return TodayRow(
        due_on=due_on(person),
        words=f"{person.name} {_referred(person) or LIMITS[way, person.state].words}",
        detail=f"{person.scheme} · waiting {(today - since).days} days",
        url=reverse(f"schemes:{way.replace('-', '_')}_show", args=[person.scheme.slug, person.pk]),
        button="Answer" if person.state in FIRST[way] else "Open",
    )


def _referred(person) -> str:
    """Who referred somebody who waits for a first answer; "" for whoever came by themselves (S10)."""
    if person.state != YoungPerson.State.REFERRED:
        return ""
    first = min(person.referrals.all(), key=lambda referral: referral.created_at, default=None)
    if first is None or first.is_self_referral:
        return ""
    return f"was referred by {first.referrer_name or 'an agency'}"


def manager_rows(actor, today):
    """What the manager was told of: how many, and nobody's name."""
    schemes = actor.schemes_of(actor.schemes_for(Permission.STAGE_LIMITS))
    counts = long_overdue(schemes, today) if schemes else {}
    for scheme in schemes:
        if number := counts[scheme.pk]:
            who = "One person stands" if number == 1 else f"{number} people stand"
            yield TodayRow(
                due_on=today,
                words=f"{who} at one stage two weeks too long",
                detail=f"{scheme} · speak with the co-ordinator",
                url=reverse("schemes:stage_limits_set", args=[scheme.slug]),
                button="See where",
            )
