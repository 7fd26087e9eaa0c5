"""What is due becomes rows: one in the inbox, and one for the way its reader chose."""

from collections.abc import Iterable, Iterator
from datetime import datetime, time

from django.utils import timezone

from mentoring.notices.channels.lines import can_text
from mentoring.notices.hearing.models import LAST_HOUR, Hearing
from mentoring.notices.hearing.queries import hearings_of
from mentoring.notices.hours import not_before
from mentoring.notices.models import Notice
from mentoring.notices.rules import Due, Rule


def notices_queue(*, rule: Rule, dues: Iterable[Due], at: datetime) -> int:
    """Write rows for each thing due that has none yet. Returns how many are new."""
    dues = list(dues)
    known = _known(rule, dues)
    new = [due for due in dues if key_of_due(due) not in known]
    heard = hearings_of(due.recipient_id for due in new)
    rows = [
        _row(rule, due, channel, heard[due.recipient_id], at)
        for due in new
        if due.recipient_id in heard
        for channel in _channels(rule, heard[due.recipient_id])
    ]
    Notice.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    return len(rows)


def key_of_due(due: Due) -> tuple:
    return (due.object_key, due.due_on, due.step, due.recipient_id)


def _known(rule: Rule, dues: list[Due]) -> set[tuple]:
    """What stands in the inbox was told, whichever other way its reader had chosen then."""
    if not dues:
        return set()
    since = min(due.due_on for due in dues)
    rows = Notice.objects.filter(rule=rule.name, due_on__gte=since, channel=Notice.Channel.INBOX)
    return set(rows.values_list("object_key", "due_on", "step", "recipient_id"))


def _channels(rule: Rule, hearing: Hearing) -> Iterator[str]:
    """The inbox always. By text where they want it and it can be done, else by mail; what cannot wait, by both."""
    yield Notice.Channel.INBOX
    if hearing.is_muted(rule):
        return
    texts = bool(hearing.telephone) and can_text() and (hearing.way == Hearing.Way.TEXT or rule.urgent)
    if texts:
        yield Notice.Channel.TEXT
    if rule.urgent or not texts:
        yield Notice.Channel.EMAIL


def _row(rule: Rule, due: Due, channel: str, hearing: Hearing, at: datetime) -> Notice:
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
        not_before=at if inbox else when(hearing, at, urgent=rule.urgent),
    )


def when(hearing: Hearing, at: datetime, *, urgent: bool) -> datetime:
    """The first moment from `at` on that suits them."""
    closes = time(hearing.latest) if hearing.latest < LAST_HOUR else time(LAST_HOUR)
    gather = hearing.rhythm if hearing.gathers else ""
    zone = timezone.get_default_timezone()
    return not_before(at, urgent=urgent, zone=zone, opens=time(hearing.earliest), closes=closes, gather=gather)
