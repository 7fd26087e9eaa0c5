"""Evaluation's share of the demo: a year that was reviewed, decisions in the plan, a report on its way."""

from datetime import timedelta

from evaluation.reports.actions import report_ask
from evaluation.review import actions


def demo_load(stage) -> None:
    """The first scheme looked back at its last full year six weeks ago."""
    scheme, coordinator, manager = (
        stage.schemes["south-yorkshire"],
        stage.users["coordinator"],
        stage.users["manager"],
    )
    with stage.on(stage.day(60)):
        evaluation = actions.evaluation_start(
            scheme=scheme, from_on=stage.day(430), to_on=stage.day(66), by=coordinator
        )
    with stage.on(stage.day(44)):
        actions.evaluation_write(
            evaluation=evaluation,
            went_well="Young people say they are listened to. Most pairs still meet after half a year.",
            to_change="Volunteers wait too long between interview and training. Shifts make evenings hard.",
            met_on=stage.day(45),
            who_met="Dee Parker, Morgan Hale, Avi Chen, two young people from the group",
            by=coordinator,
        )
        fed = actions.decision_add(
            evaluation=evaluation, words="Hold a training course on a Saturday each quarter", by=manager
        )
        actions.decision_add(evaluation=evaluation, words="Ask every mentor which evenings suit them", by=manager)
        due_on = stage.today + timedelta(days=60)
        actions.decision_feed(decision=fed, into="action", due_on=due_on, by=coordinator)
    with stage.on(stage.today):
        report_ask(
            scheme=scheme,
            from_on=stage.day(364),
            to_on=stage.today,
            prepared_for="the advisory group",
            by=manager,
        )
