"""Reads about references."""

from datetime import datetime, timedelta

from django.utils import timezone

from safeguarding.vetting.references.models import Reference, ReferenceLink, ReferenceQuestion
from safeguarding.vetting.references.questions import DEFAULTS, Question
from schemes.people.tokens import token_hash

REMIND_EVERY = timedelta(days=7)
MOST_REMINDERS = 3


def questions_of(scheme) -> list[Question]:
    """What this scheme asks, in its order; the usual ones until it has its own."""
    own = [row.as_question() for row in ReferenceQuestion.objects.filter(scheme=scheme)]
    return own or list(DEFAULTS)


def reference_by_token(token: str) -> Reference | None:
    """The reference a link opens, if it still opens anything: used, run out, taken back and made up are all None."""
    links = ReferenceLink.objects.select_related("reference__check_of__volunteer__scheme")
    link = links.filter(token_hash=token_hash(token)).first()
    return link.reference if link and link.reference.is_open(timezone.now()) else None


def references_open(at: datetime):
    """Asked by link and not answered yet, of volunteers still on their way."""
    waiting = Reference.objects.filter(given_at=None, withdrawn_at=None, check_of__decision="")
    waiting = waiting.exclude(check_of__volunteer__state__in=["left", "withdrawn", "declined"])
    return waiting.select_related("check_of__volunteer__scheme")


def references_to_remind(at: datetime) -> list[Reference]:
    """A week since they were asked or last reminded; three times at most, and not once the link has run out."""
    waiting = references_open(at).filter(expires_at__gte=at, reminded__lt=MOST_REMINDERS)
    return [one for one in waiting if one.asked_at + REMIND_EVERY * (one.reminded + 1) <= at]


def references_late(at: datetime):
    """For the co-ordinator: a fortnight without an answer, or a link that ran out."""
    return [one for one in references_open(at) if one.asked_at + 2 * REMIND_EVERY <= at or one.expires_at < at]
