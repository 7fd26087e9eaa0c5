"""Reads about what is let wait for."""

from collections import defaultdict
from datetime import date

from safeguarding.vetting.exempting.models import VettingExemption


def waits_of(volunteers, today: date) -> dict:
    """{volunteer's key: {kind: last day}} of what two people let wait for."""
    found: dict = defaultdict(dict)
    for row in (
        VettingExemption.objects.in_force(today)
        .filter(volunteer__in=[one.pk for one in volunteers])
        .order_by("ends_on")
    ):
        found[row.volunteer_id][row.kind] = row.ends_on
    return found


def exemptions_shown(volunteer, today: date) -> list[VettingExemption]:
    """Asked for or in force; what is over is in the trail."""
    rows = volunteer.vetting_exemptions.filter(ended_on__isnull=True, ends_on__gte=today)
    return list(rows.select_related("asked_by", "agreed_by"))
