"""Reads for somebody who asks for a mentor."""

from datetime import date, timedelta

from django.core.cache import cache
from django.db.models import Min, Q
from django.utils import timezone

from schemes.people.models import YoungPerson
from schemes.people.standing.limits import ANSWER_WITHIN_DAYS
from schemes.people.tokens import token_hash
from schemes.recruitment.asking.codes import code_hash
from schemes.recruitment.asking.paces import Paces, typical
from schemes.recruitment.models import Asking

LOOKED_BACK_DAYS = 365


def asking_by_code(scheme, written: str) -> Asking | None:
    """The unfinished answers behind a code that still works."""
    return _open(scheme).filter(code_hash=code_hash(scheme, written)).first()


def asking_by_token(scheme, token: str) -> Asking | None:
    return _open(scheme).filter(token_hash=token_hash(token)).first()


def _open(scheme):
    return Asking.objects.filter(scheme=scheme, expires_at__gt=timezone.now())


def paces(scheme, today: date) -> Paces:
    """How long it takes, as the public page says it: counted once an hour, however often the page is opened."""
    return cache.get_or_set(f"paces-{scheme.pk}-{today}", lambda: paces_counted(scheme, today), 3600)


def paces_counted(scheme, today: date) -> Paces:
    """How long the first answer took in the last year, and how long until somebody could be looked for."""
    State = YoungPerson.State
    came = YoungPerson.objects.filter(scheme=scheme, created_at__date__gte=today - timedelta(days=LOOKED_BACK_DAYS))
    steps = came.annotate(
        answered=Min("state_changes__created_at", filter=Q(state_changes__to_state=State.CONTACTED)),
        waited=Min("state_changes__created_at", filter=Q(state_changes__to_state=State.WAITING)),
    ).values_list("created_at", "answered", "waited")
    rows = list(steps)
    return Paces(
        promised=ANSWER_WITHIN_DAYS,
        answer=typical((answered - asked).days for asked, answered, _ in rows if answered),
        waiting=typical((waited - asked).days for asked, _, waited in rows if waited),
    )
