"""How a notice goes out. A mail says that there is something to look at and where; nothing else, to anybody."""

import smtplib

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.template.loader import render_to_string

from mentoring.notices.models import Letter, Notice
from mentoring.notices.rules import rule_named

SUBJECT = "Something to look at in {site}"


class Undeliverable(Exception):
    """The relay says this address will never take it; a person must look."""


def mail_for(notice: Notice) -> EmailMultiAlternatives:
    """The mail of one notice. Its Message-ID is the notice's own, so that a second copy can be told as one."""
    rule = rule_named(notice.rule)
    context = {
        "first_name": notice.recipient.first_name,
        "words": rule.words if rule else "There is something to look at.",
        "link": f"{settings.SITE_URL}/notices/{notice.pk}/",
        "site": settings.SITE_NAME,
    }
    message = EmailMultiAlternatives(
        subject=SUBJECT.format(site=settings.SITE_NAME),
        body=render_to_string("emails/notice.txt", context),
        to=[notice.recipient.email],
        headers=_message_id(notice),
    )
    message.attach_alternative(render_to_string("emails/notice.html", context), "text/html")
    return message


def letter_mail(letter: Letter) -> EmailMessage:
    """The mail of one letter: to one address, never a copy to another."""
    return EmailMessage(subject=letter.subject, body=letter.words, to=[letter.to], headers=_message_id(letter))


def _message_id(row) -> dict[str, str]:
    host = settings.SITE_URL.split("://")[-1].split(":")[0]
    return {"Message-ID": f"<{row.pk}@{host}>"}


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
