"""What a mail says: that there is something to look at and where; nothing else, to anybody."""

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from mentoring.notices.channels import message_key
from mentoring.notices.hearing.stopping import stop_address
from mentoring.notices.models import Letter, Notice
from mentoring.notices.rules import Rule, rule_named
from mentoring.web.language import tag_of

#: Said where a later version took the rule away.
ANYTHING = _("There is something to look at.")
STAFF_PAGES = "/schemes/"


def mail_for(notices: list[Notice]) -> EmailMultiAlternatives:
    """The mail of one notice, or of several to one person, in the language they chose. Its Message-ID is always the
    same, so that a second copy can be told as one."""
    rules = [rule_named(notice.rule) for notice in notices]
    spoken = {language_of(rule, notice) for rule, notice in zip(rules, notices, strict=True)}
    with translation.override(spoken.pop() if len(spoken) == 1 else settings.LANGUAGE_CODE):
        return _written(notices, rules)


def language_of(rule: Rule | None, notice: Notice) -> str:
    """What staff are told stays English as their pages do: its words are not given to gettext, or it leads there."""
    is_spoken = rule is None or isinstance(rule.words, Promise)
    chosen = notice.recipient.language if is_spoken and not notice.path.startswith(STAFF_PAGES) else ""
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def _written(notices: list[Notice], rules: list[Rule | None]) -> EmailMultiAlternatives:
    stop = stop_address(notices[0].pk, rules)
    context = {
        "first_name": notices[0].recipient.first_name,
        "things": [
            (rule.words if rule else ANYTHING, f"{settings.SITE_URL}/notices/{notice.pk}/")
            for rule, notice in zip(rules, notices, strict=True)
        ],
        "site": settings.SITE_NAME,
        "lang": tag_of(translation.get_language()),
        "stop": stop,
    }
    message = EmailMultiAlternatives(
        subject=subject_of(len(notices)),
        body=render_to_string("emails/notice.txt", context),
        to=[notices[0].recipient.email],
        headers={**_message_id(notices[0]), **_stop_heads(stop)},
    )
    message.attach_alternative(render_to_string("emails/notice.html", context), "text/html")
    return message


def subject_of(number: int) -> str:
    words = ngettext("Something to look at in %(site)s", "%(number)s things to look at in %(site)s", number)
    return words % {"site": settings.SITE_NAME, "number": number}


def letter_mail(letters: list[Letter]) -> EmailMessage:
    """The mail of one letter: to one address, never a copy to another."""
    (letter,) = letters
    return EmailMessage(subject=letter.subject, body=letter.words, to=[letter.to], headers=_message_id(letter))


def _message_id(row) -> dict[str, str]:
    host = settings.SITE_URL.split("://")[-1].split(":")[0]
    return {"Message-ID": f"<{message_key(row)}@{host}>"}


def _stop_heads(stop: str) -> dict[str, str]:
    """RFC 8058: the mail program's own button. Only where everything in the mail may be stopped."""
    return {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"} if stop else {}
