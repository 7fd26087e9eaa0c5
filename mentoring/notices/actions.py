"""Queue what is due, claim it in batches, send it, record it. Safe with any number of workers, killed at any moment.

The claim is committed before the slow part; a claim whose worker died is free again when its lease runs out. A mail can
go twice only where a worker is killed between the relay's answer and the next line; its Message-ID is then the same.
"""

import logging
import time
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import get_connection
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from mentoring.accounts.models import User
from mentoring.notices.channels import Undeliverable, mail_for, post
from mentoring.notices.hours import not_before, wait_after
from mentoring.notices.models import Heartbeat, Notice
from mentoring.notices.rules import Due, Rule, all_rules

log = logging.getLogger(__name__)
BATCH = 100
LEASE = timedelta(seconds=settings.NOTICE_LEASE_SECONDS)


def reminders_run(*, at: datetime | None = None) -> dict[str, int]:
    """What the scheduler does, once: find what is due, queue what is new, send what may go."""
    at = at or timezone.now()
    tally = {"due": 0, "queued": 0, "sent": 0, "failed": 0}
    for rule in all_rules():
        found = _found(rule, at)
        if found is None:
            tally["failed"] += 1
            continue
        tally["due"] += len(found)
        tally["queued"] += notices_queue(rule=rule, dues=found, at=at)
    sent, failed = notices_send(at=at)
    return {**tally, "sent": sent, "failed": tally["failed"] + failed}


def _found(rule: Rule, at: datetime) -> list[Due] | None:
    """What the rule finds; None where it broke: one bad rule or record does not stop the others."""
    try:
        return list(rule.find(at))
    except Exception:
        log.exception("the rule %s broke", rule.name)
        return None


def notices_queue(*, rule: Rule, dues: Iterable[Due], at: datetime) -> int:
    """Write a row for each thing due that has none yet, in the inbox and by e-mail. Returns how many are new."""
    dues = list(dues)
    known = _known(rule, dues)
    reachable = set(
        User.objects.filter(pk__in={due.recipient_id for due in dues}, is_active=True).values_list("pk", flat=True)
    )
    rows = [
        _row(rule, due, channel, at)
        for due in dues
        for channel in Notice.Channel.values
        if due.recipient_id in reachable and _key(due, channel) not in known
    ]
    Notice.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    return len(rows)


def _known(rule: Rule, dues: list[Due]) -> set[tuple]:
    if not dues:
        return set()
    since = min(due.due_on for due in dues)
    rows = Notice.objects.filter(rule=rule.name, due_on__gte=since)
    return set(rows.values_list("object_key", "due_on", "step", "recipient_id", "channel"))


def _key(due: Due, channel: str) -> tuple:
    return (due.object_key, due.due_on, due.step, due.recipient_id, channel)


def _row(rule: Rule, due: Due, channel: str, at: datetime) -> Notice:
    inbox = channel == Notice.Channel.INBOX
    return Notice(
        rule=rule.name,
        object_key=due.object_key,
        due_on=due.due_on,
        step=due.step,
        channel=channel,
        recipient_id=due.recipient_id,
        scheme_key=due.scheme_key,
        path=due.path,
        urgent=rule.urgent,
        progress=Notice.State.SENT if inbox else Notice.State.QUEUED,
        sent_at=at if inbox else None,
        not_before=at if inbox else not_before(at, urgent=rule.urgent, zone=timezone.get_default_timezone()),
    )


def notices_send(*, at: datetime | None = None) -> tuple[int, int]:
    """Send all that may go by now, batch by batch. Returns how many were sent and how many were not."""
    sent = failed = 0
    truth = _Truth(at or timezone.now())
    while batch := notices_claim(at=truth.moment()):
        went, stuck = _send(batch, truth)
        sent, failed = sent + went, failed + stuck
        if stuck and not went:
            break
    return sent, failed


