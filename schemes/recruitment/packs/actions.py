"""Writes of packs: what somebody who may volunteer was sent (S9)."""

from django.db import transaction

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from schemes.recruitment.models import PackSending


@transaction.atomic
def pack_send(*, volunteer, things: list[str], way, sent_on, by) -> PackSending:
    """Write down that these papers went. The record keeps the newest day beside the history."""
    if not things:
        raise Refused("Say what was in it.")
    volunteer = locked(volunteer)
    sending = PackSending.objects.create(volunteer=volunteer, things=things, way=way, sent_on=sent_on, by=by)
    volunteer.pack_sent_on = max(sent_on, volunteer.pack_sent_on or sent_on)
    volunteer.save(update_fields=["pack_sent_on"])
    audit_record(verb="pack.sent", subject=sending, scheme=volunteer.scheme, about=[volunteer.user], by=by)
    return sending
