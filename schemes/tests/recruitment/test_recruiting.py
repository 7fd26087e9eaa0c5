"""Interviews by two people, campaigns with their yield, and what the first page says of those who wait (S9, S10)."""

from datetime import date, timedelta
from decimal import Decimal
from unittest import mock

import pytest
from django.db import connection
from django.utils import timezone

from mentoring.transitions import Refused
from schemes import home
from schemes.people.actions import invitation_send, volunteer_add, volunteer_move, young_person_add
from schemes.recruitment.actions import campaign_add, interview_record
from schemes.recruitment.criteria import CRITERIA, total
from schemes.recruitment.queries import campaigns_with_yield
from schemes.recruitment.shown import young_people
from schemes.tests.people import joining_world as way


@pytest.fixture
def interviewee(cast):
    return way.to_interview(cast, cast.uncleared_volunteer)


def interview(world, volunteer, outcome="go-on", second="Pat Quill"):
    return interview_record(
        volunteer=volunteer,
        held_on=date(2026, 11, 2),
        second_interviewer=second,
        first_scores=way.SCORES,
        second_scores=way.SCORES,
        outcome=outcome,
        by=world.coordinator,
    )


@pytest.mark.parametrize(("outcome", "state"), [("go-on", "vetting"), ("no", "declined"), ("not-now", "interviewing")])
def test_an_interview_decides_what_comes_next(cast, interviewee, outcome, state):
    interview(cast, interviewee, outcome)
    interviewee.refresh_from_db()
    assert interviewee.state == state


def test_two_different_people_interview(cast, interviewee):
    with pytest.raises(Refused):
        interview(cast, interviewee, second=" dee PARKER ")


def test_nobody_is_interviewed_before_they_applied(cast):
    with pytest.raises(Refused):
        interview(cast, cast.volunteer)


def test_the_page_asks_both_for_every_score_and_keeps_what_was_typed(cast, interviewee):
    url = f"/schemes/sheffield/people/volunteers/{interviewee.pk}/interview/"
    sent = {"held_on": "2/11/2026", "second_interviewer": "Pat Quill", "outcome": "go-on", "notes": "Warm."}
    client = cast.client(cast.coordinator)
    short = client.post(url, sent)
    assert short.status_code == 422
    assert "Warm." in short.content.decode()
    scores = {f"{who}_{key}": "4" for key in CRITERIA for who in ("first", "second")}
    assert client.post(url, {**sent, **scores}).status_code == 302
    kept = interviewee.interviews.get()
    assert total(kept.first_scores) == total(kept.second_scores) == 16


def test_scores_and_notes_are_not_readable_in_the_database(cast, interviewee):
    interview(cast, interviewee)
    with connection.cursor() as cursor:
        cursor.execute("SELECT first_scores, notes FROM schemes_interview")
        assert "motivation" not in str(cursor.fetchall())


def test_a_campaign_counts_who_came_because_of_it(cast):
    radio = campaign_add(
        scheme=cast.scheme, channel="Radio", began_on=date(2026, 1, 5), cost=Decimal(80), by=cast.coordinator
    )
    for name in ("A", "B"):
        volunteer = volunteer_add(scheme=cast.scheme, name=name, heard_from=radio, by=cast.coordinator)
    volunteer_move(volunteer=volunteer, to="applied", by=cast.coordinator)
    found = campaigns_with_yield(cast.scheme).get()
    assert (found.asked, found.applied, found.won) == (2, 1, 0)


# --- the first page -------------------------------------------------------------------------------------------------
def rows(world, user, days):
    """The first page of somebody so many days from now."""
    later = timezone.now() + timedelta(days=days)
    with mock.patch("django.utils.timezone.now", return_value=later):
        return home.today_rows(world.actor(user), timezone.localdate())


def test_whoever_waits_a_week_for_an_answer_stands_on_the_coordinators_first_page(cast):
    assert rows(cast, cast.coordinator, 6) == []
    words = [row.words for row in rows(cast, cast.coordinator, 7)]
    assert "Una Reid asked about volunteering" in words
    assert "Jay asked for a mentor or was referred" in words


def test_the_first_page_of_others_names_nobody_who_waits(cast):
    for person in (cast.manager, cast.lead, cast.supervisor, cast.trainer, cast.outsider, cast.advisor):
        assert rows(cast, person, 30) == [], person


def test_an_invitation_that_ran_out_is_told_to_those_who_invite(cast):
    invitation_send(scheme=cast.scheme, email="n@cast.example", name="Nell", role="trainer", by=cast.manager)
    assert rows(cast, cast.manager, 13) == []
    assert [row.words for row in rows(cast, cast.manager, 15)] == ["The invitation of Nell ran out"]


@pytest.mark.parametrize(
    ("person", "page"),
    [("mentor", "/me/"), ("mentee", "/me/"), ("referrer", "/me/"), ("coordinator", None), ("trainer", None)],
)
def test_mentors_young_people_and_referrers_begin_at_their_own_page(cast, person, page):
    assert home.first_page(cast.actor(getattr(cast, person))) == page


def test_step_ten_says_where_consent_to_a_referral_is_missing(cast):
    young_person_add(scheme=cast.scheme, name="Jo", referral={"received_on": date(2026, 11, 1)}, by=cast.coordinator)
    shown = young_people(cast.scheme, date(2026, 11, 22))
    assert "Of 1 it is not recorded that they agreed to be referred." in shown.missing
