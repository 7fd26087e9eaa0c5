"""The demo's agreements: written by the mentor, signed by all three on the day."""

from django.utils import timezone

from matching.relationships.agreements.actions import agreement_draft, agreement_sign
from matching.relationships.agreements.queries import mark_of, newest_agreement

TERMS = {
    "purpose": "Somebody to talk to who is not paid to be there.",
    "when_where": "Thursdays after college, the café at the library.",
    "every_days": 7,
    "length_weeks": 48,
    "channels": "Texts.",
    "channels_seen_by": "Only us two. Staff, if somebody is worried.",
    "writes_here": True,
    "money": "No money. Small birthday presents are fine.",
    "boundaries": "No lifts. We say so when we are late.",
    "when_worried": "We tell Dee. In danger: 999 first.",
}


def agreement_made(match, coordinator, **terms) -> None:
    """Written and signed today by all three; who has no account signs on paper."""
    limits = {"limits_told_on": timezone.localdate()}
    by = match.volunteer.user or coordinator
    agreement_draft(match=match, terms=TERMS | limits | terms, by=by)
    signers = {
        "mentee": match.young_person.user or coordinator,
        "mentor": match.volunteer.user or coordinator,
        "co-ordinator": coordinator,
    }
    agreement = newest_agreement(match)
    for side, signer in signers.items():
        agreement_sign(agreement=agreement, side=side, read=mark_of(agreement), by=signer)
