"""Find what is due by the rules, queue what is new, send what may go: notices to people with an account."""

import logging
from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from mentoring.accounts.models import User
from mentoring.notices.actions.letters import is_unsafe, letters_send
from mentoring.notices.actions.outgoing import BATCH, Clock, Dispatch, claim, send_all, try_again
from mentoring.notices.channels import mail_for
from mentoring.notices.hours import not_before
from mentoring.notices.models import Heartbeat, Notice
from mentoring.notices.rules import Due, Rule, all_rules

log = logging.getLogger(__name__)


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
    for send in (letters_send, notices_send):  # first the letters: somebody waits for the link
        sent, failed = send(at=at)
        tally["sent"] += sent
        tally["failed"] += failed
    return tally


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
    clock = Clock(at or timezone.now())
    return send_all(Dispatch(_mails(), mail_for, still=_Truth(clock.at).still), clock)


def notices_claim(*, at: datetime, most: int = BATCH) -> list[Notice]:
    """Take a batch for this worker alone."""
    return claim(_mails(), at=at, most=most)


def _mails() -> QuerySet:
    return Notice.objects.filter(channel=Notice.Channel.EMAIL).select_related("recipient")


class _Truth:
    """Asks each rule once whether what was queued is still so."""

    def __init__(self, at: datetime):
        self.at, self._keys = at, {}

    def still(self, notice: Notice) -> bool:
        if is_unsafe(notice.recipient.email):
            return False
        if notice.rule not in self._keys:
            rule = next((each for each in all_rules() if each.name == notice.rule), None)
            found = _found(rule, self.at) if rule else []
            self._keys[notice.rule] = None if found is None else {_key(due, notice.channel) for due in found}
        keys = self._keys[notice.rule]
        due = (notice.object_key, notice.due_on, notice.step, notice.recipient_id, notice.channel)
        return keys is None or due in keys


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
    try_again(notice)