@transaction.atomic
def notices_claim(*, at: datetime, most: int = BATCH) -> list[Notice]:
    """Take a batch for this worker alone. Other workers skip locked rows; SQLite lets one writer in at a time."""
    free = Notice.objects.filter(channel=Notice.Channel.EMAIL, not_before__lte=at).filter(
        Q(progress=Notice.State.QUEUED) | Q(progress=Notice.State.CLAIMED, claimed_until__lt=at)
    )
    keys = list(free.select_for_update(skip_locked=True).order_by("not_before").values_list("pk", flat=True)[:most])
    Notice.objects.filter(pk__in=keys).update(
        progress=Notice.State.CLAIMED, claimed_until=at + LEASE, attempts=F("attempts") + 1
    )
    return list(Notice.objects.filter(pk__in=keys).select_related("recipient").order_by("not_before"))


class _Truth:
    """Asks each rule once whether what was queued is still so; knows how late it has become since the run began."""

    def __init__(self, at: datetime):
        self.at, self._began, self._keys = at, time.monotonic(), {}

    def moment(self) -> datetime:
        """`at`, moved on by the time that has passed: a claim of a long run holds as long as one of a short run."""
        return self.at + timedelta(seconds=time.monotonic() - self._began)

    def still(self, notice: Notice) -> bool:
        if notice.rule not in self._keys:
            rule = next((each for each in all_rules() if each.name == notice.rule), None)
            found = _found(rule, self.at) if rule else []
            self._keys[notice.rule] = None if found is None else {_key(due, notice.channel) for due in found}
        keys = self._keys[notice.rule]
        due = (notice.object_key, notice.due_on, notice.step, notice.recipient_id, notice.channel)
        return keys is None or due in keys


def _send(batch: list[Notice], truth: _Truth) -> tuple[int, int]:
    sent = failed = 0
    connection = get_connection()
    try:
        connection.open()  # one connection for the whole batch
    except OSError as trouble:
        return 0, sum(_put_back(notice, trouble, truth.at) for notice in batch)
    half_the_lease = truth.moment() + LEASE / 2
    for place, notice in enumerate(batch):
        if truth.moment() > half_the_lease:
            _give_back(batch[place:])  # a slow relay: another worker could take them for left behind, and send twice
            break
        if not truth.still(notice):
            _record(notice, progress=Notice.State.DROPPED)
            continue
        try:
            post(mail_for(notice), connection)
        except Undeliverable as refusal:
            _record(notice, progress=Notice.State.UNDELIVERABLE, trouble=str(refusal)[:200])
            failed += 1
        except OSError as trouble:
            failed += _put_back(notice, trouble, truth.at)
        else:
            _record(notice, progress=Notice.State.SENT, sent_at=timezone.now(), trouble="")
            sent += 1
    connection.close()
    return sent, failed


def _give_back(batch: list[Notice]) -> None:
    Notice.objects.filter(pk__in=[notice.pk for notice in batch]).update(
        progress=Notice.State.QUEUED, claimed_until=None
    )


def _record(notice: Notice, **what) -> None:
    Notice.objects.filter(pk=notice.pk).update(claimed_until=None, **what)


def _put_back(notice: Notice, trouble: Exception, at: datetime) -> int:
    _record(
        notice,
        progress=Notice.State.QUEUED,
        not_before=at + wait_after(notice.attempts),
        trouble=type(trouble).__name__,
    )
    return 1


def heartbeat_record(*, name: str) -> None:
    """That part of the machinery ("scheduler", "worker") is alive."""
    Heartbeat.objects.update_or_create(name=name, defaults={"beat_at": timezone.now()})


def notice_open(*, notice: Notice, by) -> None:
    """Its reader has opened it; the mail about the same thing needs not go any more."""
    Notice.objects.filter(
        recipient=by, rule=notice.rule, object_key=notice.object_key, due_on=notice.due_on, read_at__isnull=True
    ).update(read_at=timezone.now())


def notice_retry(*, notice: Notice, by) -> None:
    """Try an undeliverable notice again, by hand."""
    _record(notice, progress=Notice.State.QUEUED, not_before=timezone.now(), trouble="")
