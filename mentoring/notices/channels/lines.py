"""Which line takes which channel, as the installation is set up."""

from django.conf import settings

from mentoring.notices.channels import Line
from mentoring.notices.channels.mails import letter_mail, mail_for
from mentoring.notices.channels.notify import Notify
from mentoring.notices.channels.smtp import Smtp
from mentoring.notices.channels.texts import text_of
from mentoring.notices.models import Notice, Outgoing


def can_text() -> bool:
    return bool(settings.NOTIFY_API_KEY and settings.NOTIFY_TEXT_TEMPLATE)


def mails_by_notify() -> bool:
    return bool(settings.NOTIFY_API_KEY and settings.NOTIFY_EMAIL_TEMPLATE)


def line_for(channel: str) -> Line:
    """The line of a notice's channel."""
    if channel == Notice.Channel.TEXT:
        return Notify("sms", text_fields)
    return _mails(mail_for)


def letter_line() -> Line:
    return _mails(letter_mail)


def _mails(written) -> Line:
    return Notify("email", lambda rows: mail_fields(written(rows))) if mails_by_notify() else Smtp(written)


def mail_fields(mail) -> dict:
    """The same mail as over SMTP, in Notify's words."""
    stop = mail.extra_headers.get("List-Unsubscribe", "").strip("<>")
    return {
        "email_address": mail.to[0],
        "template_id": settings.NOTIFY_EMAIL_TEMPLATE,
        "personalisation": {"subject": mail.subject, "body": mail.body},
        **({"one_click_unsubscribe_url": stop} if stop else {}),
    }


def text_fields(notices: list[Outgoing]) -> dict:
    reader = notices[0].recipient
    return {
        "phone_number": reader.hearing.telephone,
        "template_id": settings.NOTIFY_TEXT_TEMPLATE,
        "personalisation": {"words": text_of(notices, reader.language or settings.LANGUAGE_CODE)},
    }
