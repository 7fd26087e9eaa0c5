"""The demo's goals: getting to know each other first, then one of the young person's own, with their answers."""

from datetime import timedelta
from random import Random

from matching.endings.demo import last_days
from matching.relationships.goals.actions import (
    goal_add,
    goal_level_say,
    goal_levels_write,
    goal_move,
    goal_rate,
    goal_step_add,
    goal_step_tick,
)

GOALS = (
    "Cook a proper meal for my friends",
    "Pass my theory test",
    "Find a course I like and stay on it",
    "Keep on top of my bills",
    "Go swimming once a week",
    "Ring people back when they ring me",
    "Get a part-time job near home",
    "Sort out my room and paint it",
    "Feel OK in a room of new people",
)
STEPS = (
    ("Ask what three friends like to eat", "mentee"),
    ("Find a big pot", "mentor"),
    ("Try it once with two people", "mentee"),
)
LEVEL_WORDS = [
    "I heat something up and eat alone.",
    "I cook for myself once a week.",
    "I cook a meal for my friends once a month.",
    "I cook for my friends every week.",
    "I cook for a whole party and teach somebody else.",
]
IDEA = "Cook together at the community kitchen"
#: After how many days together the first goal is set and looked at again, and days from one answer to the next.
FIRST, SECOND, BETWEEN = 7, 63, 35


def goals_load(stage) -> None:
    until = last_days(stage)
    for number, match in enumerate(stage.matches):
        _goals_of(stage, match, until.get(match.pk, stage.today), number)


def _goals_of(stage, match, until, number) -> None:
    by = match.young_person.user or match.volunteer.user or stage.users["coordinator"]
    began = match.introduced_on
    look_again = began + timedelta(days=SECOND)
    if began + timedelta(days=FIRST) > until:
        return
    with stage.on(began + timedelta(days=FIRST)):
        words = "Get to know each other"
        first = goal_add(match=match, words=words, kind="getting-to-know", review_on=look_again, by=by)
    if look_again < until:
        with stage.on(look_again):
            goal_move(goal=first, progress="reached", by=by)
            is_shown = match.young_person.user == stage.users["mentee"]
            goal = goal_add(match=match, words=GOALS[0 if is_shown else number % len(GOALS)], by=by)
            if is_shown:
                _closer(goal, match.volunteer.user, by)
        _rated(stage, goal, look_again, until, by, Random(number))  # noqa: S311  made-up data, not secrets
    if match.young_person.user == stage.users["mentee"]:
        with stage.on(stage.day(3)):
            goal_add(match=match, words=IDEA, by=match.volunteer.user)


def _closer(goal, mentor, mentee) -> None:
    """Steps and levels of the goal that is shown to visitors."""
    for words, by in STEPS:
        step = goal_step_add(goal=goal, words=words, by=mentor if by == "mentor" else mentee)
    goal_step_tick(step=step, done=True, by=mentee)
    goal_levels_write(goal=goal, words=LEVEL_WORDS, weight=2, by=mentee)
    goal_level_say(goal=goal, level=-1, by=mentee)


def _rated(stage, goal, day, until, by, dice) -> None:
    """An answer every five weeks, mostly a little higher than the one before."""
    value = dice.choice((2, 3, 4))
    while day < until:
        with stage.on(day):
            goal_rate(goal=goal, value=value, by=by)
        value = max(0, min(10, value + dice.choice((0, 1, 1, 2, -1))))
        day += timedelta(days=BETWEEN)
