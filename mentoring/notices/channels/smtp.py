"""Mail over SMTP: one connection for as long as there is something to send."""

import smtplib
from collections.abc import Callable

from django.core.mail import EmailMessage, get_connection

from mentoring.notices.channels import Undeliverable, message_key
from mentoring.notices.models import Outgoing


class Smtp:
    """The relay of the installation; `written` makes the mail of the rows that go in one."""

    def __init__(self, written: Callable[[list[Outgoing]], EmailMessage]):
        self.written, self.connection = written, None

    def open(self) -> None:
        self.connection = self.connection or get_connection()
        self.connection.open()

    def send(self, rows: list[Outgoing]) -> str:
        post(self.written(rows), self.connection)
        return message_key(rows[0])

    def close(self) -> None:
        if self.connection:
            self.connection.close()


def post(message: EmailMessage, connection) -> None:
    """Hand a mail to the relay over an open connection. OSError: try later. Undeliverable: never."""
    message.connection = connection
    try:
        message.send()
    except smtplib.SMTPRecipientsRefused as refusal:
        code = next(iter(refusal.recipients.values()))[0]
        if code >= 500:
            raise Undeliverable(f"the address was refused ({code})") from refusal
        raise
    except smtplib.SMTPServerDisconnected:
        connection.close()
        raise
    except ValueError as bad:  # not an address at all: one such row must not stop the others
        raise Undeliverable("the address cannot be used") from bad
