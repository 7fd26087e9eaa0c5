"""A goal looked at closer: small steps, and what reaching it would look like (S13)."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from matching.relationships.goals import actions
from matching.relationships.goals.forms import LevelsForm, StepForm, levels_initial
from matching.relationships.goals.models import LEVELS, GoalStep
from matching.relationships.goals.views.goals import own_goal_or_404
from matching.relationships.pages import form_shown, pressed
from mentoring.web.posted import sent, taken
from schemes.people.gates import portal_view

SHOW = "matching:goal_show_mine"


@require_POST
@portal_view
def goal_step_add(request, goal_id):
    """Either of the two adds a small step."""
    goal, _ = own_goal_or_404(request, goal_id)
    form = StepForm(request.POST)
    if not taken(form, lambda said: actions.goal_step_add(goal=goal, **said, by=request.user)):
        messages.error(request, " ".join(words for field in form.errors.values() for words in field))
    return redirect(SHOW, goal.pk)


@require_POST
@portal_view
def goal_step_change(request, step_id):
    """Tick it, take the tick away, or drop it."""
    step = get_object_or_404(GoalStep.objects.visible_to(request.actor), pk=step_id)
    goal, _ = own_goal_or_404(request, step.goal_id)
    if request.POST.get("do") == "drop":
        return pressed(
            request, lambda: actions.goal_step_drop(step=step, by=request.user), gettext("Gone."), SHOW, goal.pk
        )
    done = request.POST.get("do") == "tick"
    said = gettext("Well done.") if done else gettext("OK. It is open again.")
    return pressed(request, lambda: actions.goal_step_tick(step=step, done=done, by=request.user), said, SHOW, goal.pk)


@portal_view
def goal_levels_write(request, goal_id):
    """What much more, more, as hoped, less and much less would look like: only where the two want it."""
    goal, side = own_goal_or_404(request, goal_id)
    form = LevelsForm(sent(request), initial=levels_initial(goal))
    if taken(form, lambda said: actions.goal_levels_write(goal=goal, **said, by=request.user)):
        messages.success(request, gettext("Kept."))
        return redirect(SHOW, goal.pk)
    return form_shown(request, "goals/goal_levels_write", form, goal=goal, side=side)


@require_POST
@portal_view
def goal_level_say(request, goal_id):
    """The young person says which of the five it is now."""
    goal, side = own_goal_or_404(request, goal_id)
    level = request.POST.get("level", "")
    if level not in map(str, LEVELS) or (side == "mentor" and goal.match.young_person.user_id):
        raise Http404
    say = {"goal": goal, "level": int(level), "by": request.user}
    return pressed(request, lambda: actions.goal_level_say(**say), gettext("Thank you. It is kept."), SHOW, goal.pk)
