"""Reading supervision: what is coming, what is overdue, who has none in time, how much was kept (S14, P8).

Screens, reminders, signs and the gate all ask here what is due, so that they say the same of everybody.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Exists, Max, Min, OuterRef, Q
from django.urls import reverse
from django.utils.timezone import localdate

from matching.pairing.models import Match
from matching.pairing.states import TOGETHER
from matching.supervision.models import Supervision
from matching.supervision.rhythm import SOON_DAYS, comes_in_time, next_due
from matching.supervision.rhythms.queries import every_days_on
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission

COMING_DAYS = 7
#: A group is reminded nearer to its day than somebody alone (reminders.md).
GROUP_COMING_DAYS = 3
PLANNED, HELD = Supervision.Outcome.PLANNED, Supervision.Outcome.HELD
#: Sealed words of a volunteer that nothing here reads.
SHUT = ("motivation", "history_gaps", "sheet_notes")


def supervision_until(at: datetime):
    """What is overdue and what is coming, in one."""
    return _planned().filter(planned_at__lte=at + timedelta(days=COMING_DAYS))


def supervision_coming(at: datetime):
    """Planned within the next seven days."""
    return supervision_until(at).filter(planned_at__gt=at)


def supervision_overdue(at: datetime):
    """Planned for a day that has passed, and nobody has written down whether it was held."""
    return _planned().filter(planned_at__lt=at)


def _planned():
    live = Supervision.objects.filter(outcome=PLANNED).exclude(volunteer__state="left")
    return live.select_related("volunteer", "supervisor", "scheme").order_by("planned_at")


@dataclass(frozen=True)
class Gap:
    """A mentor who is together with a young person and has no supervision one to one in time; due since `due_on`.
    `planned_on`: there is one, but too late."""

    volunteer: Volunteer
    due_on: date
    planned_on: date | None = None


def supervision_gaps(at: datetime, volunteers=None) -> list[Gap]:
    """Mentors with a match and nothing planned that comes in time, and when the next supervision is due; of all
    schemes, or of these volunteers (as far as somebody may see them). What is planned for a day that has passed is not
    written down yet, which is told by `supervision_overdue`."""
    today = localdate(at)
    mine = Supervision.objects.individual().filter(volunteer=OuterRef("pk"), outcome=PLANNED)
    soon = Exists(mine.filter(planned_at__lt=at + timedelta(days=SOON_DAYS)))
    mentors = _with_dates((Volunteer.objects.all() if volunteers is None else volunteers).filter(~soon), today)
    mentors = mentors.filter(pk__in=Match.objects.together().values("volunteer"))
    found = [_gap(mentor) for mentor in mentors.select_related("scheme", "supervisor").defer(*SHUT)]
    return [gap for gap in found if not comes_in_time(gap.planned_on, gap.due_on, today)]


def _with_dates(volunteers, day: date):
    """Each with `last_held`, `next_planned` (one to one), `since` when they are with a young person, `every_days`."""
    alone = Q(supervisions__kind=Supervision.Kind.INDIVIDUAL)
    return volunteers.annotate(
        last_held=Max("supervisions__planned_at", filter=alone & Q(supervisions__outcome=HELD)),
        next_planned=Min("supervisions__planned_at", filter=alone & Q(supervisions__outcome=PLANNED)),
        since=Min("matches__introduced_on", filter=Q(matches__state__in=TOGETHER)),
        every_days=every_days_on(day),
    )


def _gap(mentor) -> Gap:
    last = localdate(mentor.last_held) if mentor.last_held else mentor.since or localdate(mentor.created_at)
    planned_on = localdate(mentor.next_planned) if mentor.next_planned else None
    return Gap(mentor, next_due(last, mentor.every_days), planned_on)


def due_on_of(volunteer, at: datetime) -> date:
    """When this mentor's next supervision one to one is due."""
    return _gap(_with_dates(Volunteer.objects.filter(pk=volunteer.pk), localdate(at)).get()).due_on


def last_date_of(volunteer, at: datetime) -> date:
    """The day from which a series goes on: the last one planned ahead, else the last held, else today."""
    rows = volunteer.supervisions.individual().filter(Q(outcome=HELD) | Q(outcome=PLANNED, planned_at__gte=at))
    last = rows.order_by("-planned_at").first()
    return localdate(last.planned_at) if last else localdate(at)


def dated_in_time(volunteer_keys, at: datetime) -> set:
    """Keys of those who have a supervision ahead that comes in time where they begin with somebody today (the gate)."""
    today = localdate(at)
    ahead = Q(supervisions__outcome=PLANNED, supervisions__planned_at__gte=at)
    rows = Volunteer.objects.filter(pk__in=volunteer_keys).annotate(
        first=Min("supervisions__planned_at", filter=ahead & Q(supervisions__kind=Supervision.Kind.INDIVIDUAL)),
        every_days=every_days_on(today),
    )
    return {
        key
        for key, first, every in rows.values_list("pk", "first", "every_days")
        if first and comes_in_time(localdate(first), next_due(today, every), today)
    }


def may_write(supervision, actor) -> bool:
    """Whoever holds it, and co-ordinators; never the mentor it is about, whatever else they are."""
    if supervision.volunteer.user_id == actor.user.pk or not actor.may(Permission.SUPERVISION_EDIT, supervision):
        return False
    return supervision.supervisor_id == actor.user.pk or actor.may(Permission.MATCH_EDIT, supervision)


def reads_private(supervision, actor) -> bool:
    """May this person read the note that only supervision reads?"""
    return Supervision.objects.private_to(actor).filter(pk=supervision.pk).exists()


def once_for_a_group(rows) -> list:
    """These rows, of each group only the first: it is planned and written down for all at once."""
    seen: set = set()
    return [row for row in rows if not row.group_id or (row.group_id not in seen and not seen.add(row.group_id))]


def plan_page(gap: Gap) -> str:
    """Where it is planned: the next dates as a series, or one date more where the series begins too late."""
    slug, key = gap.volunteer.scheme.slug, gap.volunteer.pk
    if gap.planned_on:
        return reverse("matching:supervision_plan", args=[slug]) + f"?volunteer={key}"
    return reverse("matching:supervision_series_plan", args=[slug, key])


def supervision_page(supervision) -> str:
    """Where it is planned and written down: a group's place on the page of the group."""
    name, key = ("supervision_record", supervision.pk)
    if supervision.group_id:
        name, key = "supervision_group_record", supervision.group_id
    return reverse(f"matching:{name}", args=[supervision.scheme.slug, key])


def supervisions_of(actor, scheme):
    """All that this person may see in the scheme, the next first."""
    rows = Supervision.objects.visible_to(actor).filter(scheme=scheme)
    return rows.select_related("volunteer", "supervisor", "group")


def supervision_counts(scheme, start: date, end: date) -> dict[str, int]:
    """Outcome → number of supervisions planned for that period, both days in it: the one definition."""
    rows = Supervision.objects.filter(scheme=scheme, planned_at__date__range=(start, end))
    return dict(rows.order_by().values_list("outcome").annotate(number=Count("pk")))


def planned_after(supervision):
    """Planned one to one with the same mentor after this one."""
    rows = Supervision.objects.individual().filter(volunteer=supervision.volunteer_id, outcome=PLANNED)
    return rows.filter(planned_at__gt=supervision.planned_at)


def next_supervision_of(volunteer, at: datetime):
    """The next one planned for this mentor; None where there is none."""
    return (
        volunteer.supervisions.filter(outcome=Supervision.Outcome.PLANNED, planned_at__gte=at)
        .order_by("planned_at")
        .first()
    )
