"""What evaluation adds to the world of the tests: a report that is ready, a review with a decision."""

from datetime import timedelta

from django.utils import timezone

from evaluation.reports import actions as reports
from evaluation.review import actions as reviews


def build(world):
    today = timezone.localdate()
    days = {"from_on": today - timedelta(days=364), "to_on": today}
    asked = reports.report_ask(scheme=world.scheme, prepared_for="the group", by=world.manager, **days)
    reports.report_finish(report=reports.report_claim(key=asked.pk), pdf=b"%PDF-1.7 made up")
    asked.refresh_from_db()
    world.report = asked
    world.evaluation = reviews.evaluation_start(scheme=world.scheme, by=world.coordinator, **days)
    world.decision = reviews.decision_add(
        evaluation=world.evaluation, words="Ask mentors about evenings", by=world.coordinator
    )
