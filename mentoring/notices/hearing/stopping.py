"""The address in a mail that stops what it told, without a sign-in: a notice's key and our seal on it, no more."""

from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from mentoring.notices.rules import Rule

_signer = Signer(salt="mentoring.notices.hearing.stopping")


def stop_address(notice_id: UUID, rules: list[Rule | None]) -> str:
    """Empty where something in the mail has to be heard: then there is nothing to stop."""
    if not all(rule and rule.optional for rule in rules):
        return ""
    return settings.SITE_URL + reverse("notice_stop", args=[notice_id, _signer.signature(str(notice_id))])


def is_ours(notice_id: UUID, seal: str) -> bool:
    try:
        return _signer.unsign(f"{notice_id}{_signer.sep}{seal}") == str(notice_id)
    except BadSignature:
        return False
