"""Reads about which check is needed."""

from datetime import date

from django.db.models import Q

from safeguarding.vetting.needing.models import VettingNeed
from safeguarding.vetting.rulebook import Answers, usual_of, version_on
from schemes.planning.models import Scheme

GONE = ["left", "withdrawn", "declined"]


def need_holding(volunteer) -> VettingNeed | None:
    """The working-out that holds."""
    return volunteer.vetting_needs.filter(replaced_at__isnull=True).select_related("decided_by", "second_by").first()


def levels_needed(volunteers, today: date) -> dict:
    """{volunteer's key: level needed today} in one query beside the schemes; None: it waits for a second person; who
    has none was never looked at."""
    held = VettingNeed.objects.filter(volunteer__in=[one.pk for one in volunteers], replaced_at__isnull=True)
    return {
        need.volunteer_id: need.level_now(need.volunteer.scheme.nation, today) if need.is_settled(today) else None
        for need in held.select_related("volunteer__scheme")
    }


def answers_usual(scheme) -> Answers:
    """What most roles of this scheme are like, for the ages the scheme is for."""
    return usual_of(scheme.mentee_age_from, scheme.mentee_age_to)


def needs_outdated(today: date):
    """Those that hold and were worked out by rules that are no longer in force, of volunteers still with a scheme."""
    outdated = Q(pk__in=[])
    for nation in Scheme.Nation.values:
        outdated |= Q(volunteer__scheme__nation=nation) & ~Q(version=version_on(nation, today).id)
    holding = VettingNeed.objects.filter(outdated, replaced_at__isnull=True)
    return holding.exclude(volunteer__state__in=GONE).select_related("volunteer__scheme")
