"""A risk assessment is written point by point, sent back, written again, and looked at again in time (L8)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from matching.pairing.home import today_rows
from matching.pairing.reminders import risk_running_out
from matching.tests.readying import accepted, introduced, proposed
from safeguarding.models import RiskAssessment
from safeguarding.risk.actions import risk_assessment_send_back
from safeguarding.tests.risk.test_points import filled


def words(response) -> str:
    return response.content.decode()


@pytest.fixture
def both_said_yes(pair):
    pair.match = accepted(pair, proposed(pair, pair.volunteer, pair.young_person))
    pair.here = reverse("matching:match_risk_write", args=[pair.scheme.slug, pair.match.pk])
    return pair


def test_written_point_by_point_sent_back_and_written_again_with_the_words_kept(both_said_yes):
    pair, desk = both_said_yes, both_said_yes.client(both_said_yes.coordinator)
    late = {"travel_likely": "likely", "travel_what": "Misses the last bus", "travel_we_do": ""}
    kept = desk.post(pair.here, filled(**late))
    assert kept.status_code == 422
    assert "Misses the last bus" in words(kept)
    assert desk.post(pair.here, filled(**{**late, "travel_we_do": "Taxi card"})).status_code == 302
    risk = RiskAssessment.objects.get()
    shown = reverse("safeguarding:risk_show", args=[pair.scheme.slug, risk.pk])
    page = words(pair.client(pair.lead).get(shown))
    assert "Taxi card" in page
    assert "Likely" in page
    risk_assessment_send_back(risk=risk, why="What about the evenings?", by=pair.lead)
    page = words(desk.get(pair.here))
    assert "What about the evenings?" in page
    assert "Misses the last bus" in page
    desk.post(pair.here, filled(**{**late, "travel_we_do": "Taxi card, evenings too"}))
    assert RiskAssessment.objects.count() == 2, "the one before stays as it was"
    assert "Versions" in words(pair.client(pair.lead).get(shown))


def test_what_was_typed_and_not_sent_is_there_again(both_said_yes):
    pair, desk = both_said_yes, both_said_yes.client(both_said_yes.coordinator)
    keep = reverse("draft_keep", args=[f"risk-{pair.match.pk}"])
    desk.post(keep, {"travel_what": "Half a sentence", "mentor_side": "Busy"})
    page = words(desk.get(pair.here))
    assert "Half a sentence" in page
    listed = pair.client(pair.lead).get(reverse("safeguarding:risk_list", args=[pair.scheme.slug]))
    assert "Half a sentence" not in words(listed)


def test_before_it_runs_out_the_co_ordinators_are_told_and_the_lead_on_the_day(at_noon, pair):
    match = introduced(pair, pair.volunteer, pair.young_person)
    due = RiskAssessment.objects.get().review_on

    def told(days):
        at = timezone.now() + (due - timezone.localdate()) - timedelta(days=days)
        return {one.recipient_id for one in risk_running_out(at)}

    assert told(61) == set()
    assert told(60) == {pair.coordinator.pk}
    assert told(0) == {pair.coordinator.pk, pair.lead.pk}
    row = f"Look at the risk assessment of {match} again"
    for days, is_there in ((8, False), (7, True)):
        rows = today_rows(pair.actor(pair.coordinator), due - timedelta(days=days))
        assert (row in [each.words for each in rows]) is is_there
