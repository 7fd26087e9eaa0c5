"""Everybody's own page, the match page and the first page of staff (S13, P4, L4, R10, roles.md)."""

import gzip
import re
from datetime import timedelta
from pathlib import Path
from unittest import mock

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse
from django.utils import timezone

from matching.pairing.actions import match_introduce
from matching.relationships import actions
from matching.relationships.home import today_rows
from matching.relationships.shown import goals
from matching.tests.readying import accepted, have_met, may_be_introduced, mentee_ready, mentor_ready, proposed
from schemes.people.actions import membership_grant, young_person_add

pytestmark = pytest.mark.django_db
ME = "/me/"


def page(world, user, address=ME):
    response = world.client(user).get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def later(days):
    return mock.patch("django.utils.timezone.now", return_value=timezone.now() + timedelta(days=days))


def test_portal_people_begin_at_their_own_page_and_staff_do_not(pair):
    for user, begins in ((pair.mentor, ME), (pair.mentee, ME), (pair.referrer, "/me/referrals/")):
        assert pair.client(user).get("/").headers["Location"] == begins
    assert pair.client(pair.coordinator).get("/").status_code == 200


def test_a_young_person_without_a_mentor_reads_where_they_are_in_plain_words(cast):
    mentee_ready(cast, cast.young_person)
    words = page(cast, cast.mentee)
    assert "We are looking for a mentor who fits. You choose who it is." in words
    assert reverse("matching:profile_list") in words
    assert "Next time" not in words


def test_between_the_two_yeses_and_the_first_meeting_no_session_is_offered_to_either(cast):
    volunteer, young_person = mentor_ready(cast, cast.volunteer), mentee_ready(cast, cast.young_person)
    match = may_be_introduced(cast, accepted(cast, proposed(cast, volunteer, young_person)))
    assert "You both said yes" in page(cast, cast.mentee)
    assert "Log a session" not in page(cast, cast.mentor)
    have_met(cast, match_introduce(match=match, by=cast.coordinator))
    assert "Log a session" in page(cast, cast.mentor)


def test_p8_the_page_says_who_reads_a_worry_and_who_cannot(pair):
    words = page(pair, pair.mentee)
    assert "This goes to Sam, who keeps people safe. Dee and Zofia can’t see it." in words
    assert f"?from=matching.match:{pair.match.pk}" in words


def test_a_mentor_sees_what_is_not_written_down_and_how_they_stand(pair):
    at = timezone.now() - timedelta(hours=2)
    session = actions.session_plan(match=pair.match, planned_at=at, by=pair.mentor)
    words = page(pair, pair.mentor)
    assert "Not written down yet" in words
    assert f"?session={session.pk}" in words
    assert "All clear" in words
    assert "Lou Marsh" in words


def test_p4_somebody_who_is_both_has_both_sides_on_one_page(pair):
    membership_grant(scheme=pair.scheme, user=pair.mentor, role="mentee", by=pair.manager)
    young_person_add(
        scheme=pair.scheme, name=pair.mentor.name, user=pair.mentor, by=pair.coordinator,
        referral={"is_self_referral": True, "received_on": timezone.localdate()},
    )  # fmt: skip
    words = page(pair, pair.mentor)
    assert "Where you are" in words
    assert "Log a session" in words


def test_roles_the_match_is_gone_from_both_pages_once_it_has_ended(world):
    assert world.ended_match.young_person.first_name not in page(world, world.peer)


def test_l4_a_review_stands_on_the_co_ordinators_first_page_two_weeks_ahead(pair):
    due = pair.match.reviews.get(full_at_months=3).due_on
    early, ahead = due - timedelta(days=15), due - timedelta(days=14)
    assert not today_rows(pair.actor(pair.coordinator), early)
    [row] = today_rows(pair.actor(pair.coordinator), ahead)
    assert (row.words, row.due_on) == ("The 3-month review of Zofia and Jay is due", due)
    assert not today_rows(pair.actor(pair.manager), ahead)


def test_s13_the_match_page_counts_sessions_and_says_when_it_is_quiet(pair):
    actions.session_log(
        match=pair.match, outcome="held", planned_at=timezone.now(), minutes=45, channel="phone", by=pair.mentor
    )
    address = reverse("matching:match_show", args=[pair.scheme.slug, pair.match.pk])
    words = page(pair, pair.coordinator, address)
    assert "Read the sessions" in words
    assert "They last met" not in words
    with later(20):
        assert "They last met 2 weeks ago" in page(pair, pair.coordinator, address)


def test_s13_a_co_ordinator_plans_the_first_session(pair):
    address = reverse("matching:session_plan", args=[pair.scheme.slug, pair.match.pk])
    day = timezone.localdate() + timedelta(days=2)
    sent = {"day": day.isoformat(), "time": "17:30", "place": "Library"}
    assert pair.client(pair.coordinator).post(address, sent).status_code == 302
    assert "Library" in page(pair, pair.mentee)


def test_s13_a_time_that_has_passed_cannot_be_planned(pair):
    address = reverse("matching:session_plan_mine", args=[pair.match.pk])
    sent = {"day": timezone.localdate().isoformat(), "time": "00:00", "place": ""}
    answer = pair.client(pair.mentee).post(address, sent)
    assert answer.status_code == 422
    assert "This time has passed" in answer.content.decode()


def test_s13_the_step_shows_who_has_no_first_goal(pair):
    today = timezone.localdate()
    assert goals(pair.scheme, today).missing == ("1 pair without a first goal.",)
    assert goals(pair.other_scheme, today).missing == ("Nobody is together yet, so there are no goals.",)


def test_look_the_first_page_of_a_young_person_is_at_most_150_kb(world):
    """With everything that it loads, as a server sends it: text packed, fonts as they are."""
    words = page(world, world.mentee)
    loaded = set(re.findall(r'(?:href|src)="/static/([^"?]+[.](?:css|js|woff2|svg))', words))
    assert len(loaded) > 5
    sizes = {"page": len(gzip.compress(words.encode()))}
    for name in loaded:
        body = Path(finders.find(name)).read_bytes()
        sizes[name] = len(body) if name.endswith(".woff2") else len(gzip.compress(body, 6))
    assert sum(sizes.values()) <= 150_000, sizes
