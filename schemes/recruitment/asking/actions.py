"""A young person asks for a mentor themselves: sent, kept for later, taken up again, thrown away (S10)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused
from schemes.people import mail
from schemes.people.actions import young_person_add
from schemes.people.tokens import new_token, token_hash
from schemes.recruitment.asking.codes import code_hash, new_code
from schemes.recruitment.models import Asking

KEPT_DAYS = 14


def asking_send(*, scheme, answers: dict, by=None):
    """A young person asks for a mentor themselves; asking is agreeing."""
    answers = dict(answers)
    referral = {
        "is_self_referral": True,
        "young_person_agreed": True,
        "young_person_words": answers.pop("young_person_words", ""),
        "received_on": timezone.localdate(),
    }
    return young_person_add(
        scheme=scheme, referral=referral, by=by, **answers, still_wants_mentor_on=timezone.localdate()
    )


@dataclass(frozen=True)
class Kept:
    """What opens the kept answers again, once; neither is stored in plain."""

    code: str
    token: str
    until: datetime


@transaction.atomic
def asking_keep(*, scheme, answers: dict, email: str = "", by=None) -> Kept:
    """Keep unfinished answers, sealed, for two weeks. With an address the link goes there; the address is not kept."""
    kept = Kept(new_code(), new_token(), timezone.now() + timedelta(days=KEPT_DAYS))
    asking = Asking.objects.create(
        scheme=scheme, code_hash=code_hash(scheme, kept.code), token_hash=token_hash(kept.token), answers=answers,
        expires_at=kept.until,
    )  # fmt: skip
    audit_record(verb="asking.kept", subject=asking, scheme=scheme, by=by)
    if email:
        url = settings.SITE_URL + reverse("schemes:asking_open", args=[scheme.slug, kept.token])
        mail.link_mail(
            to=email, subject=f"Your link to {settings.SITE_NAME}", template="asking", about=asking, url=url,
            until=kept.until,
        )  # fmt: skip
    return kept


@transaction.atomic
def asking_take(*, asking, by=None) -> dict:
    """The answers, handed over once: code and link stop working, and nobody else can read on with them."""
    asking = Asking.objects.select_for_update().filter(pk=asking.pk, expires_at__gt=timezone.now()).first()
    if asking is None:
        raise Refused("This has been used already, or has run out.")
    audit_record(verb="asking.taken", subject=asking, scheme=asking.scheme, by=by)
    answers = asking.answers
    asking.delete()
    return answers


@transaction.atomic
def askings_purge(*, now: datetime) -> int:
    """Delete what ran out: kept answers, and those that wait in sessions which are over. How many were kept answers."""
    number, _ = Asking.objects.filter(expires_at__lte=now).delete()
    SessionStore.clear_expired()
    return number
