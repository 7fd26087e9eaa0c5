"""Reading what comes after an ending: who is asked how they are, and which may still be opened again."""

from datetime import date, datetime

from django.utils.timezone import localtime

from matching.endings.afterwards.rules import reopens_until
from matching.endings.models import EndingTakenBack, FollowUp
from matching.pairing.models import Match


def follow_ups_due(at: datetime, scheme_ids=None):
    """Young people who are to be asked how they are by now and have not been, the oldest first."""
    rows = FollowUp.objects.filter(outcome="", due_on__lte=localtime(at).date())
    rows = rows if scheme_ids is None else rows.filter(ending__match__scheme_id__in=scheme_ids)
    people = ("ending__match__scheme", "ending__match__volunteer", "ending__match__young_person")
    return rows.select_related(*people).order_by("due_on")


def follow_up_of(match) -> FollowUp | None:
    return FollowUp.objects.filter(ending__match=match).select_related("recorded_by").first()


def may_reopen(match, today: date) -> bool:
    return match.state == Match.State.ENDED and bool(match.ended_on) and today <= reopens_until(match.ended_on)


def endings_taken_back(match):
    """Endings that were recorded and taken back, the first first."""
    return EndingTakenBack.objects.filter(match=match).select_related("reopened_by").order_by("created_at")
