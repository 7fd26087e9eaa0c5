"""Rules about supervision (reminders.md). The rows are those the screens show."""

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from matching.supervision.following.queries import actions_due
from matching.supervision.groups.queries import group_gaps
from matching.supervision.queries import (
    GROUP_COMING_DAYS,
    once_for_a_group,
    supervision_coming,
    supervision_gaps,
    supervision_overdue,
    supervision_page,
)
from matching.supervision.support_plans.queries import plan_gaps
from mentoring.notices.escalation import Rung, rungs_reached
from mentoring.notices.rules import Due, key_of, rule
from schemes.people.holders import Holders

OWN_PAGE = "/"  # everybody's own first page
MINE = "/me/supervision/"


def dues(record, due_on, at, scheme_id, rungs: list[Rung]) -> list[Due]:
    """One Due for each person of each rung reached by `at`."""
    return [
        Due(key_of(record), due_on, person, rung.path, step=rung.step, scheme_key=str(scheme_id))
        for person, rung in rungs_reached(due_on, localdate(at), rungs)
        if person
    ]


@rule(_("Supervision is coming up."), optional=True)
def supervision_soon(at):
    """Seven days before, to both; to a mentor who comes to a group three days before."""
    rows = list(supervision_coming(at))
    for row in once_for_a_group(rows):
        yield _soon(row, row.supervisor_id, supervision_page(row))
    for row in rows:
        is_near = (localdate(row.planned_at) - localdate(at)).days <= GROUP_COMING_DAYS
        if row.volunteer.user_id and (is_near or not row.group_id):
            yield _soon(row, row.volunteer.user_id, OWN_PAGE)


def _soon(row, person, path) -> Due:
    return Due(key_of(row), localdate(row.planned_at), person, path, scheme_key=str(row.scheme_id))


@rule("A supervision has not been written down yet.")
def supervision_late(at):
    """The day after, to both; the co-ordinator at seven days, the manager at fourteen."""
    holders = Holders()
    return [due for row in once_for_a_group(supervision_overdue(at)) for due in _late_dues(row, at, holders)]


def _late_dues(row, at, holders) -> list[Due]:
    path, mentor = supervision_page(row), () if row.group_id else (row.volunteer.user_id,)
    rungs = [
        Rung(1, "", (row.supervisor_id,), path),
        Rung(1, "mentor", mentor, OWN_PAGE),
        Rung(7, "co-ordinator", tuple(holders.of(row.scheme_id, "coordinator")), path),
        Rung(14, "manager", tuple(holders.of(row.scheme_id, "manager")), OWN_PAGE),
    ]
    return dues(row, localdate(row.planned_at), at, row.scheme_id, rungs)


@rule("A mentor has no supervision planned.")
def supervision_missing(at):
    """From the day the next one should have been: the supervisor, at seven days the co-ordinator, then the manager."""
    holders = Holders()
    return [due for gap in supervision_gaps(at) for due in _gap_dues(gap, at, holders)]


def _gap_dues(gap, at, holders) -> list[Due]:
    scheme = gap.volunteer.scheme
    path = reverse("matching:supervision_list", kwargs={"scheme": scheme.slug})
    rungs = [
        Rung(0, "", (gap.volunteer.supervisor_id,), path),
        Rung(7, "co-ordinator", tuple(holders.of(scheme.pk, "coordinator")), path),
        Rung(14, "manager", tuple(holders.of(scheme.pk, "manager")), OWN_PAGE),
    ]
    return dues(gap.volunteer, gap.due_on, at, scheme.pk, rungs)


@rule(_("Something agreed in supervision is to be done."))
def supervision_action_due(at):
    """On its day, whoever said they would do it; at seven days whoever supervises the mentor."""
    for action in actions_due(at):
        mentor, scheme = action.supervision.volunteer, action.supervision.scheme
        path = reverse("matching:supervision_record", args=[scheme.slug, action.supervision_id])
        owner, own_path = (mentor.user_id, MINE) if action.is_mentors else (action.owner_id, path)
        supervisor = mentor.supervisor_id or action.supervision.supervisor_id
        rungs = [Rung(0, "", (owner,), own_path)]
        if supervisor not in (owner, mentor.user_id):
            rungs.append(Rung(7, "supervisor", (supervisor,), path))
        yield from dues(action, action.due_on, at, scheme.pk, rungs)


@rule("A peer mentor’s support plan is to be written.")
def support_plan_missing(at):
    """From the day they began, or the day to look again: whoever supervises them; at seven days the co-ordinators."""
    holders = Holders()
    for gap in plan_gaps(at):
        mentor = gap.volunteer
        path = reverse("matching:support_plan_show", args=[mentor.scheme.slug, mentor.pk])
        co_ordinators = [key for key in holders.of(mentor.scheme_id, "coordinator") if key != mentor.user_id]
        supervisor = () if mentor.supervisor_id == mentor.user_id else (mentor.supervisor_id,)
        rungs = [Rung(0, "plan", supervisor, path), Rung(7, "plan co-ordinator", tuple(co_ordinators), path)]
        yield from dues(mentor, gap.due_on, at, mentor.scheme_id, rungs)


@rule("A group supervision is to be planned.")
def supervision_group_missing(at):
    """From the day it is due, the co-ordinators; the manager at fourteen days."""
    holders = Holders()
    for gap in group_gaps(at):
        path = reverse("matching:supervision_list", kwargs={"scheme": gap.scheme.slug})
        rungs = [
            Rung(0, f"{gap.who}", tuple(holders.of(gap.scheme.pk, "coordinator")), path),
            Rung(14, f"{gap.who} manager", tuple(holders.of(gap.scheme.pk, "manager")), OWN_PAGE),
        ]
        yield from dues(gap.scheme, gap.due_on, at, gap.scheme.pk, rungs)
