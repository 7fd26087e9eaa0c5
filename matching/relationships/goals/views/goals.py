"""Goals: the young person's list and mentor's, where each goal stands, ideas that wait for a yes (S13, P5)."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from matching.pairing.states import TOGETHER
from matching.relationships.goals import actions, queries
from matching.relationships.goals.forms import GoalForm, GoalRateForm, LookAgainForm, StaffGoalForm, StepForm
from matching.relationships.models import Goal
from matching.relationships.pages import form_shown, own_pair_or_404, pressed, staff_match_or_404, to_match
from mentoring.web.posted import sent, taken
from schemes.people.gates import portal_view, scheme_view
from schemes.people.permissions import Permission


@scheme_view(Permission.MATCH_EDIT)
def goal_add(request, scheme, match_id):
    """The co-ordinator offers an idea, or writes down what was agreed with one who has no account."""
    match = staff_match_or_404(request, match_id)
    form = StaffGoalForm(sent(request))
    if taken(form, lambda said: actions.goal_add(match=match, **said, by=request.user)):
        messages.success(request, "Kept.")
        return to_match(match)
    wishes = queries.referrer_wishes(match) if request.actor.may(Permission.PEOPLE_READ, scheme) else []
    return form_shown(request, "goals/goal_add", form, match=match, wishes=wishes)


@require_safe
@portal_view
def goal_list_mine(request, match_id):
    match, side = own_pair_or_404(request, match_id, states=TOGETHER)
    goals = queries.goals_with_ratings(match)
    context = {
        "match": match,
        "side": side,
        "goals": queries.goals_chosen(goals),
        "ideas": queries.goals_offered(goals),
    }
    return render(request, "matching/relationships/goals/goal_list_mine.html", context)


@portal_view
def goal_add_mine(request, match_id):
    """The young person's own goal, or the mentor's idea for one."""
    match, side = own_pair_or_404(request, match_id, states=TOGETHER)
    form = GoalForm(sent(request), initial={"kind": "goal"} if match.goals.exists() else None)
    if taken(form, lambda said: actions.goal_add(match=match, **said, by=request.user)):
        own = side == "mentee" or match.young_person.user_id is None
        name = match.young_person.first_name
        messages.success(
            request,
            gettext("Good. It is on your list.")
            if own
            else gettext("%(name)s can say yes or no to it now.") % {"name": name},
        )
        return redirect("matching:goal_list_mine", match.pk)
    return form_shown(request, "goals/goal_add_mine", form, match=match, side=side)


def own_goal_or_404(request, goal_id, sides=("mentee", "mentor")):
    """(goal, side): a goal or idea of this person's match."""
    goal = get_object_or_404(Goal.objects.visible_to(request.actor).select_related("chosen_by"), pk=goal_id)
    goal.match, side = own_pair_or_404(request, goal.match_id, states=TOGETHER, sides=sides)
    return queries.with_ratings(goal), side


@portal_view
def goal_show_mine(request, goal_id):
    """Where it stands; the young person says where they are with one tap."""
    goal, side = own_goal_or_404(request, goal_id)
    may_rate = side == "mentee" or goal.match.young_person.user_id is None
    if request.method == "POST" and not may_rate:
        raise Http404
    form = GoalRateForm(sent(request))
    if taken(form, lambda said: actions.goal_rate(goal=goal, **said, by=request.user)):
        messages.success(request, gettext("Thank you. It is kept."))
        return redirect("matching:goal_show_mine", goal.pk)
    name = "" if side == "mentee" else goal.match.young_person.first_name
    context = {
        "goal": goal,
        "match": goal.match,
        "side": side,
        "may_rate": may_rate and goal.progress == Goal.Progress.OPEN and not goal.is_idea,
        "chart": queries.goal_chart(goal, name),
        "again": LookAgainForm(initial={"review_on": goal.review_on}),
        "add_step": StepForm(auto_id="step-%s"),
        "levels": queries.levels_of(goal),
    }
    return form_shown(request, "goals/goal_show_mine", form, **context)


@require_POST
@portal_view
def goal_take_up(request, goal_id):
    goal, _ = own_goal_or_404(request, goal_id, sides=("mentee",))
    to = ("matching:goal_list_mine", goal.match_id)
    return pressed(
        request, lambda: actions.goal_take_up(goal=goal, by=request.user), gettext("It is your goal now."), *to
    )


@require_POST
@portal_view
def goal_turn_down(request, goal_id):
    goal, _ = own_goal_or_404(request, goal_id, sides=("mentee",))
    to = ("matching:goal_list_mine", goal.match_id)
    return pressed(request, lambda: actions.goal_turn_down(goal=goal, by=request.user), gettext("OK. It is gone."), *to)


@require_POST
@portal_view
def goal_move(request, goal_id):
    """Reached, parked, or on the list again."""
    goal, _ = own_goal_or_404(request, goal_id)
    progress = request.POST.get("progress", "")
    if progress not in Goal.Progress.values:
        raise Http404
    to = ("matching:goal_list_mine", goal.match_id)
    said = {
        "reached": gettext("Well done, both of you."),
        "parked": gettext("Parked. You can pick it up again."),
        "open": gettext("Back on."),
    }
    move = {"goal": goal, "progress": progress, "by": request.user}
    return pressed(request, lambda: actions.goal_move(**move), said[progress], *to)


@require_POST
@portal_view
def goal_look_again(request, goal_id):
    """Another day for "getting to know each other"."""
    goal, _ = own_goal_or_404(request, goal_id)
    form = LookAgainForm(request.POST)
    if taken(form, lambda said: actions.goal_look_again(goal=goal, **said, by=request.user)):
        messages.success(request, gettext("Kept."))
    else:
        messages.error(request, gettext("Write a day that is still to come, like 3 November 2026."))
    return redirect("matching:goal_show_mine", goal.pk)
