"""Reading endings: which are not recorded, which matches have lapsed, how the ended ones ended (S15, S16)."""

from datetime import date, datetime, timedelta

from django.db.models import Count, DateField, F, Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, TruncDate

from matching.endings.models import Ending
from matching.endings.rules import HURRIED
from matching.pairing.models import Conflict, Match
from matching.pairing.states import TOGETHER
from schemes.people.models import YoungPerson
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


def conflicts_to_decide(scheme_ids=None):
    """Pairs who are together and of whom somebody has said that they know each other; each with `said_at`. An ending
    that has begun is a decision."""
    said = Conflict.objects.filter(
        volunteer=OuterRef("volunteer"), young_person=OuterRef("young_person"), decided_at__isnull=True
    )
    found = Match.objects.filter(state__in=[state for state in TOGETHER if state != Match.State.ENDING])
    found = found if scheme_ids is None else found.filter(scheme_id__in=scheme_ids)
    found = found.annotate(said_at=Subquery(said.order_by("created_at").values("said_at")[:1]))
    rows = found.filter(said_at__isnull=False).select_related("scheme", "volunteer", "young_person")
    return rows.order_by("said_at")


def conflict_undecided_of(match) -> bool:
    return conflicts_to_decide([match.scheme_id]).filter(pk=match.pk).exists()


def conflicts_of(match):
    """What was said of this pair, the newest last."""
    rows = Conflict.objects.filter(volunteer=match.volunteer_id, young_person=match.young_person_id)
    return rows.select_related("declared_by", "decided_by").order_by("said_at")


def _last_ended():
    """Of each young person, the day on which their last match ended."""
    ended = Match.objects.filter(young_person=OuterRef("pk"), state=Match.State.ENDED)
    return Subquery(ended.order_by("-ended_on").values("ended_on")[:1])


def asked_for_another(today: date):
    """Young people whose last match has ended, from the day after on, until they say whether they want another mentor:
    said since counts, whatever they said before. Those who pause may still say yes."""
    mentored = Match.objects.together().values("young_person")
    rows = YoungPerson.objects.filter(state__in=["waiting", "paused"]).annotate(last_ended_on=_last_ended())
    unsaid = Q(still_wants_mentor_on__isnull=True) | Q(still_wants_mentor_on__lte=F("last_ended_on"))
    return rows.filter(unsaid, last_ended_on__lt=today).exclude(pk__in=mentored)


def hurried_endings(scheme_ids):
    """The newest ending of each young person who still waits, where nobody had planned it and a new match waits for
    something; each with `asks_again`: have they said since then that they want another mentor?"""
    people = YoungPerson.objects.filter(scheme_id__in=scheme_ids, state="waiting").annotate(last=_last_ended())
    last = {pk: (ended_on, wish) for pk, ended_on, wish in people.values_list("pk", "last", "still_wants_mentor_on")}
    rows = Ending.objects.filter(match__young_person__in=people, match__state=Match.State.ENDED, planned__in=HURRIED)
    mentored = Match.objects.together().values("young_person")
    found = rows.exclude(match__young_person__in=mentored).select_related(
        "match__scheme", "match__volunteer", "match__young_person"
    )
    waiting_for = []
    for one in found.order_by("match__ended_on"):
        ended_on, wish = last[one.match.young_person_id]
        one.asks_again = bool(wish and wish > ended_on)
        if one.match.ended_on == ended_on and not (one.review_signed_at and one.asks_again):
            waiting_for.append(one)
    return waiting_for


def last_ending_of(young_person) -> Ending | None:
    """How their last match ended, for whoever looks for the next mentor."""
    rows = Ending.objects.filter(match__young_person=young_person, match__state=Match.State.ENDED)
    return rows.select_related("match__volunteer", "review_signed_by").order_by("match__ended_on").last()
