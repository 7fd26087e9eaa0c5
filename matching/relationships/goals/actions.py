"""Goals: the young person decides why and what; nobody else sets a date by which (S13, P5)."""

from django.db import transaction
from django.utils import timezone

from matching.pairing.states import TOGETHER
from matching.relationships.actions.noting import noted
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
    has_account = goal.match.young_person.user_id is not None
    goal = _chosen(_of_mentee(goal, by) if has_account else locked(goal))
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


def _of_mentee(goal, by) -> Goal:
    goal = locked(goal)
    if side_of(goal.match, by) != "mentee":
        raise Refused(f"Only {goal.match.young_person.first_name} can say this.")
    return goal


def _chosen(goal) -> Goal:
    if goal.is_idea:
        raise Refused(f"This is an idea. It is a goal once {goal.match.young_person.first_name} says so.")
    return goal
