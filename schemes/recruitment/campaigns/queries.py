"""Reads of campaigns: which run, whose link this is, and what they were worth (S9)."""

from dataclasses import dataclass

from django.db.models import Count, Q

from schemes.people.models import Volunteer
from schemes.people.reached import Reached
from schemes.recruitment.campaign_yield import CampaignYield, whole
from schemes.recruitment.models import Campaign


@dataclass(frozen=True)
class YieldTable:
    """Each campaign with its yield, newest first; those nobody knows the source of; the scheme as a whole."""

    rows: list[tuple[Campaign, CampaignYield]]
    not_known: CampaignYield
    whole: CampaignYield


def open_campaigns(scheme):
    """Those that run: what the enquiry form offers as an answer to "How did you hear about us?"."""
    return Campaign.objects.filter(scheme=scheme, ended_on__isnull=True).order_by("channel")


def campaign_by_code(scheme, code: str) -> Campaign | None:
    """The campaign whose link was followed, ended or not; None for a code that is none."""
    return next((campaign for campaign in Campaign.objects.filter(scheme=scheme) if campaign.code == code), None)


def campaign_yields(scheme) -> YieldTable:
    """Two queries, however many campaigns and people there are."""
    counted = _counted(scheme)
    rows = []
    for campaign in Campaign.objects.filter(scheme=scheme).order_by("-began_on", "channel"):
        rows.append((campaign, CampaignYield(*counted.pop(campaign.pk, (0, 0, 0, 0)), cost=campaign.cost)))
    not_known = CampaignYield(*counted.get(None, (0, 0, 0, 0)))
    return YieldTable(rows, not_known, whole([*(found for _, found in rows), not_known]))


def _counted(scheme) -> dict:
    """{key of the campaign or None: (asked, applied, interviewed, approved)}."""
    people = Volunteer.objects.filter(scheme=scheme).order_by().values_list("heard_from")
    counts = {stage.name.lower(): Count("pk", filter=Q(reached__gte=stage)) for stage in Reached}
    return {key: tuple(numbers) for key, *numbers in people.annotate(**counts)}
