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


def levels_needed(volunteers, today: date, schemes=None) -> dict:
    """{volunteer's key: level needed today} in one query beside the schemes; None: it waits for a second person; who
    has none was never looked at. `schemes`: theirs by key, where they are at hand."""
    scheme_of = {one.pk: one.scheme_id for one in volunteers}
    schemes = schemes or Scheme.objects.in_bulk({*scheme_of.values()})
    held = VettingNeed.objects.filter(volunteer__in=scheme_of, replaced_at__isnull=True).defer("overruled_why")
    found = {}
    for need in held:
        scheme = schemes[scheme_of[need.volunteer_id]]
        settled = need.is_settled(today, scheme)
        found[need.volunteer_id] = need.level_now(scheme.nation, today) if settled else None
    return found


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
