"""Reading the ledger."""

import email
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import Message
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext

from mentoring.notices.models import Heartbeat, Notice
from mentoring.notices.putting_off.models import PuttingOff
from mentoring.notices.putting_off.queries import put_off_by_others
from mentoring.notices.rules import all_rules

# The reminder run comes every minute; twice that without one means that it has stopped.
LATE = timedelta(minutes=2)


def beats(name: str, now: datetime) -> bool:
    """Whether that part of the machinery ("scheduler", "worker") has shown life of late."""
    return Heartbeat.objects.filter(name=name, beat_at__gte=now - LATE).exists()


def inbox_of(user):
    """What a person was told in Alongside, newest first."""
    return Notice.objects.filter(recipient=user, channel=Notice.Channel.INBOX).order_by("-created_at")


@dataclass(frozen=True)
class Told:
    """One row of the inbox; `put_off`: what others who were told of the same said about it."""

    notice: Notice
    words: str
    can_put_off: bool
    put_off: list[PuttingOff]


def told_to(actor, most: int = 100) -> list[Told]:
    """What somebody was told in Alongside, newest first."""
    notices, words = list(inbox_of(actor.user)[:most]), words_by_rule()
    others = put_off_by_others(notices, actor.user) if actor.is_staff else {}
    unknown = gettext("Something to look at")
    return [
        Told(
            notice,
            words.get(notice.rule, unknown),
            can_put_off(notice, actor),
            others.get((notice.rule, notice.object_key), []),
        )
        for notice in notices
    ]


def can_put_off(notice: Notice, actor) -> bool:
    """Staff alone, and nothing urgent."""
    return actor.is_staff and not notice.urgent


def mails():
    """What went or goes by mail, each with its reader: for whoever holds the seal in its address."""
    return Notice.objects.filter(channel=Notice.Channel.EMAIL).select_related("recipient")


def words_by_rule() -> dict[str, str]:
    return {rule.name: rule.words for rule in all_rules()}


def demo_mails(most: int = 50) -> list[dict]:
    """The mails the demo wrote to its folder instead of sending, newest first."""
    folder = Path(getattr(settings, "EMAIL_FILE_PATH", None) or settings.VAR_DIR / "mail")
    files = sorted(folder.glob("*.log"), key=lambda file: file.stat().st_mtime, reverse=True)[:most]
    return [mail for file in files for mail in _mails_in(file)][:most]


def _mails_in(file: Path) -> list[dict]:
    parts = file.read_text(errors="replace").split("-" * 79)
    return [_shown(email.message_from_string(part.strip())) for part in reversed(parts) if part.strip()]


def _shown(message: Message) -> dict:
    plain = next((part for part in message.walk() if part.get_content_type() == "text/plain"), message)
    body = plain.get_payload(decode=True) or b""
    return {
        "to": message["To"],
        "subject": str(email.header.make_header(email.header.decode_header(message["Subject"] or ""))),
        "date": message["Date"],
        "body": body.decode("utf-8", "replace"),
    }
