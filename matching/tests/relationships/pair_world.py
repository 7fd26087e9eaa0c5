"""What Zofia and Jay aim for, a goal of Jay's with an answer and an idea of Zofia's that waits for Jay's yes; and how
Jay says it is going."""

from datetime import timedelta

from django.utils import timezone

from matching.relationships.asks.actions import ask_make
from matching.relationships.goals.actions import goal_add, goal_levels_write, goal_rate, goal_step_add
from matching.relationships.pulses.actions import pulse_add_words, pulse_answer
from matching.relationships.reviews.queries import review_next


def build(world) -> None:
    again = timezone.localdate() + timedelta(days=56)
    world.goal = goal_add(
        match=world.match, words="Get to know each other", kind="getting-to-know", review_on=again, by=world.mentee
    )
    goal_rate(goal=world.goal, value=4, by=world.mentee)
    world.goal_step = goal_step_add(goal=world.goal, words="Have a tea together", by=world.mentor)
    goal_levels_write(
        goal=world.goal, words=["Not at all", "A bit", "Well", "Very well", "Like family"], by=world.mentee
    )
    world.goal_idea = goal_add(match=world.match, words="Cook for six", by=world.mentor)
    world.review = review_next(world.match)
    world.pulse = pulse_answer(match=world.match, question="going", value=2, by=world.mentee)
    pulse_add_words(match=world.match, words="It is hard to find a time.", by=world.mentee)
    world.ask = ask_make(match=world.match, kind="pause", words="Exams come first.", by=world.mentee)
