"""Two people see each other for the first time with the co-ordinator there (S12)."""

from datetime import timedelta
from unittest import mock

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from matching.models import Match, Meeting
from matching.pairing import actions
from matching.pairing.home import today_rows
from matching.pairing.meetings.actions import meeting_ask, meeting_record, meeting_talked_about
from matching.pairing.meetings.checklist import FIRST_MEETING
from matching.pairing.meetings.reminders import meeting_not_recorded, meeting_soon
from matching.pairing.queries import choices_waiting
from matching.pairing.reminders import profile_to_read
from matching.relationships.actions import session_log
from matching.tests.pairing.pairing_world import first_meeting_planned, shared
from matching.tests.readying import introduced
from mentoring.transitions import Refused


def at(days):
    return mock.patch("django.utils.timezone.now", return_value=timezone.now() + timedelta(days=days))


def said(rows):
    return [row.words for row in rows]


def rows_of(world, days=0):
    return said(today_rows(world.actor(world.coordinator), timezone.localdate() + timedelta(days=days)))


def words(response) -> str:
    return response.content.decode()


@pytest.fixture
def looked_at(pair):
    """A profile that the young person is looking at."""
    pair.match = shared(pair, pair.volunteer, pair.young_person)
    return pair


@pytest.fixture
def met_soon(pair):
    """Introduced, with a first meeting in two days."""
    pair.match = introduced(pair, pair.volunteer, pair.young_person)
    pair.meeting = first_meeting_planned(pair, pair.match)
    return pair


def test_to_meet_first_is_an_answer_that_binds_to_nothing_and_reaches_the_co_ordinator(looked_at):
    pair, mine = looked_at, looked_at.client(looked_at.mentee)
    page = mine.post(reverse("matching:profile_answer", args=[pair.match.pk]), {"answer": "meet", "because": ""})
    assert page.status_code == 302
    pair.match.refresh_from_db()
    assert (pair.match.state, pair.match.mentee_answer) == ("profiles-shared", "")
    assert rows_of(pair) == ["Jay would like to meet Zofia before choosing"]
    assert not choices_waiting(pair.mentee).exists(), "it is not the young person who is waited for"
    assert not list(profile_to_read(timezone.now()))
    assert "You asked to meet first" in words(mine.get(reverse("matching:profile_list")))
    actions.match_mentee_answer(match=pair.match, answer="yes", by=pair.mentee)
    assert Meeting.objects.get().outcome == "not-held", "whoever says yes needs no meeting before it"


def test_asking_twice_asks_once_also_past_the_code(looked_at):
    first = meeting_ask(match=looked_at.match, by=looked_at.mentee)
    assert meeting_ask(match=looked_at.match, by=looked_at.mentee) == first
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.create(match=looked_at.match, kind="look")


def test_planned_it_stands_on_both_pages_and_afterwards_the_young_person_answers(looked_at):
    pair = looked_at
    meeting_ask(match=pair.match, by=pair.mentee)
    assert "before choosing" not in words(pair.client(pair.mentor).get("/me/")), "the mentor learns of it with its date"
    first_meeting_planned(pair, pair.match)
    for user, other in ((pair.mentee, "You meet Zofia first"), (pair.mentor, "Jay would like to meet you before")):
        page = words(pair.client(user).get("/me/"))
        assert other in page
        assert "The library" in page
        assert "Dee will be there the whole time" in page
    with at(3):
        assert "Did Zofia and Jay meet?" in rows_of(pair)
        meeting_record(match=pair.match, outcome="held", met_at=timezone.now(), by=pair.coordinator)
    assert list(pair.match.techniques.values_list("kind", flat=True)) == ["paper-profile", "interview"]
    assert choices_waiting(pair.mentee).get() == pair.match
    assert actions.match_mentee_answer(match=pair.match, answer="no", by=pair.mentee).state == "declined"


def test_no_date_is_given_past_the_gate(looked_at, pair):
    pair.volunteer.holds.create(scheme=pair.scheme, placed_by=pair.lead)
    with pytest.raises(Refused, match="cannot be introduced"):
        first_meeting_planned(pair, looked_at.match)


