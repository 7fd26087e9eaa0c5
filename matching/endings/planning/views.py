"""The plan of an ending: written by the co-ordinator with the two, its last weeks read by both."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from matching.endings.pages import match_of_others_or_404
from matching.endings.planning import actions, queries
from matching.endings.planning.forms import EndingPlanForm
from matching.pairing.states import TOGETHER
from matching.relationships.goals.queries import goals_chosen, goals_with_ratings
from matching.relationships.pages import own_pair_or_404, to_match
from mentoring.web.posted import sent, taken
from schemes.people.gates import portal_view, scheme_view
from schemes.people.permissions import Permission


@scheme_view(Permission.MATCH_EDIT)
def ending_plan_edit(request, scheme, match_id):
    match = match_of_others_or_404(request, match_id)
    plan, agreed = queries.plan_of(match), queries.agreed_end_of(match)
    form = EndingPlanForm(sent(request), initial=first_said(plan, agreed))
    if taken(form, lambda said: actions.ending_plan_write(match=match, **said, by=request.user)):
        messages.success(request, "Planned. Both read on their own page how the last weeks will be.")
        return to_match(match)
    goals = [goal for goal in goals_chosen(goals_with_ratings(match)) if goal.progress == "open"]
    context = {"form": form, "match": match, "agreed": agreed, "goals": goals}
    status = 422 if form.is_bound else 200
    return render(request, "matching/endings/planning/ending_plan_edit.html", context, status=status)


def first_said(plan, agreed) -> dict:
    """What the form begins with: the plan there is, else the day they agreed on, while it is ahead."""
    if plan:
        return {name: getattr(plan, name) for name in EndingPlanForm.base_fields}
    return {"ends_on": agreed} if agreed and agreed >= timezone.localdate() else {}


@require_safe
@portal_view
def ending_plan_mine(request, match_id):
    """What the last weeks will be, for the two themselves."""
    match, side = own_pair_or_404(request, match_id, states=TOGETHER)
    plan = queries.plan_of(match)
    if plan is None:
        raise Http404
    context = {"match": match, "plan": plan, "other": match.volunteer if side == "mentee" else match.young_person}
    return render(request, "matching/endings/planning/ending_plan_mine.html", context)
