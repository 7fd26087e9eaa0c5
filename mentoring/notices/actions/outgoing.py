"""Claim in batches, send, record: one engine for notices and letters. Safe with any number of workers, killed at any
moment.

A mail can go twice only where a worker is killed between the relay's answer and the next line; its Message-ID is then
the same.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.utils import timezone

from mentoring.notices.actions.claiming import LEASE, Parcel
from mentoring.notices.channels import Line, Undeliverable
from mentoring.notices.hours import wait_after
from mentoring.notices.models import Outgoing


class Clock:
    """`at`, moved on by the time that has passed: a claim of a long run holds as long as one of a short run."""

    def __init__(self, at: datetime):
        self.at, self._began = at, time.monotonic()

    def moment(self) -> datetime:
        return self.at + timedelta(seconds=time.monotonic() - self._began)


@dataclass(frozen=True)
class Dispatch:
    """What is sent and how: `claim` takes the next batch at a moment, `line` carries it, `still` says whether a row is
    still true, and `once_sent` is written over a row beside "sent" or "no longer true" once it is done with."""

    claim: Callable[[datetime], list[Parcel]]
    line: Line
    still: Callable[[Outgoing], bool] = lambda row: True
    once_sent: dict = field(default_factory=dict)


def send_all(dispatch: Dispatch, clock: Clock) -> tuple[int, int]:
    """Send all that may go by now, batch by batch over one connection. Returns how many were sent and how many not."""
    sent = failed = 0
    try:
        while batch := dispatch.claim(clock.moment()):
            went, stuck = _send(batch, dispatch, clock)
            sent, failed = sent + went, failed + stuck
            if stuck and not went:
                break
    finally:
        dispatch.line.close()
    return sent, failed


def _send(batch: list[Parcel], dispatch: Dispatch, clock: Clock) -> tuple[int, int]:
    try:
        dispatch.line.open()
    except OSError as trouble:
        return 0, sum(_put_back(parcel, trouble, clock.at) for parcel in batch)
    went = []
    half_the_lease = clock.moment() + LEASE / 2
    for place, parcel in enumerate(batch):
        if clock.moment() > half_the_lease:
            _give_back(batch[place:])  # a slow relay: another worker could take them for left behind, and send twice
            break
        if rows := _still_true(parcel, dispatch):
            went += [_send_one(rows, dispatch, clock)] * len(rows)
    return went.count(True), went.count(False)


def _still_true(parcel: Parcel, dispatch: Dispatch) -> Parcel:
    true = [row for row in parcel if dispatch.still(row)]
    over = [row for row in parcel if row not in true]
    if over:
        record(over, progress=Outgoing.State.DROPPED, **dispatch.once_sent)
    return true


def _send_one(parcel: Parcel, dispatch: Dispatch, clock: Clock) -> bool:
    try:
        key = dispatch.line.send(parcel)
    except Undeliverable as refusal:
        record(parcel, progress=Outgoing.State.UNDELIVERABLE, trouble=str(refusal)[:200])
        return False
    except OSError as trouble:
        _put_back(parcel, trouble, clock.at)
        return False
    record(
        parcel, progress=Outgoing.State.SENT, sent_at=timezone.now(), provider_key=key, trouble="", **dispatch.once_sent
    )
    return True


def _give_back(batch: list[Parcel]) -> None:
    record([row for parcel in batch for row in parcel], progress=Outgoing.State.QUEUED)


def record(rows: Parcel, **what) -> None:
    """Write down what became of claimed rows, and let them go."""
    type(rows[0]).objects.filter(pk__in=[row.pk for row in rows]).update(claimed_until=None, **what)


def _put_back(parcel: Parcel, trouble: Exception, at: datetime) -> int:
    later = at + wait_after(parcel[0].attempts)
    record(parcel, progress=Outgoing.State.QUEUED, not_before=later, trouble=type(trouble).__name__)
    return len(parcel)


def try_again(row: Outgoing) -> None:
    """Put an undeliverable row back in the queue, by hand."""
    record([row], progress=Outgoing.State.QUEUED, not_before=timezone.now(), trouble="")
