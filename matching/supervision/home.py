"""Supervision on the first page: of a supervisor their own mentors', of a co-ordinator the scheme's (S14, P8)."""

from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate

from matching.supervision.following.models import SupervisionAction
from matching.supervision.following.queries import actions_owned
from matching.supervision.models import Supervision
from matching.supervision.queries import (
    once_for_a_group,
    plan_page,
    supervision_gaps,
    supervision_page,
    supervision_until,
)
from matching.supervision.support_plans.queries import plan_gaps
from mentoring.home.cards import TodayRow
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission, Role

#: So many rows of one kind; the list behind has all of them. So many are read for it: a group has several.
SHOWN, READ = 5, 60
#: A gap is put before somebody a week before the next supervision would be due.
GAP_AHEAD_DAYS = 7


def today_rows(actor, at: datetime) -> list[TodayRow]:
    """What waits to be written down, who has nothing in time, and what comes within the week."""
    scheme_ids = actor.schemes_for(Permission.SUPERVISION_EDIT)
    if not scheme_ids:
        return []
    rows = Supervision.objects.visible_to(actor).filter(scheme_id__in=scheme_ids)
    mine = rows.exclude(volunteer__user=actor.user).values("pk")  # who supervises may mentor too
    near = list(supervision_until(at).filter(pk__in=mine)[:READ])
    late = once_for_a_group(row for row in near if row.planned_at < at)[:SHOWN]
    coming = once_for_a_group(row for row in near if row.planned_at > at and row.supervisor_id == actor.user.pk)
    return [
        *(_row(row, f"{_called(row)} is not written down", "Write it") for row in late),
        *_gaps(actor, scheme_ids, at),
        *(_row(row, _called(row), "Open") for row in coming[:SHOWN]),
        *_actions(actor, at),
        *_plans(actor, at),
    ]


def _plans(actor, at):
    """Peer mentors without a plan, to their supervisor (L6); co-ordinators read of all of them in the list."""
    if not actor.schemes_with(Role.SUPERVISOR):
        return
    mine = Volunteer.objects.filter(supervisor=actor.user, scheme_id__in=actor.schemes_for(Permission.SUPERVISION_EDIT))
    for gap in plan_gaps(at, mine.exclude(user=actor.user))[:SHOWN]:
        yield TodayRow(
            due_on=gap.due_on,
            words=gap.words,
            detail=str(gap.volunteer.scheme),
            url=reverse("matching:support_plan_show", args=[gap.volunteer.scheme.slug, gap.volunteer.pk]),
            button="Write it together",
        )


def _actions(actor, at):
    """What this member of the staff said in supervision they would do."""
    seen = SupervisionAction.objects.visible_to(actor)
    for action in actions_owned(actor, at).filter(pk__in=seen.values("pk"))[:SHOWN]:
        yield TodayRow(
            due_on=action.due_on,
            words=f"You said you would: {action.words}",
            detail=f"Supervision with {action.supervision.volunteer.first_name} · {action.supervision.scheme}",
            url=supervision_page(action.supervision),
            button="Open",
        )


def _called(supervision) -> str:
    return "Group supervision" if supervision.group_id else f"Supervision with {supervision.volunteer.first_name}"


def _row(supervision, words: str, button: str) -> TodayRow:
    return TodayRow(
        due_on=localdate(supervision.planned_at),
        words=words,
        detail=str(supervision.scheme),
        url=supervision_page(supervision),
        button=button,
    )


def _gaps(actor, scheme_ids, at) -> list[TodayRow]:
    """Mentors with a young person and no supervision in time. The list and the reminders ask `supervision_gaps` too."""
    mine = Volunteer.objects.visible_to(actor).filter(scheme_id__in=scheme_ids).exclude(user=actor.user)
    due = [gap for gap in supervision_gaps(at, mine) if (gap.due_on - localdate(at)).days <= GAP_AHEAD_DAYS]
    return [
        TodayRow(
            due_on=gap.due_on,
            words=f"{gap.volunteer.first_name} has no supervision planned" + (" in time" if gap.planned_on else ""),
            detail=str(gap.volunteer.scheme),
            url=plan_page(gap),
            button="Plan it",
        )
        for gap in sorted(due, key=lambda gap: gap.due_on)[:SHOWN]
    ]
