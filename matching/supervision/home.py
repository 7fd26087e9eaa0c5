"""Supervision on the first page: of a supervisor their own mentors', of a co-ordinator the scheme's (S14, P8)."""

from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate

from matching.supervision.models import Supervision
from matching.supervision.queries import supervision_coming, supervision_gaps, supervision_overdue
from mentoring.home.cards import TodayRow
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission

#: So many rows of one kind; the list behind has all of them.
SHOWN = 5
#: A gap is put before somebody a week before the next supervision would be due.
GAP_AHEAD_DAYS = 7


def today_rows(actor, at: datetime) -> list[TodayRow]:
    """What waits to be written down, who has nothing planned, and what comes within the week."""
    scheme_ids = actor.schemes_for(Permission.SUPERVISION_EDIT)
    if not scheme_ids:
        return []
    rows = Supervision.objects.visible_to(actor).filter(scheme_id__in=scheme_ids)
    mine = rows.exclude(volunteer__user=actor.user).values("pk")  # who supervises may mentor too
    late = supervision_overdue(at).filter(pk__in=mine)[:SHOWN]
    coming = supervision_coming(at).filter(pk__in=mine, supervisor=actor.user)[:SHOWN]
    return [
        *(_row(row, f"Supervision with {row.volunteer.first_name} is not written down", "Write it") for row in late),
        *_gaps(actor, scheme_ids, at),
        *(_row(row, f"Supervision with {row.volunteer.first_name}", "Open") for row in coming),
    ]


def _row(supervision, words: str, button: str) -> TodayRow:
    keys = {"scheme": supervision.scheme.slug, "supervision_id": supervision.pk}
    return TodayRow(
        due_on=localdate(supervision.planned_at),
        words=words,
        detail=str(supervision.scheme),
        url=reverse("matching:supervision_record", kwargs=keys),
        button=button,
    )


def _gaps(actor, scheme_ids, at) -> list[TodayRow]:
    """Mentors with a young person and no supervision ahead. The list and the reminders ask `supervision_gaps` too."""
    mine = Volunteer.objects.visible_to(actor).filter(scheme_id__in=scheme_ids).exclude(user=actor.user)
    due = [gap for gap in supervision_gaps(at, mine) if (gap.due_on - localdate(at)).days <= GAP_AHEAD_DAYS]
    return [
        TodayRow(
            due_on=gap.due_on,
            words=f"{gap.volunteer.first_name} has no supervision planned",
            detail=str(gap.volunteer.scheme),
            url=reverse("matching:supervision_plan", args=[gap.volunteer.scheme.slug]),
            button="Plan it",
        )
        for gap in sorted(due, key=lambda gap: gap.due_on)[:SHOWN]
    ]
