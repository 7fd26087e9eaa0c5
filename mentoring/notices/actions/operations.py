"""Sending is held back, goes on, or is done again: by whoever runs the installation, and in the trail."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.notices.models import Notice
from mentoring.notices.operations.models import Standstill
from mentoring.notices.operations.queries import went_between


def sending_pause(*, why: str, by) -> None:
    """Mails and texts wait from now on, but for what cannot. Done twice at once, it is done once."""
    try:
        with transaction.atomic():
            row = Standstill.objects.create(why=why, by=by)
            audit_record(verb="sending.paused", subject=row, by=by)
    except IntegrityError:
        return


@transaction.atomic
def sending_resume(*, by) -> None:
    for row in Standstill.objects.now().select_for_update():
        row.is_on, row.ended_at = False, timezone.now()
        row.save(update_fields=["is_on", "ended_at"])
        audit_record(verb="sending.resumed", subject=row, by=by)


@transaction.atomic
def sending_again(*, since: datetime, by) -> int:
    """What went since then goes once more if it is still so, under the same Message-ID. How many it may be."""
    rows = went_between(since, timezone.now())
    keys = list(rows.values_list("pk", flat=True))
    if keys:
        Notice.objects.filter(pk__in=keys).update(progress=Notice.State.QUEUED, sent_at=None, not_before=timezone.now())
        audit_record(verb="sending.again", subject=by, by=by, details={"number": len(keys), "since": since.isoformat()})
    return len(keys)
