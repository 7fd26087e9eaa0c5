"""The one sentence that goes by text: that there is something, and where to sign in. The telephone shows it to whoever
holds it, locked or not."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext, ngettext

from mentoring.notices.models import Notice

#: One text of the GSM alphabet; what is longer, or has a letter of another alphabet, is paid and shown in parts.
LONGEST = 160
GSM = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)


def text_of(notices: list[Notice], language: str) -> str:
    """At most 160 letters of the GSM alphabet (issue "Reminders")."""
    with translation.override(language):
        if any(notice.urgent for notice in notices):
            words = gettext("Something cannot wait. Please sign in now.")
        else:
            words = ngettext("You have something to look at.", "You have %(number)s things to look at.", len(notices))
        return f"{settings.SITE_NAME}: {words % {'number': len(notices)}} {settings.SITE_URL}/notices/"


def fits(text: str) -> bool:
    return len(text) <= LONGEST and set(text) <= set(GSM)
