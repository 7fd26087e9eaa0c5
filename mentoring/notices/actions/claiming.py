"""Taking a batch for this worker alone, safe with any number of workers killed at any moment.

The claim is committed before the slow part; a claim whose worker died is free again when its lease runs out.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import groupby
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet

from mentoring.accounts.models import User
from mentoring.notices.hearing.queries import hearing_of
from mentoring.notices.models import Notice, Outgoing

BATCH = 100
LEASE = timedelta(seconds=settings.NOTICE_LEASE_SECONDS)
#: More than so many at once go in one mail: after a week without a run nobody is flooded.
FLOOD = 3

Parcel = list[Outgoing]


@transaction.atomic
def letters_claim(rows: QuerySet, at: datetime, *, most: int = BATCH) -> list[Parcel]:
    """Each letter goes alone. Other workers skip locked rows; SQLite lets one writer in at a time."""
    free = rows.claimable(at).select_for_update(skip_locked=True, of=("self",)).order_by("not_before")
    keys = list(free.values_list("pk", flat=True)[:most])
    _take(rows, keys, at)
    return [[row] for row in rows.filter(pk__in=keys).order_by("not_before")]


@transaction.atomic
def notices_claim(rows: QuerySet, at: datetime, *, most: int = BATCH) -> list[Parcel]:
    """All that waits for so many people, so that what goes together is together: the lock is the person's. What cannot
    wait goes first."""
    free = rows.claimable(at)
    urgent = free.filter(urgent=True)
    free = urgent if urgent.exists() else free
    people = _people(free.order_by("not_before").values("recipient")[: most * 10], most)
    mine = list(free.filter(recipient__in=people).order_by("recipient", "-urgent", "not_before"))
    keys = [row.pk for row in mine]
    _take(rows, keys, at)
    for row in mine:
        row.attempts += 1
    return list(_parcels(mine))


def _people(first: QuerySet, most: int) -> list:
    """Those whom no other worker is sending to; the lock lasts until the claim is committed."""
    free = User.objects.filter(pk__in=first).select_for_update(skip_locked=True, no_key=True)
    return list(free.values_list("pk", flat=True)[:most])


def _take(rows: QuerySet, keys: list, at: datetime) -> None:
    rows.filter(pk__in=keys).update(
        progress=Outgoing.State.CLAIMED, claimed_until=at + LEASE, attempts=F("attempts") + 1
    )


def _parcels(notices: list[Notice]) -> Iterator[Parcel]:
    """What goes in one mail. A parcel that was made once stays as it is: its second copy can be told as one."""
    for _, rows in groupby(notices, key=lambda notice: notice.recipient_id):
        made = defaultdict(list)
        for row in rows:
            made[row.parcel].append(row)
        loose = made.pop(None, [])
        yield from made.values()
        yield from ([row] for row in loose if row.urgent)
        yield from _gathered([row for row in loose if not row.urgent])


def _gathered(loose: list[Notice]) -> Iterator[Parcel]:
    together = len(loose) > FLOOD or (len(loose) > 1 and hearing_of(loose[0].recipient).gathers)
    if not together:
        yield from ([row] for row in loose)
        return
    key = uuid4()
    Notice.objects.filter(pk__in=[row.pk for row in loose]).update(parcel=key)
    for row in loose:
        row.parcel = key
    yield loose
