"""The mentors whom somebody supervises, each with what is due: a few queries, however many they are (S14, L6)."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import Q
from django.utils.timezone import localdate

from matching.pairing.models import GONE, Match
from matching.supervision.agenda.models import SupervisionPoint
from matching.supervision.following.models import SupervisionAction
from matching.supervision.models import Supervision
from matching.supervision.queries import SHUT, Gap, once_for_a_group, supervision_gaps
from matching.supervision.support_plans.queries import PlanGap, plan_gaps
from matching.support.debriefs import hard_sessions
from schemes.people.models import Volunteer

#: So far ahead the days to come reach.
AHEAD_DAYS = 14


@dataclass
class Supervised:
    """One mentor of mine."""

    volunteer: Volunteer
    today: date
    matches: list[Match] = field(default_factory=list)
    next: Supervision | None = None
    gap: Gap | None = None
    plan_gap: PlanGap | None = None
    hard: list = field(default_factory=list)
    actions: list[SupervisionAction] = field(default_factory=list)
    points: int = 0

    @property
    def is_unwritten(self) -> bool:
        return bool(self.next) and localdate(self.next.planned_at) < self.today

    @property
    def late_actions(self) -> int:
        return sum(action.due_on < self.today for action in self.actions)

    @property
    def is_quiet(self) -> bool:
        return not (self.matches or self.next or self.gap or self.plan_gap or self.hard or self.actions or self.points)

    @property
    def weight(self) -> tuple:
        """What comes first: a hard session, then what is late, then what is missing."""
        late = self.is_unwritten or (self.gap and self.gap.due_on <= self.today)
        return (not self.hard, not late, not self.plan_gap, not self.late_actions, self.volunteer.name)


@dataclass(frozen=True)
class Home:
    coming: list[Supervision]
    mentors: list[Supervised]
    today: date

    @property
    def needing(self) -> int:
        return sum(not all(mentor.weight[:4]) for mentor in self.mentors)

    @property
    def busy(self) -> list[Supervised]:
        """Those with a young person, or with something due."""
        return [mentor for mentor in self.mentors if not mentor.is_quiet]

    @property
    def quiet(self) -> list[Supervised]:
        return [mentor for mentor in self.mentors if mentor.is_quiet]


def mentors_of(actor, scheme, at: datetime) -> Home:
    """Those this person supervises here, whoever needs them most first. Never themselves."""
    mine = Volunteer.objects.visible_to(actor).filter(scheme=scheme, supervisor=actor.user)
    mine = mine.exclude(Q(state__in=GONE) | Q(user=actor.user))
    today = localdate(at)
    rows = {mentor.pk: Supervised(mentor, today) for mentor in mine.select_related("scheme").defer(*SHUT)}
    _fill(rows, actor, at)
    return Home(_coming(actor, scheme, at), sorted(rows.values(), key=lambda row: row.weight), today)


def _fill(rows: dict, actor, at) -> None:
    keys = list(rows)
    found = Volunteer.objects.filter(pk__in=keys)
    for match in Match.objects.visible_to(actor).together().filter(volunteer__in=keys).select_related("young_person"):
        rows[match.volunteer_id].matches.append(match)
    planned = Supervision.objects.visible_to(actor).individual().filter(volunteer__in=keys, outcome="planned")
    for row in planned.select_related("scheme", "supervisor").order_by("-planned_at"):
        rows[row.volunteer_id].next = row
    for gap in supervision_gaps(at, found):
        rows[gap.volunteer.pk].gap = gap
    for gap in plan_gaps(at, found):
        rows[gap.volunteer.pk].plan_gap = gap
    for session in hard_sessions(Match.objects.visible_to(actor).filter(volunteer__in=keys)):
        rows[session.match.volunteer_id].hard.append(session)
    todo = SupervisionAction.objects.visible_to(actor).open().filter(supervision__volunteer__in=keys)
    for action in todo.select_related("owner", "supervision__volunteer"):
        rows[action.supervision.volunteer_id].actions.append(action)
    points = SupervisionPoint.objects.visible_to(actor).open().filter(volunteer__in=keys, is_mentors=True)
    for key, number in Counter(points.values_list("volunteer", flat=True)).items():
        rows[key].points = number


def _coming(actor, scheme, at) -> list[Supervision]:
    """What this person holds from the beginning of today on, a group once."""
    rows = Supervision.objects.visible_to(actor).filter(
        scheme=scheme, supervisor=actor.user, outcome="planned", planned_at__date__gte=localdate(at),
        planned_at__lt=at + timedelta(days=AHEAD_DAYS),
    )  # fmt: skip
    return once_for_a_group(rows.select_related("volunteer", "scheme", "group").order_by("planned_at"))
