"""What Zofia and Jay aim for: a goal of Jay's with an answer, and an idea of Zofia's that waits for Jay's yes."""

from datetime import timedelta

from django.utils import timezone

from matching.relationships.goals.actions import goal_add, goal_rate
from matching.relationships.reviews.queries import review_next


def build(world) -> None:
    again = timezone.localdate() + timedelta(days=56)
    world.goal = goal_add(
        match=world.match, words="Get to know each other", kind="getting-to-know", review_on=again, by=world.mentee
    )
    goal_rate(goal=world.goal, value=4, by=world.mentee)
    world.goal_idea = goal_add(match=world.match, words="Cook for six", by=world.mentor)
    world.review = review_next(world.match)
