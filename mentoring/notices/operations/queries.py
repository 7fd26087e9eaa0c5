"""How the sending goes. No names, no content: rules, states, moments."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Count, QuerySet

from mentoring.notices.models import Heartbeat, Letter, Notice, Outgoing
from mentoring.notices.operations.models import Standstill

WAITS = (Outgoing.State.QUEUED, Outgoing.State.CLAIMED)
#: What went longer ago than this is not sent again: its reader has seen it, or it is no longer so.
AGAIN_WITHIN = timedelta(days=3)


@dataclass
class Way:
    """How one way of reaching people went in the last seven days."""

    name: str
    numbers: Counter = field(default_factory=Counter)


def standstill_now() -> Standstill | None:
    return Standstill.objects.now().select_related("by").first()


def undeliverable() -> QuerySet:
    """Notices that could not be delivered, newest first."""
    return Notice.objects.undeliverable().order_by("-created_at")


def letters_undeliverable() -> QuerySet:
    return Letter.objects.undeliverable().order_by("-created_at")


def outboxes() -> list[tuple[str, QuerySet]]:
    by_channel = Notice.objects.filter
    channels = (Notice.Channel.EMAIL, Notice.Channel.TEXT)
    return [
        *((channel.label, by_channel(channel=channel)) for channel in channels),
        ("Letters by e-mail", Letter.objects.all()),
    ]


def ways(now: datetime) -> list[Way]:
    """Each way with how many wait, went, arrived (where its provider says so), were dropped and could not go."""
    found = []
    for name, rows in outboxes():
        lately = rows.filter(created_at__gte=now - timedelta(days=7))
        way = Way(name, Counter(dict(lately.values_list("progress").annotate(number=Count("pk")))))
        way.numbers["delivered"] = lately.filter(delivered_at__isnull=False).count()
        way.numbers["waiting"] = rows.filter(progress__in=WAITS).count()
        found.append(way)
    return found


def oldest_waiting(now: datetime) -> Outgoing | None:
    """What could have gone out longest ago and has not."""
    firsts = [
        rows.filter(progress__in=WAITS, not_before__lte=now).order_by("not_before").first() for _, rows in outboxes()
    ]
    return min(filter(None, firsts), key=lambda row: row.not_before, default=None)


def went_between(since: datetime, until: datetime) -> QuerySet:
    """Mails and texts that went then, that nobody has opened and of which no provider said that they arrived."""
    went = Notice.objects.exclude(channel=Notice.Channel.INBOX).filter(progress=Notice.State.SENT)
    return went.filter(sent_at__gte=since, sent_at__lte=until, read_at__isnull=True, delivered_at__isnull=True)


def operations(now: datetime) -> dict:
    return {
        "beats": Heartbeat.objects.order_by("name"),
        "ways": ways(now),
        "oldest": oldest_waiting(now),
        "stuck": undeliverable()[:50],
        "stuck_letters": letters_undeliverable()[:50],
        "standstill": standstill_now(),
    }
