"""Find what is due by the rules, queue what is new, send what may go: notices to people with an account."""

from datetime import datetime
from functools import partial

from django.utils import timezone

from mentoring.notices.actions.claiming import notices_claim
from mentoring.notices.actions.letters import letters_send
from mentoring.notices.actions.outgoing import Clock, Dispatch, send_all, try_again
from mentoring.notices.actions.queueing import notices_queue
from mentoring.notices.actions.truth import Truth, found
from mentoring.notices.channels.lines import line_for
from mentoring.notices.models import Heartbeat, Notice
from mentoring.notices.operations.queries import standstill_now
from mentoring.notices.rules import all_rules

SENT_BY = (Notice.Channel.TEXT, Notice.Channel.EMAIL)


def reminders_run(*, at: datetime | None = None) -> dict[str, int]:
    """What the scheduler does, once: find what is due, queue what is new, send what may go."""
    at = at or timezone.now()
    tally = {"due": 0, "queued": 0, "sent": 0, "failed": 0}
    for rule in all_rules():
        dues = found(rule, at)
        if dues is None:
            tally["failed"] += 1
            continue
        tally["due"] += len(dues)
        tally["queued"] += notices_queue(rule=rule, dues=dues, at=at)
    for send in (letters_send, notices_send):  # first the letters: somebody waits for the link
        sent, failed = send(at=at)
        tally["sent"] += sent
        tally["failed"] += failed
    return tally


def notices_send(*, at: datetime | None = None) -> tuple[int, int]:
    """Send all that may go by now, batch by batch. Returns how many were sent and how many were not.

    While sending is held back, only what cannot wait goes.
    """
    clock = Clock(at or timezone.now())
    truth = Truth(clock.at)
    rows = Notice.objects.select_related("recipient__hearing")
    rows = rows.filter(urgent=True) if standstill_now() else rows
    tallies = [
        send_all(Dispatch(partial(notices_claim, rows.filter(channel=channel)), line_for(channel), truth.still), clock)
        for channel in SENT_BY
    ]
    sent, failed = (sum(numbers) for numbers in zip(*tallies, strict=True))
    return sent, failed


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
