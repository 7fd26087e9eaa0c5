"""How a notice goes out. A mail says that there is something to look at and where; nothing else, to anybody."""

import smtplib

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mentoring.notices.models import Letter, Notice
from mentoring.notices.rules import Rule, rule_named
from mentoring.web.language import tag_of

#: Said where a later version took the rule away.
ANYTHING = _("There is something to look at.")


STAFF_PAGES = "/schemes/"


class Undeliverable(Exception):
    """The relay says this address will never take it; a person must look."""


def mail_for(notice: Notice) -> EmailMultiAlternatives:
    """The mail of one notice, in the language its recipient chose. Its Message-ID is the notice's own, so that a second
    copy can be told as one."""
    rule = rule_named(notice.rule)
    with translation.override(language_of(rule, notice)):
        return _written(notice, rule.words if rule else ANYTHING)


def language_of(rule: Rule | None, notice: Notice) -> str:
    """What staff are told stays English as their pages do: its words are not given to gettext, or it leads there."""
    is_spoken = rule is None or isinstance(rule.words, Promise)
    chosen = notice.recipient.language if is_spoken and not notice.path.startswith(STAFF_PAGES) else ""
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def _written(notice: Notice, words: str) -> EmailMultiAlternatives:
    context = {
        "first_name": notice.recipient.first_name,
        "words": words,
        "link": f"{settings.SITE_URL}/notices/{notice.pk}/",
        "site": settings.SITE_NAME,
        "lang": tag_of(translation.get_language()),
    }
    message = EmailMultiAlternatives(
        subject=gettext("Something to look at in %(site)s") % {"site": settings.SITE_NAME},
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
