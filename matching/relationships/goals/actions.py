"""Goals: the young person decides why and what; nobody else sets a date by which (S13, P5)."""

from django.db import transaction
from django.utils import timezone

from matching.pairing.states import TOGETHER
from matching.relationships.actions.noting import noted
from matching.relationships.goals.models import GoalLevels, GoalLevelSaid, GoalStep
from matching.relationships.models import Goal, GoalRating
from matching.relationships.sides import side_of
from mentoring.transitions import Refused, locked


@transaction.atomic
def goal_add(*, match, words: str, kind: str = "goal", review_on=None, is_referrers_wish: bool = False, by) -> Goal:
    """A goal of the young person's own; from anybody else it is an idea that waits for their yes.

    Where the young person has no account, what was agreed with them is written down for them; never a wish of the
    referrer's. "Getting to know each other" is a goal too, with a day to look again.
    """
    match = locked(match)
    if match.state not in TOGETHER or match.state == "ending":
        raise Refused("Goals come once the two have been introduced, and until it comes to an end.")
    goal = match.goals.create(
        kind=kind,
        words=words,
        review_on=review_on if kind == Goal.Kind.GETTING_TO_KNOW else None,
        chosen_by=by,
        idea_from=_idea_from(match, by, is_referrers_wish),
    )
    noted(goal, "goal.added", by, kind=kind, idea_from=goal.idea_from)
    return goal


def _idea_from(match, by, is_referrers_wish: bool) -> str:
    side = side_of(match, by)
    if side == "mentee":
        return Goal.IdeaFrom.NOBODY
    if is_referrers_wish:
        return Goal.IdeaFrom.REFERRER
    if match.young_person.user_id is None:
        return Goal.IdeaFrom.NOBODY
    return Goal.IdeaFrom.MENTOR if side == "mentor" else Goal.IdeaFrom.CO_ORDINATOR


@transaction.atomic
def goal_take_up(*, goal, by) -> Goal:
    """The young person makes somebody's idea their own goal. Nobody can do it for them (P5)."""
    goal = _of_mentee(goal, by)
    if not goal.is_idea or goal.progress != Goal.Progress.OPEN:
        raise Refused("This is not open any more.")
    goal.taken_up_at, goal.chosen_by = timezone.now(), by
    goal.save(update_fields=["taken_up_at", "chosen_by"])
    noted(goal, "goal.taken-up", by, idea_from=goal.idea_from)
    return goal


@transaction.atomic
def goal_turn_down(*, goal, by) -> Goal:
    """Not mine: the idea is put away, and needs no reason."""
    goal = _of_mentee(goal, by)
    if not goal.is_idea:
        raise Refused("This is your goal already. You can park it.")
    goal.progress = Goal.Progress.PARKED
    goal.save(update_fields=["progress"])
    noted(goal, "goal.turned-down", by, idea_from=goal.idea_from)
    return goal


@transaction.atomic
def goal_rate(*, goal, value: int, by) -> GoalRating:
    """Where the young person says they are, from 0 to 10; each answer is kept.

    It is their own tap; for one without an account, what they say is written down for them.
    """
    goal = _chosen(_rated_by(goal, by))
    if goal.progress != Goal.Progress.OPEN:
        raise Refused("This goal is not open any more.")
    rating = goal.ratings.create(value=value, rated_by=by)
    noted(goal, "goal.rated", by)
    return rating


@transaction.atomic
def goal_move(*, goal, progress: str, by) -> Goal:
    """Reached, parked, or taken up again: either of the two says so."""
    goal = _chosen(locked(goal))
    goal.progress = Goal.Progress(progress)
    goal.save(update_fields=["progress"])
    noted(goal, "goal.moved", by, progress=progress)
    return goal


@transaction.atomic
def goal_look_again(*, goal, review_on, by) -> Goal:
    """Another day to look again at "getting to know each other"."""
    goal = _chosen(locked(goal))
    goal.review_on = review_on
    goal.save(update_fields=["review_on"])
    noted(goal, "goal.looked-again", by)
    return goal


@transaction.atomic
def goal_step_add(*, goal, words: str, by) -> GoalStep:
    """A small step, from either of the two."""
    goal = _open(goal)
    step = goal.steps.create(words=words, added_by=by)
    noted(goal, "goal.step-added", by)
    return step


@transaction.atomic
def goal_step_tick(*, step, done: bool, by) -> GoalStep:
    """Done, or not done after all."""
    step = locked(step)
    _open(step.goal)
    step.done_at = timezone.now() if done else None
    step.save(update_fields=["done_at"])
    noted(step.goal, "goal.step-ticked", by, done=done)
    return step


@transaction.atomic
def goal_step_drop(*, step, by) -> None:
    """Not a step any more: it goes away whole, as a slip of paper would."""
    step = locked(step)
    goal = _open(step.goal)
    step.delete()
    noted(goal, "goal.step-dropped", by)


@transaction.atomic
def goal_levels_write(*, goal, words: list[str], weight: int = 1, by) -> GoalLevels:
    """What the five levels look like. Other words make a new scale: what was said on the old one counts no more."""
    goal = _open(goal)
    levels = GoalLevels.objects.filter(goal=goal).first() or GoalLevels(goal=goal)
    if levels.words != words:
        levels.words, levels.written_at = words, timezone.now()
    levels.weight, levels.written_by = weight, by
    levels.save()
    noted(goal, "goal.levels-written", by)
    return levels


@transaction.atomic
def goal_level_say(*, goal, level: int, by) -> GoalLevelSaid:
    """Which of the five it is now, in the young person's eyes; written down for one without an account."""
    goal = _chosen(_rated_by(goal, by))
    if not GoalLevels.objects.filter(goal=goal).exists():
        raise Refused("First say what each of the five would look like.")
    said = goal.levels_said.create(level=level, said_by=by)
    noted(goal, "goal.level-said", by)
    return said


def _open(goal) -> Goal:
    goal = _chosen(locked(goal))
    if goal.progress != Goal.Progress.OPEN:
        raise Refused("This goal is not open any more. Pick it up again first.")
    return goal


def _rated_by(goal, by) -> Goal:
    """The goal, where this person may say how far it is: the young person; others for one without an account."""
    return _of_mentee(goal, by) if goal.match.young_person.user_id else locked(goal)


def _of_mentee(goal, by) -> Goal:
    goal = locked(goal)
    if side_of(goal.match, by) != "mentee":
        raise Refused(f"Only {goal.match.young_person.first_name} can say this.")
    return goal


def _chosen(goal) -> Goal:
    if goal.is_idea:
        raise Refused(f"This is an idea. It is a goal once {goal.match.young_person.first_name} says so.")
    return goal
