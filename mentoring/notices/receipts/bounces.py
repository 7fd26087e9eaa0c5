"""Mails that come back: delivery status notifications (RFC 3464), read without believing more than they say. Pure."""

import email
import re
from dataclasses import dataclass
from email.message import Message
from email.policy import default
from uuid import UUID

MESSAGE_ID = re.compile(r"<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@")


@dataclass(frozen=True)
class Bounce:
    """`key` of the mail that came back (see `channels.message_key`); `permanent`: the address will never take it."""

    key: UUID
    permanent: bool
    status: str


def read_bounce(raw: bytes) -> Bounce | None:
    """What a mail says came back; None where it is no such report, or not about a mail of ours."""
    message = email.message_from_bytes(raw, policy=default)
    if message.get_content_type() != "multipart/report":
        return None
    status, key = _status(message), _key(message)
    if not status or not key or status[0] not in "45":
        return None
    return Bounce(UUID(key), status.startswith("5"), status)


def _status(message: Message) -> str:
    """The Status of the first recipient: "5.1.1"."""
    for part in message.walk():
        if part.get_content_type() == "message/delivery-status":
            fields = "\n".join(str(block) for block in part.get_payload())
            found = re.search(r"(?im)^status:\s*([245]\.\d{1,3}\.\d{1,3})", fields)
            return found[1] if found else ""
    return ""


def _key(message: Message) -> str:
    """Of the mail that is given back, whole or its head alone."""
    for part in message.walk():
        if part.get_content_type() in ("message/rfc822", "text/rfc822-headers"):
            found = MESSAGE_ID.search(part.as_string())
            return found[1] if found else ""
    return ""
