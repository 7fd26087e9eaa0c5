"""Supervision of a scheme at a glance."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from matching.supervision import queries
from matching.supervision.groups.queries import group_gaps, groups_of
from matching.supervision.rhythm import every_words
from matching.supervision.rhythms.queries import rhythm_of
from matching.supervision.support_plans.queries import plan_gaps
from schemes.people.gates import scheme_view
from schemes.people.models import Volunteer
from schemes.people.permissions import Permission


def by_date(singles, groups) -> list:
    """Both in one list, the earliest first; a group is known by how many were `invited`."""
    return sorted([*singles, *groups], key=lambda row: row.planned_at)


@require_safe
@scheme_view(Permission.SUPERVISION_READ)
def supervision_list(request, scheme):
    """What is overdue, what is coming, what was held; groups as one row each."""
    now, actor = timezone.now(), request.actor
    rows, groups = queries.supervisions_of(actor, scheme).individual(), groups_of(actor, scheme)
    planned = rows.filter(outcome="planned").order_by("planned_at")
    groups_planned = groups.filter(outcome="planned").order_by("planned_at")
    others = Volunteer.objects.visible_to(actor).filter(scheme=scheme).exclude(user=actor.user)
    context = {
        "overdue": by_date(planned.filter(planned_at__lt=now), groups_planned.filter(planned_at__lt=now)),
        "coming": by_date(planned.filter(planned_at__gte=now)[:100], groups_planned.filter(planned_at__gte=now)[:20]),
        "past": by_date(rows.exclude(outcome="planned")[:50], groups.exclude(outcome="planned")[:10])[::-1],
        "gaps": sorted(queries.supervision_gaps(now, others), key=lambda gap: gap.due_on),
        "plan_gaps": plan_gaps(now, others),
        "group_gaps": group_gaps(now, [scheme]) if actor.may(Permission.PEOPLE_READ, scheme) else [],
        "may_edit": actor.may(Permission.SUPERVISION_EDIT, scheme),
        "may_set": actor.may(Permission.PLAN_EDIT, scheme),
        "rhythm": [every_words(days) for days in vars(rhythm_of(scheme)).values()],
    }
    return render(request, "matching/supervision/supervision_list.html", context)
