"""Writes of campaigns: the ways volunteers are asked (S9)."""

from django.db import transaction

from mentoring.audit.actions import audit_record
from mentoring.transitions import locked
from schemes.recruitment.models import Campaign


@transaction.atomic
def campaign_add(*, scheme, channel, began_on, cost, poster_words="", by) -> Campaign:
    """One way volunteers are asked, and what it costs."""
    campaign = Campaign.objects.create(
        scheme=scheme, channel=channel, began_on=began_on, cost=cost, poster_words=poster_words
    )
    audit_record(verb="campaign.added", subject=campaign, scheme=scheme, by=by)
    return campaign


@transaction.atomic
def campaign_edit(*, campaign, changes: dict, by) -> Campaign:
    """Put it right, or end it with a day. Its link goes on counting: posters hang longer than campaigns."""
    campaign = locked(campaign)
    for name, value in changes.items():
        setattr(campaign, name, value)
    campaign.save(update_fields=list(changes))
    audit_record(
        verb="campaign.edited", subject=campaign, scheme=campaign.scheme, details={"fields": sorted(changes)}, by=by
    )
    return campaign
