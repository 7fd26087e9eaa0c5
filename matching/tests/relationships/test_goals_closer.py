"""S13: small steps, a line of answers over time, and goal attainment scaling for those who want it."""

import pytest
from django.urls import reverse

from matching.relationships.goals import actions, queries
from matching.relationships.goals.attainment import attainment, attainment_words
from matching.relationships.goals.models import GoalStep
from matching.relationships.models import Goal
from mentoring.transitions import Refused

FIVE = ["Eat alone", "Cook for me", "Cook for friends", "Cook every week", "Teach it"]


@pytest.fixture
def goal(pair):
    return actions.goal_add(match=pair.match, words="Cook for six", by=pair.mentee)


def page(name, key):
    return reverse(f"matching:{name}", args=[key])


def fresh(pair):
    return queries.goals_with_ratings(pair.match)[-1]


@pytest.mark.parametrize(
    ("goals", "by_hand"),
    [
        ([(1, 0)], 50.0),
        ([(1, 1)], 60.0),  # one goal: ten for each level
        ([(3, -2)], 30.0),  # its weight alone changes nothing: 50 + 10 · (−6) / √(0.7 · 9 + 0.3 · 9)
        ([(1, 1), (1, 1)], 62.40),  # 50 + 20 / √(0.7 · 2 + 0.3 · 4) = 50 + 20 / 1.6125
        ([(3, 1), (1, -1)], 55.82),  # 50 + 20 / √(0.7 · 10 + 0.3 · 16) = 50 + 20 / 3.4351
    ],
)
def test_s13_attainment_is_the_published_formula_worked_by_hand(goals, by_hand):
    assert attainment(goals) == pytest.approx(by_hand, abs=0.005)


def test_s13_attainment_of_nothing_is_nothing_and_wrong_levels_are_refused():
    assert attainment([]) is None
    for wrong in ([(0, 1)], [(1, 3)], [(1, -3)]):
        with pytest.raises(ValueError, match="from -2 to 2"):
            attainment(wrong)
    assert [attainment_words(score) for score in (40, 50, 61)] == [
        "less than hoped so far", "about as hoped", "more than hoped",
    ]  # fmt: skip


def test_p5_either_adds_a_step_ticks_it_and_takes_it_away(pair, goal):
    young, mentor = pair.client(pair.mentee), pair.client(pair.mentor)
    mentor.post(page("goal_step_add", goal.pk), {"words": "Buy a big pot"})
    step = GoalStep.objects.get()
    young.post(page("goal_step_change", step.pk), {"do": "tick"})
    assert (fresh(pair).steps_done, fresh(pair).steps_number) == (1, 1)
    shown = young.get(page("goal_show_mine", goal.pk)).content.decode()
    assert "Buy a big pot" in shown
    young.post(page("goal_step_change", step.pk), {"do": "untick"})
    assert fresh(pair).steps_done == 0
    mentor.post(page("goal_step_change", step.pk), {"do": "drop"})
    assert not GoalStep.objects.exists()


def test_a_step_without_words_says_what_is_missing(pair, goal):
    answer = pair.client(pair.mentee).post(page("goal_step_add", goal.pk), {"words": ""}, follow=True)
    assert "Please fill this in." in answer.content.decode()


def test_p5_a_parked_goal_is_left_alone(pair, goal):
    """No steps, no levels, no day that comes: parked means parked until it is picked up again."""
    actions.goal_move(goal=goal, progress="parked", by=pair.mentee)
    for refused in (
        lambda: actions.goal_step_add(goal=goal, words="Now", by=pair.mentor),
        lambda: actions.goal_levels_write(goal=goal, words=FIVE, by=pair.mentor),
    ):
        with pytest.raises(Refused, match="Pick it up again"):
            refused()


def test_s13_the_young_person_says_which_level_and_the_match_page_counts_it(pair, goal):
    """Two goals: as hoped, and one more than hoped with twice the weight."""
    actions.goal_levels_write(goal=goal, words=FIVE, weight=2, by=pair.mentor)
    with pytest.raises(Refused, match="Only Jay"):
        actions.goal_level_say(goal=goal, level=1, by=pair.mentor)
    pair.client(pair.mentee).post(page("goal_level_say", goal.pk), {"level": "1"})
    other = actions.goal_add(match=pair.match, words="Swim", by=pair.mentee)
    actions.goal_levels_write(goal=other, words=FIVE, by=pair.mentee)
    actions.goal_level_say(goal=other, level=0, by=pair.mentee)
    score, number = queries.attainment_of(queries.goals_with_ratings(pair.match))
    assert (round(score, 2), number) == (58.03, 2)  # 50 + 20 / √(0.7 · 5 + 0.3 · 9) = 50 + 20 / 2.48998
    address = reverse("matching:match_show", args=[pair.scheme.slug, pair.match.pk])
    assert "n = 2 goals" in pair.client(pair.coordinator).get(address).content.decode()


def test_s13_other_words_make_a_new_scale_and_lose_no_answer(pair, goal):
    actions.goal_levels_write(goal=goal, words=FIVE, by=pair.mentee)
    actions.goal_level_say(goal=goal, level=2, by=pair.mentee)
    actions.goal_levels_write(goal=goal, words=FIVE, weight=3, by=pair.mentee)
    assert fresh(pair).level_now == 2
    actions.goal_levels_write(goal=goal, words=[*FIVE[:4], "Open a café"], by=pair.mentee)
    assert (fresh(pair).level_now, goal.levels_said.count()) == (None, 1)


def test_the_answers_over_time_are_one_line_on_a_fixed_scale(pair, goal):
    for value in (2, 3, 7):
        actions.goal_rate(goal=goal, value=value, by=pair.mentee)
    chart = queries.goal_chart(fresh(pair), "")
    assert chart.title == "You are at 7 out of 10, and it began at 2"
    assert [row[1] for row in chart.rows] == ["2", "3", "7"]


@pytest.mark.parametrize("level", ["3", "-3", "much", ""])
def test_a_level_that_there_is_not_is_no_page(pair, goal, level):
    actions.goal_levels_write(goal=goal, words=FIVE, by=pair.mentee)
    assert pair.client(pair.mentee).post(page("goal_level_say", goal.pk), {"level": level}).status_code == 404


def test_the_five_sentences_are_kept_as_written_and_all_are_asked_for(pair, goal):
    young = pair.client(pair.mentee)
    typed = dict(zip(("much_less", "less", "hoped", "more", "much_more"), FIVE, strict=True))
    assert young.post(page("goal_levels_write", goal.pk), typed | {"weight": "2", "hoped": ""}).status_code == 422
    young.post(page("goal_levels_write", goal.pk), typed | {"weight": "2"})
    kept = Goal.objects.get(pk=goal.pk).levels
    assert (kept.words, kept.weight) == (FIVE, 2)
