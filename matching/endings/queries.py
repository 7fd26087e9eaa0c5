"""Reading endings: which are not recorded, which matches have lapsed, how the ended ones ended (S15, S16)."""

from datetime import date, datetime, timedelta

from django.db.models import Count, DateField, F, Max, Q
from django.db.models.functions import Coalesce, TruncDate

from matching.endings.models import Ending
from matching.pairing.models import Match
from schemes.planning.models import Scheme

BEGUN_DAYS, LAPSED_DAYS = 7, 28


def with_last_contact(matches):
    """Each match with `last_contact_on`: the day of the last session held, else of the introduction."""
    held = Max(TruncDate("mentoringsessions__planned_at"), filter=Q(mentoringsessions__outcome="held"))
    return matches.annotate(last_contact_on=Coalesce(held, F("introduced_on"), output_field=DateField()))


def endings_not_recorded(at: datetime):
    """Matches in "ending" whose last contact is seven days ago and more; each with `last_contact_on`."""
    before = at.date() - timedelta(days=BEGUN_DAYS)
    ending = with_last_contact(Match.objects.filter(state=Match.State.ENDING))
    return ending.filter(last_contact_on__lte=before).select_related("scheme", "volunteer", "young_person")


def lapsed_matches(at: datetime):
    """Together, and without contact for longer than the scheme lets pass: flagged, never closed by itself."""
    together = with_last_contact(Match.objects.filter(state__in=["introduced", "active", "under-review"]))
    silent = Q(pk__in=[])
    for days in Scheme.objects.order_by().values_list("lapse_after_days", flat=True).distinct():
        silent |= Q(scheme__lapse_after_days=days, last_contact_on__lt=at.date() - timedelta(days=days))
    return together.filter(silent).select_related("scheme", "volunteer", "young_person")


def ending_counts(scheme, start: date, end: date) -> dict[str, int]:
    """planned / unplanned / premature → matches ended in that period (both days in it)."""
    ended = Ending.objects.filter(match__scheme=scheme, match__ended_on__range=(start, end))
    return dict(ended.order_by().values_list("planned").annotate(number=Count("pk")))


def ending_of(match) -> Ending | None:
    return Ending.objects.filter(match=match).first()
