"""The rules of time that reminders and pages share: what is not written down, who has not met, what is due."""

from datetime import timedelta
from unittest import mock

import pytest
from django.utils import timezone

from matching.models import Match
from matching.relationships import queries
from matching.relationships.actions import session_log, session_plan

pytestmark = pytest.mark.django_db


def held(pair, at, minutes=60, outcome="held"):
    """Written down on the day itself."""
    with mock.patch("django.utils.timezone.now", return_value=at):
        return session_log(
            match=pair.match, outcome=outcome, planned_at=at, minutes=minutes, channel="in-person",
            reason="" if outcome == "held" else "not-said", by=pair.mentor,
        )  # fmt: skip


def test_s13_a_session_is_asked_for_after_two_days_and_not_before(pair):
    now = timezone.now()
    session = session_plan(match=pair.match, planned_at=now, by=pair.mentor)
    assert not queries.sessions_not_logged(now + timedelta(hours=47))
    assert list(queries.sessions_not_logged(now + timedelta(hours=49))) == [session]
    off = {"outcome": "called-off", "reason": "ill", "called_off_by": "scheme"}
    session_log(match=pair.match, session=session, **off, planned_at=now, channel="phone", by=pair.mentor)
    assert not queries.sessions_not_logged(now + timedelta(hours=49))


def test_s13_a_session_is_announced_within_a_day_before_it(pair):
    now = timezone.now()
    session = session_plan(match=pair.match, planned_at=now + timedelta(hours=30), by=pair.mentor)
    assert not queries.session_coming(now)
    assert list(queries.session_coming(now + timedelta(hours=7))) == [session]
    assert not queries.session_coming(now + timedelta(hours=31))


def test_r10_no_contact_counts_from_the_introduction_then_from_the_last_held_session(pair):
    now = timezone.now()
    [silent] = queries.matches_without_contact(now + timedelta(days=15))
    assert (silent.pk, silent.last_contact_on) == (pair.match.pk, pair.match.introduced_on)
    assert not queries.matches_without_contact(now + timedelta(days=14))
    held(pair, now + timedelta(days=10))
    assert not queries.matches_without_contact(now + timedelta(days=24))
    assert queries.matches_without_contact(now + timedelta(days=25))[0].rhythm_days == 7


def test_r10_a_session_that_did_not_happen_is_no_contact(pair):
    now = timezone.now()
    held(pair, now + timedelta(days=10), outcome="missed-mentee")
    assert queries.matches_without_contact(now + timedelta(days=15))
    assert not queries.matches_without_contact(
        now + timedelta(days=15), among=Match.objects.filter(scheme=pair.other_scheme)
    )


def test_l4_the_rhythm_is_the_one_that_all_three_have_signed(pair):
    signed = pair.match.agreements.get()
    draft = pair.match.agreements.create(
        version=2, every_days=28, when_where="Monthly", mentor_signed_at=timezone.now()
    )
    assert queries.matches_without_contact(timezone.now() + timedelta(days=15))[0].rhythm_days == signed.every_days == 7
    draft.mentee_signed_at = draft.co_ordinator_signed_at = timezone.now()
    draft.save()
    assert not queries.matches_without_contact(timezone.now() + timedelta(days=56))


def test_l4_a_review_is_announced_two_weeks_before_it_is_due_until_it_is_held(pair):
    review = pair.match.reviews.get(full_at_months=3)
    day = timezone.now() + timedelta(days=(review.due_on - timezone.localdate()).days)
    assert not queries.reviews_due(day - timedelta(days=15))
    assert list(queries.reviews_due(day - timedelta(days=14))) == [review]
    assert list(queries.reviews_due(day + timedelta(days=30))) == [review]
