"""Claim in batches, send, record: one engine for notices and letters. Safe with any number of workers, killed at any
moment.

The claim is committed before the slow part; a claim whose worker died is free again when its lease runs out. A mail can
go twice only where a worker is killed between the relay's answer and the next line; its Message-ID is then the same.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from mentoring.notices.channels import Undeliverable, post
from mentoring.notices.hours import wait_after
from mentoring.notices.models import Outgoing

BATCH = 100
LEASE = timedelta(seconds=settings.NOTICE_LEASE_SECONDS)


class Clock:
    """`at`, moved on by the time that has passed: a claim of a long run holds as long as one of a short run."""

    def __init__(self, at: datetime):
        self.at, self._began = at, time.monotonic()

    def moment(self) -> datetime:
        return self.at + timedelta(seconds=time.monotonic() - self._began)


@dataclass(frozen=True)
class Dispatch:
    """What is sent and how: the rows that may be claimed, the mail of one, whether it is still true, and what is
    written over a row beside "sent" or "no longer true" once it is done with."""

    rows: QuerySet
    mail_for: Callable[[Outgoing], EmailMessage]
    still: Callable[[Outgoing], bool] = lambda row: True
    once_sent: dict = field(default_factory=dict)


def send_all(dispatch: Dispatch, clock: Clock) -> tuple[int, int]:
    """Send all that may go by now, batch by batch. Returns how many were sent and how many were not."""
    sent = failed = 0
    while batch := claim(dispatch.rows, at=clock.moment()):
        went, stuck = _send(batch, dispatch, clock)
        sent, failed = sent + went, failed + stuck
        if stuck and not went:
            break
    return sent, failed


@transaction.atomic
def claim(rows: QuerySet, *, at: datetime, most: int = BATCH) -> list[Outgoing]:
    """Take a batch for this worker alone. Other workers skip locked rows; SQLite lets one writer in at a time."""
    free = rows.claimable(at).select_for_update(skip_locked=True, of=("self",)).order_by("not_before")
    keys = list(free.values_list("pk", flat=True)[:most])
    rows.filter(pk__in=keys).update(
        progress=Outgoing.State.CLAIMED, claimed_until=at + LEASE, attempts=F("attempts") + 1
    )
    return list(rows.filter(pk__in=keys).order_by("not_before"))


def _send(batch: list[Outgoing], dispatch: Dispatch, clock: Clock) -> tuple[int, int]:
    connection = get_connection()
    try:
        connection.open()  # one connection for the whole batch
    except OSError as trouble:
        return 0, sum(_put_back(row, trouble, clock.at) for row in batch)
    went = []
    half_the_lease = clock.moment() + LEASE / 2
    for place, row in enumerate(batch):
        if clock.moment() > half_the_lease:
            _give_back(batch[place:])  # a slow relay: another worker could take them for left behind, and send twice
            break
        if dispatch.still(row):
            went.append(_send_one(row, dispatch, connection, clock))
        else:
            record(row, progress=Outgoing.State.DROPPED, **dispatch.once_sent)
    connection.close()
    return went.count(True), went.count(False)


def _send_one(row: Outgoing, dispatch: Dispatch, connection, clock: Clock) -> bool:
    try:
        post(dispatch.mail_for(row), connection)
    except Undeliverable as refusal:
        record(row, progress=Outgoing.State.UNDELIVERABLE, trouble=str(refusal)[:200])
        return False
    except OSError as trouble:
        _put_back(row, trouble, clock.at)
        return False
    record(row, progress=Outgoing.State.SENT, sent_at=timezone.now(), trouble="", **dispatch.once_sent)
    return True


def _give_back(batch: list[Outgoing]) -> None:
    rows = type(batch[0]).objects.filter(pk__in=[row.pk for row in batch])
    rows.update(progress=Outgoing.State.QUEUED, claimed_until=None)


def record(row: Outgoing, **what) -> None:
    """Write down what became of a claimed row, and let it go."""
    type(row).objects.filter(pk=row.pk).update(claimed_until=None, **what)


def _put_back(row: Outgoing, trouble: Exception, at: datetime) -> int:
    later = at + wait_after(row.attempts)
    record(row, progress=Outgoing.State.QUEUED, not_before=later, trouble=type(trouble).__name__)
    return 1


def try_again(row: Outgoing) -> None:
    """Put an undeliverable row back in the queue, by hand."""
    record(row, progress=Outgoing.State.QUEUED, not_before=timezone.now(), trouble="")
