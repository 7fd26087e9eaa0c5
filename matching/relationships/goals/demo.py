"""The demo's goals: getting to know each other first, then one of the young person's own, with their answers."""

from datetime import timedelta
from random import Random

from matching.endings.demo import last_days
from matching.relationships.goals.actions import goal_add, goal_move, goal_rate

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
            goal = goal_add(match=match, words=GOALS[number % len(GOALS)], by=by)
        _rated(stage, goal, look_again, until, by, Random(number))  # noqa: S311  made-up data, not secrets
    if match.young_person.user == stage.users["mentee"]:
        with stage.on(stage.day(3)):
            goal_add(match=match, words=IDEA, by=match.volunteer.user)


def _rated(stage, goal, day, until, by, dice) -> None:
    """An answer every five weeks, mostly a little higher than the one before."""
    value = dice.choice((2, 3, 4))
    while day < until:
        with stage.on(day):
            goal_rate(goal=goal, value=value, by=by)
        value = max(0, min(10, value + dice.choice((0, 1, 1, 2, -1))))
        day += timedelta(days=BETWEEN)
