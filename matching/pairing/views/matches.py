"""The page of one match: the story, the facts, the gate as a checklist, what may come next."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from matching.pairing.fixes import gate_tasks, pair_url
from matching.pairing.models import Match
from matching.pairing.queries import gate_of
from matching.pairing.states import ON_THE_WAY
from matching.pairing.stories import match_story, next_steps
from matching.panels import match_panels
from schemes.people.gates import scheme_view
from schemes.people.permissions import Permission

WITH_PEOPLE = ("scheme", "volunteer__user", "volunteer__supervisor", "young_person__user", "co_ordinator")


def match_or_404(request, match_id) -> Match:
    visible = Match.objects.visible_to(request.actor).filter(scheme=request.in_scheme)
    return get_object_or_404(visible.select_related(*WITH_PEOPLE), pk=match_id)


@require_safe
@scheme_view(Permission.MATCH_READ)
def match_show(request, scheme, match_id):
    match = match_or_404(request, match_id)
    may_edit = request.actor.may(Permission.MATCH_EDIT, scheme)
    may_approve = request.actor.may(Permission.RISK_APPROVE, scheme)
    is_own = match.is_one_of_two(request.user)
    lines = gate_of(match, timezone.localdate()) if match.state in ON_THE_WAY and not is_own else []
    context = {
        "match": match,
        "may_edit": may_edit,
        "is_own": is_own,
        "story": match_story(match, is_own=is_own),
        "gate": gate_tasks(match, lines, may_edit=may_edit, may_approve=may_approve),
        "gate_met": sum(line.ok for line in lines),
        "steps": next_steps(match, lines) if may_edit and not is_own else [],
        "conflict_url": pair_url("conflict_declare", match),
        "panels": match_panels(match, request.actor),
    }
    return render(request, "matching/pairing/match_show.html", context)
