"""Writing what changed, showing it to the young people, taking it down again (R11)."""

from django.db import transaction
from django.utils import timezone

from matching.you_said.models import YouSaid
from mentoring.audit.actions import audit_record
from mentoring.transitions import locked


@transaction.atomic
def you_said_write(*, scheme, said: str, did: str, you_said=None, by) -> YouSaid:
    """A new pair, or other words for one; nobody but staff sees it before it is published."""
    row = locked(you_said) if you_said else YouSaid(scheme=scheme, written_by=by)
    row.said, row.did = said, did
    row.save()
    audit_record(verb="yousaid.written", subject=row, scheme=scheme, by=by)
    return row


@transaction.atomic
def you_said_publish(*, you_said, shown: bool, by) -> YouSaid:
    row = locked(you_said)
    if shown != bool(row.published_at):
        row.published_at = timezone.now() if shown else None
        row.save(update_fields=["published_at"])
        verb = "yousaid.published" if shown else "yousaid.taken_down"
        audit_record(verb=verb, subject=row, scheme=row.scheme, by=by)
    return row
