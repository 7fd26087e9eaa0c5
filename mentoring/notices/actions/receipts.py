"""What the provider says became of what it took."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from mentoring.notices.hours import wait_after
from mentoring.notices.models import Letter, Notice, Outgoing

#: After so many tries what "did not work just now" is left to a person.
MOST_TRIES = 5


class NotYet(Exception):
    """The worker has not written down yet that it went: the provider is to say it again."""


@transaction.atomic
def receipt_take(*, key: UUID, outcome: str, said: str) -> int:
    """`outcome`: "delivered", "refused" for good, or "failed" just now; `said`: the provider's word for it. A receipt
    that comes twice, or after a person has decided, changes nothing. Returns how many rows it was about."""
    rows = _rows(key)
    if any(row.progress == Outgoing.State.CLAIMED for row in rows):
        raise NotYet
    rows = [row for row in rows if row.progress == Outgoing.State.SENT and not row.delivered_at]
    for row in rows:
        type(row).objects.filter(pk=row.pk).update(**_became(row, outcome, said))
    return len(rows)


def _rows(key: UUID) -> list[Outgoing]:
    notices = Notice.objects.exclude(channel=Notice.Channel.INBOX).filter(Q(pk=key) | Q(parcel=key))
    return [*notices.select_for_update(), *Letter.objects.filter(pk=key).select_for_update()]


def _became(row: Outgoing, outcome: str, said: str) -> dict:
    if outcome == "delivered":
        return {"delivered_at": timezone.now(), "trouble": ""}
    may_go_again = outcome == "failed" and row.attempts < MOST_TRIES and not isinstance(row, Letter)
    if may_go_again:
        later = timezone.now() + max(wait_after(row.attempts), timedelta(minutes=5))
        return {"progress": Outgoing.State.QUEUED, "not_before": later, "sent_at": None, "trouble": said[:200]}
    return {"progress": Outgoing.State.UNDELIVERABLE, "trouble": said[:200]}
