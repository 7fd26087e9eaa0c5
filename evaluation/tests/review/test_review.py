"""S17: an evaluation per period, a review meeting, decisions that feed the next plan (S2, S4)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from evaluation.review import actions
from evaluation.review.models import Decision, Evaluation
from evaluation.step_evidence import EVIDENCE
from mentoring.transitions import Refused
from schemes.planning.models import Action, Objective


@pytest.fixture(name="evaluation")
def an_evaluation(cast):
    today = timezone.localdate()
    return actions.evaluation_start(
        scheme=cast.scheme, from_on=today - timedelta(days=400), to_on=today - timedelta(days=36), by=cast.coordinator
    )


@pytest.fixture(name="decision")
def a_decision(cast, evaluation):
    return actions.decision_add(evaluation=evaluation, words="Train on Saturdays", by=cast.manager)


def address(name, cast, *args):
    return reverse(f"evaluation:{name}", args=[cast.scheme.slug, *args])


def test_s17_a_review_goes_from_period_to_meeting_to_a_decision_in_the_plan(cast):
    client, today = cast.client(cast.coordinator), timezone.localdate()
    days = {"from_on": str(today - timedelta(days=365)), "to_on": str(today)}
    client.post(address("review_start", cast), days)
    evaluation = Evaluation.objects.get(scheme=cast.scheme)
    client.post(
        address("review_write", cast, evaluation.pk),
        {"went_well": "They meet", "to_change": "Waits", "met_on": "yesterday", "who_met": "the group"},
    )
    client.post(address("decision_add", cast, evaluation.pk), {"words": "Train on Saturdays"})
    decision = Decision.objects.get()
    due_on = today + timedelta(days=90)
    client.post(address("decision_feed", cast, decision.pk), {"into": "action", "due_on": str(due_on)})

    action = Action.objects.get(scheme=cast.scheme, words="Train on Saturdays")
    page = client.get(address("review_show", cast, evaluation.pk)).content.decode()
    assert action.due_on == due_on
    assert "In the plan" in page
    assert "the group" in page


def test_s17_a_decision_becomes_an_objective_only_with_a_measure_and_a_number(cast, decision):
    client, url = cast.client(cast.coordinator), address("decision_feed", cast, decision.pk)
    due_on = str(timezone.localdate() + timedelta(days=90))

    page = client.post(url, {"into": "objective", "due_on": due_on, "measure": "Courses held"})
    assert page.status_code == 200
    assert "An objective needs this." in page.content.decode()
    assert "Courses held" in page.content.decode()

    client.post(url, {"into": "objective", "due_on": due_on, "measure": "Courses held", "target": "4"})
    assert Objective.objects.get(scheme=cast.scheme, words="Train on Saturdays").target == 4


def test_s17_a_decision_feeds_the_plan_once(cast, decision):
    due_on = timezone.localdate() + timedelta(days=30)
    actions.decision_feed(decision=decision, into="action", due_on=due_on, by=cast.coordinator)

    with pytest.raises(Refused, match="in the plan already"):
        actions.decision_feed(decision=decision, into="action", due_on=due_on, by=cast.coordinator)
    assert Action.objects.filter(words="Train on Saturdays").count() == 1


def test_s17_a_meeting_needs_those_who_met(cast, evaluation):
    page = cast.client(cast.coordinator).post(
        address("review_write", cast, evaluation.pk), {"went_well": "Much", "met_on": "yesterday"}
    )

    assert "Say who took part" in page.content.decode()
    assert "Much" in page.content.decode()


def test_s17_the_same_period_is_begun_once(cast, evaluation):
    again = actions.evaluation_start(
        scheme=cast.scheme, from_on=evaluation.from_on, to_on=evaluation.to_on, by=cast.manager
    )

    assert again == evaluation


def test_s17_another_schemes_decision_is_not_there(cast, decision):
    url = reverse("evaluation:decision_feed", args=[cast.other_scheme.slug, decision.pk])

    assert cast.client(cast.outsider).get(url).status_code == 404


def test_s17_the_journey_says_what_step_seventeen_lacks(cast):
    show, today = EVIDENCE[17], timezone.localdate()
    assert show(cast.scheme, today).missing == ("No period has been evaluated yet",)

    evaluation = actions.evaluation_start(
        scheme=cast.scheme, from_on=today - timedelta(days=365), to_on=today, by=cast.coordinator
    )
    assert show(cast.scheme, today).missing == ("The review meeting", "Decisions that feed the next plan")

    actions.evaluation_write(evaluation=evaluation, met_on=today, who_met="the group", by=cast.coordinator)
    actions.decision_add(evaluation=evaluation, words="Train on Saturdays", by=cast.manager)
    assert show(cast.scheme, today).missing == ()
    assert show(cast.scheme, today).summary == "1 decision, 0 of them in the plan"


def test_s16_the_journey_shows_who_came_with_small_numbers_hidden(cast):
    found = EVIDENCE[16](cast.scheme, timezone.localdate())

    assert any("ewer than 5 young people came" in words for words in found.found)
    assert EVIDENCE[16](cast.other_scheme, timezone.localdate()).found == ()
