"""People whom our mails or texts do not reach. The first page and the rule ask the same."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Max
from django.utils.timezone import localdate

from mentoring.notices.models import Notice
from schemes.people.models import Volunteer, YoungPerson

WITHIN = timedelta(days=30)


@dataclass(frozen=True)
class Unreached:
    """`stem` of the person's page, and the day of the mail or text that could not be delivered."""

    person: Volunteer | YoungPerson
    stem: str
    since: date


def unreached(at: datetime, scheme_ids=None) -> list[Unreached]:
    """Whose newest mail or text of the last thirty days could not be delivered; over as soon as another one went. Of
    these schemes only, where they are given."""
    since = _since(at)
    if not since:
        return []
    return [
        Unreached(person, stem, localdate(since[person.user_id]))
        for model, stem in ((Volunteer, "volunteer"), (YoungPerson, "young_person"))
        for person in _people(model, since, scheme_ids)
    ]


def _since(at: datetime) -> dict:
    """Account → when what could not be delivered was written."""
    rows = Notice.objects.exclude(channel=Notice.Channel.INBOX).filter(created_at__gte=at - WITHIN)
    newest = rows.values("recipient").annotate(newest=Max("created_at")).values_list("recipient", "newest")
    stuck = dict(newest.filter(progress=Notice.State.UNDELIVERABLE))
    if not stuck:
        return {}
    went = dict(newest.filter(progress=Notice.State.SENT, recipient__in=stuck))
    return {user: moment for user, moment in stuck.items() if user not in went or went[user] < moment}


def _people(model, since: dict, scheme_ids):
    rows = model.objects.filter(user__in=since).select_related("scheme")
    return rows if scheme_ids is None else rows.filter(scheme_id__in=scheme_ids)