def test_l8_nobody_has_a_first_meeting_before_they_are_introduced(looked_at):
    actions.match_mentee_answer(match=looked_at.match, answer="yes", by=looked_at.mentee)
    actions.match_mentor_answer(match=looked_at.match, answer="yes", by=looked_at.mentor)
    with pytest.raises(Refused, match="no meeting to plan"):
        first_meeting_planned(looked_at, looked_at.match)


def test_between_introduction_and_first_meeting_the_gate_is_asked_once_more(pair):
    match = introduced(pair, pair.volunteer, pair.young_person)
    pair.scheme.risk_assessments.update(review_on=timezone.localdate() - timedelta(days=1))
    with pytest.raises(Refused, match="risk assessment has to be looked at again"):
        first_meeting_planned(pair, match)


def test_one_of_the_two_is_never_the_one_who_watches_over_it(met_soon):
    with pytest.raises(Refused, match="neither of the two"):
        first_meeting_planned(met_soon, met_soon.match, staff=met_soon.mentor)


def test_introduced_without_a_time_is_on_the_first_page_until_it_has_one(pair):
    match = introduced(pair, pair.volunteer, pair.young_person)
    waits = "Zofia and Jay are introduced and have no time for their first meeting"
    assert waits in rows_of(pair)
    first_meeting_planned(pair, match)
    assert waits not in rows_of(pair)


def test_the_first_meeting_is_planned_on_the_page_and_reaches_both_with_the_calendar(pair):
    match = introduced(pair, pair.volunteer, pair.young_person)
    desk, here = pair.client(pair.coordinator), reverse("matching:meeting_plan", args=[pair.scheme.slug, match.pk])
    day = timezone.localdate() + timedelta(days=3)
    sent = {
        "day": day.isoformat(), "time": "16:00", "place_kind": "public", "place": "Central library",
        "staff": pair.coordinator.pk, "also_there": "Jay’s key worker",
    }  # fmt: skip
    assert desk.post(here, {**sent, "place": ""}).status_code == 422
    assert desk.post(here, sent).status_code == 302
    page = words(pair.client(pair.mentee).get("/me/"))
    for told in ("You meet Zofia", "4 pm", "Central library", "Dee will be there", "Jay’s key worker"):
        assert told in page
    assert "Plan the next time" not in page, "the two meet alone only after that"
    calendar = words(
        pair.client(pair.mentor).get(reverse("matching:meeting_calendar", args=[Meeting.objects.get().pk]))
    )
    assert "Central library" in calendar
    assert "Jay" not in calendar


def test_held_makes_them_a_pair_and_what_was_left_over_stays_to_be_done(met_soon):
    pair = met_soon
    with at(3):
        meeting_record(
            match=pair.match, outcome="held", met_at=timezone.now(), talked_about=["agreement", "stop"],
            by=pair.coordinator,
        )  # fmt: skip
    pair.match.refresh_from_db()
    assert pair.match.state == "active"
    here = reverse("matching:match_show", args=[pair.scheme.slug, pair.match.pk])
    assert FIRST_MEETING["way-home"][0] in words(pair.client(pair.coordinator).get(here))
    meeting_talked_about(meeting=pair.meeting, talked_about=[*FIRST_MEETING], by=pair.coordinator)
    assert "Everything on the checklist" in words(pair.client(pair.coordinator).get(here))


def test_not_held_needs_a_reason_leaves_them_introduced_and_asks_for_another_time(met_soon):
    with pytest.raises(Refused, match="why they did not meet"):
        meeting_record(match=met_soon.match, outcome="not-held", by=met_soon.coordinator)
    meeting_record(match=met_soon.match, outcome="not-held", why_not="Bus strike", by=met_soon.coordinator)
    met_soon.match.refresh_from_db()
    assert met_soon.match.state == "introduced"
    assert "Zofia and Jay are introduced and have no time for their first meeting" in rows_of(met_soon)


