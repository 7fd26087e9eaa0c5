"""S13, P5: the young person decides why and what; getting to know each other is a goal; nobody sets a deadline."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from matching.relationships.goals import actions, queries
from matching.relationships.models import Goal
from mentoring.transitions import Refused

pytestmark = pytest.mark.django_db


def add(pair, by, **fields):
    return actions.goal_add(**({"match": pair.match, "words": "Cook for six"} | fields), by=by)


def page(name, key):
    return reverse(f"matching:{name}", args=[key])


def test_p5_a_goal_of_the_young_persons_own_needs_nobody_elses_yes(pair):
    goal = add(pair, pair.mentee)
    assert (goal.is_idea, goal.chosen_by) == (False, pair.mentee)
    assert queries.with_ratings(goal).who == "Jay chose this"


@pytest.mark.parametrize(("who", "source"), [("mentor", "mentor"), ("coordinator", "co-ordinator")])
def test_p5_what_others_add_is_an_idea_until_the_young_person_takes_it_up(pair, who, source):
    idea = add(pair, getattr(pair, who))
    assert (idea.is_idea, idea.idea_from) == (True, source)
    assert not Goal.objects.chosen().exists()
    goal = actions.goal_take_up(goal=idea, by=pair.mentee)
    assert (goal.is_idea, goal.chosen_by) == (False, pair.mentee)
    assert list(Goal.objects.chosen()) == [goal]


@pytest.mark.parametrize("who", ["mentor", "coordinator", "lead"])
def test_p5_nobody_takes_up_a_wish_of_the_referrers_but_the_young_person(pair, who):
    wish = add(pair, pair.coordinator, is_referrers_wish=True)
    with pytest.raises(Refused, match="Only Jay"):
        actions.goal_take_up(goal=wish, by=getattr(pair, who))
    assert not Goal.objects.chosen().exists()


def test_p5_a_wish_of_the_referrers_is_no_goal_even_where_the_young_person_has_no_account(pair):
    pair.young_person.user = None
    pair.young_person.save()
    assert add(pair, pair.coordinator, is_referrers_wish=True).is_idea
    assert not add(pair, pair.mentor, words="Learn to swim").is_idea


def test_p5_an_idea_that_is_not_mine_goes_away_without_a_reason(pair):
    idea = actions.goal_turn_down(goal=add(pair, pair.mentor), by=pair.mentee)
    goals = queries.goals_with_ratings(pair.match)
    assert (queries.goals_offered(goals), queries.goals_chosen(goals)) == ([], [])
    with pytest.raises(Refused, match="not open"):
        actions.goal_take_up(goal=idea, by=pair.mentee)


def test_s13_getting_to_know_each_other_is_a_goal_and_has_its_day(pair):
    again = timezone.localdate() + timedelta(days=56)
    goal = add(pair, pair.mentee, kind="getting-to-know", review_on=again)
    assert goal.review_on == again
    with pytest.raises(IntegrityError), transaction.atomic():
        add(pair, pair.mentee, kind="getting-to-know")


def test_p5_no_goal_has_a_deadline(pair):
    goal = add(pair, pair.mentee, kind="goal", review_on=timezone.localdate())
    assert goal.review_on is None


def test_p5_only_the_young_person_says_where_they_are(pair):
    goal = add(pair, pair.mentee)
    with pytest.raises(Refused, match="Only Jay"):
        actions.goal_rate(goal=goal, value=9, by=pair.mentor)
    for value in (3, 6):
        actions.goal_rate(goal=goal, value=value, by=pair.mentee)
    rated = queries.with_ratings(goal)
    assert (rated.rated, rated.latest) == ([3, 6], 6)
    chart = queries.goal_chart(rated, "")
    assert "6 out of 10" in str(chart.title)


def test_an_idea_or_a_parked_goal_is_not_rated(pair):
    with pytest.raises(Refused, match="is an idea"):
        actions.goal_rate(goal=add(pair, pair.mentor), value=2, by=pair.mentee)
    parked = actions.goal_move(goal=add(pair, pair.mentee), progress="parked", by=pair.mentor)
    with pytest.raises(Refused, match="not open"):
        actions.goal_rate(goal=parked, value=2, by=pair.mentee)
    assert actions.goal_move(goal=parked, progress="open", by=pair.mentee).progress == "open"


def test_s13_getting_to_know_each_other_is_offered_first(pair):
    form = pair.client(pair.mentee).get(page("goal_add_mine", pair.match.pk)).context["form"]
    assert form["kind"].initial == "getting-to-know"
    assert form.fields["kind"].choices[0][0] == "getting-to-know"


def test_a_young_person_adds_a_goal_and_says_where_they_are_in_two_pages(pair):
    browser = pair.client(pair.mentee)
    browser.post(page("goal_add_mine", pair.match.pk), {"kind": "goal", "words": "Pass my theory test"})
    goal = Goal.objects.get()
    assert b"Pass my theory test" in browser.get(page("goal_list_mine", pair.match.pk)).content
    browser.post(page("goal_show_mine", goal.pk), {"value": "7"})
    shown = browser.get(page("goal_show_mine", goal.pk)).content
    assert b"7 out of 10" in shown
    assert b"css/charts" in shown, "without it the picture cannot be read in the dark"
    assert browser.post(page("goal_show_mine", goal.pk), {"value": "11"}).status_code == 422


def test_a_mentor_reads_where_it_stands_and_cannot_say_it(pair):
    goal = add(pair, pair.mentee)
    browser = pair.client(pair.mentor)
    assert browser.get(page("goal_show_mine", goal.pk)).status_code == 200
    assert browser.post(page("goal_show_mine", goal.pk), {"value": "7"}).status_code == 404
    assert not goal.ratings.exists()


def test_p5_the_co_ordinator_reads_the_referrers_wish_beside_the_form(pair):
    referral = pair.young_person.referrals.get()
    referral.referrer_words = "Keeps the tenancy."
    referral.save()
    address = reverse("matching:goal_add", args=[pair.scheme.slug, pair.match.pk])
    answer = pair.client(pair.coordinator).get(address)
    assert b"Keeps the tenancy." in answer.content
    assert not Goal.objects.exists()
