"""Reading the ledger."""

import email
from datetime import datetime
from email.message import Message
from pathlib import Path

from django.conf import settings
from django.db.models import Count

from mentoring.notices.models import Heartbeat, Notice
from mentoring.notices.rules import all_rules


def inbox_of(user):
    """What a person was told in Alongside, newest first."""
    return Notice.objects.filter(recipient=user, channel=Notice.Channel.INBOX).order_by("-created_at")


def undeliverable():
    """Mails that could not be delivered, newest first."""
    return Notice.objects.filter(progress=Notice.State.UNDELIVERABLE).order_by("-created_at")


def words_by_rule() -> dict[str, str]:
    return {rule.name: rule.words for rule in all_rules()}


def operations(now: datetime) -> dict:
    """How the sending goes: heartbeats, the outbox by state, what could not be delivered. No names, no content."""
    mails = Notice.objects.filter(channel=Notice.Channel.EMAIL)
    counts = dict(mails.values_list("progress").annotate(number=Count("pk")))
    waiting = mails.filter(progress__in=[Notice.State.QUEUED, Notice.State.CLAIMED], not_before__lte=now)
    return {
        "beats": Heartbeat.objects.order_by("name"),
        "states": [(state.label, counts.get(state.value, 0)) for state in Notice.State],
        "oldest": waiting.order_by("not_before").first(),
        "stuck": undeliverable()[:50],
    }


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
