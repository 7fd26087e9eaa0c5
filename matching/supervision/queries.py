"""Reading supervision: what is coming, what is overdue, who has none ahead, how much was kept (S14, P8)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Max, Min, Q

from matching.pairing.models import Match
from matching.pairing.states import TOGETHER
from matching.supervision.models import Supervision
from matching.supervision.rhythm import Rhythm, next_due
from schemes.people.models import Volunteer

COMING_DAYS = 7


def rhythm_of(scheme) -> Rhythm:
    return Rhythm(scheme.supervision_every_days, scheme.peer_supervision_every_days)


def supervision_coming(at: datetime):
    """Planned within the next seven days."""
    soon = at + timedelta(days=COMING_DAYS)
    return _planned().filter(planned_at__gt=at, planned_at__lte=soon)


def supervision_overdue(at: datetime):
    """Planned for a day that has passed, and nobody has written down whether it was held."""
    return _planned().filter(planned_at__lt=at)


def _planned():
    live = Supervision.objects.filter(outcome=Supervision.Outcome.PLANNED).exclude(volunteer__state="left")
    return live.select_related("volunteer", "supervisor", "scheme").order_by("planned_at")


@dataclass(frozen=True)
class Gap:
    """A mentor who is together with a young person and has no supervision ahead; due since `due_on`."""

    volunteer: Volunteer
    due_on: date


def supervision_gaps(at: datetime, volunteers=None) -> list[Gap]:
    """Mentors with a match and nothing planned ahead, and when the next supervision would have been due; of all
    schemes, or of these volunteers (as far as somebody may see them)."""
    mentors = (
        (Volunteer.objects.all() if volunteers is None else volunteers)
        .filter(pk__in=Match.objects.together().values("volunteer"))
        .exclude(supervisions__outcome=Supervision.Outcome.PLANNED)
        .annotate(
            last_held=Max("supervisions__planned_at", filter=Q(supervisions__outcome=Supervision.Outcome.HELD)),
            since=Min("matches__introduced_on", filter=Q(matches__state__in=TOGETHER)),
        )
        .select_related("scheme", "supervisor")
    )
    return [_gap(mentor) for mentor in mentors]


def _gap(mentor) -> Gap:
    last = mentor.last_held.date() if mentor.last_held else mentor.since or mentor.created_at.date()
    return Gap(mentor, next_due(last, rhythm_of(mentor.scheme).for_mentor(is_peer=mentor.is_peer)))


def supervisions_of(actor, scheme):
    """All that this person may see in the scheme, the next first."""
    rows = Supervision.objects.visible_to(actor).filter(scheme=scheme)
    return rows.select_related("volunteer", "supervisor")


def supervision_counts(scheme, start: date, end: date) -> dict[str, int]:
    """Outcome → number of supervisions planned for that period, both days in it: the one definition."""
    rows = Supervision.objects.filter(scheme=scheme, planned_at__date__range=(start, end))
    return dict(rows.order_by().values_list("outcome").annotate(number=Count("pk")))


def next_supervision_of(volunteer, at: datetime):
    """The next one planned for this mentor; None where there is none."""
    return (
        volunteer.supervisions.filter(outcome=Supervision.Outcome.PLANNED, planned_at__gte=at)
        .order_by("planned_at")
        .first()
    )