def test_a_time_that_has_not_come_cannot_have_been_held(met_soon):
    with pytest.raises(Refused, match="has not come yet"):
        meeting_record(
            match=met_soon.match, outcome="held", met_at=timezone.now() + timedelta(hours=1), by=met_soon.coordinator
        )


def test_they_are_together_only_after_they_met(pair):
    match = introduced(pair, pair.volunteer, pair.young_person)
    with pytest.raises(Refused, match="have not met yet"):
        actions.match_activate(match=match, by=pair.coordinator)
    session_log(match=match, outcome="held", planned_at=timezone.now(), minutes=30, channel="in-person", by=pair.mentor)
    assert Match.objects.get(pk=match.pk).state == "active", "a session that was held says that they met"


def test_the_two_and_their_co_ordinator_are_reminded_the_day_before_and_nobody_is_named(met_soon):
    with at(1.5):
        dues = list(meeting_soon(timezone.now()))
    assert {due.recipient_id for due in dues} == {met_soon.mentee.pk, met_soon.mentor.pk, met_soon.coordinator.pk}


def test_what_nobody_wrote_down_goes_to_who_was_there_and_a_week_later_to_the_manager(met_soon):
    assert not list(meeting_not_recorded(timezone.now()))
    with at(4):
        assert {due.recipient_id for due in meeting_not_recorded(timezone.now())} == {met_soon.coordinator.pk}
    with at(10):
        assert met_soon.manager.pk in {due.recipient_id for due in meeting_not_recorded(timezone.now())}


def test_a_pick_is_taken_back_until_the_mentor_has_answered(looked_at):
    pair, mine = looked_at, looked_at.client(looked_at.mentee)
    actions.match_mentee_answer(match=pair.match, answer="yes", by=pair.mentee)
    assert "I’ve changed my mind" in words(mine.get(reverse("matching:profile_list")))
    mine.post(reverse("matching:match_mentee_take_back", args=[pair.match.pk]))
    pair.match.refresh_from_db()
    assert (pair.match.state, pair.match.mentee_answer) == ("profiles-shared", "")
    late = words(pair.client(pair.mentor).get(reverse("matching:asked_answer", args=[pair.match.pk]), follow=True))
    assert "not open any more" in late
    assert "Jay" not in late
    actions.match_mentee_answer(match=pair.match, answer="yes", by=pair.mentee)
    actions.match_mentor_answer(match=pair.match, answer="yes", by=pair.mentor)
    with pytest.raises(Refused):
        actions.match_mentee_take_back(match=pair.match, by=pair.mentee)


@pytest.mark.parametrize("who", ["mentor", "coordinator"])
def test_a_no_is_kind_and_private_the_other_side_reads_one_sentence_and_never_who_or_why(looked_at, who):
    pair, mine = looked_at, looked_at.client(looked_at.mentee)
    actions.match_mentee_answer(match=pair.match, answer="yes", by=pair.mentee)
    if who == "mentor":
        actions.match_mentor_answer(match=pair.match, answer="no", because="Too far away", by=pair.mentor)
    else:
        actions.match_decline(match=pair.match, because="Too far away", by=pair.coordinator)
    for address in ("/me/", "/me/profiles/"):
        page = words(mine.get(address))
        assert "You and Zofia won’t be matched this time" in page
        assert "Too far away" not in page
    assert "won’t be matched with you" not in words(pair.client(pair.mentor).get("/me/")), "the mentor had not said yes"
    with at(29):
        assert "won’t be matched" not in words(mine.get("/me/"))


def test_whoever_said_no_is_told_nothing_and_a_mentor_who_said_yes_first_reads_no_name(looked_at):
    pair = looked_at
    actions.match_mentor_answer(match=pair.match, answer="yes", by=pair.mentor)
    actions.match_mentee_answer(match=pair.match, answer="no", because="He is my uncle’s friend", by=pair.mentee)
    assert "won’t be matched" not in words(pair.client(pair.mentee).get("/me/"))
    page = words(pair.client(pair.mentor).get("/me/"))
    assert "Somebody you said yes to won’t be matched with you this time" in page
    assert "Jay" not in page + words(pair.client(pair.mentor).get("/me/asked/"))
    assert "uncle" not in page
