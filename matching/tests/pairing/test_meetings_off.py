"""A meeting that does not go ahead vanishes for nobody, and says nothing of why (S12, L8)."""

from datetime import timedelta
from unittest import mock

import pytest
from django.urls import reverse
from django.utils import timezone

from matching.endings.actions import match_ending_begin
from matching.models import Meeting
from matching.pairing import actions
from matching.pairing.home import today_rows
from matching.pairing.meetings.actions import meeting_ask, meeting_record
from matching.pairing.meetings.reminders import meeting_off, meeting_soon
from matching.tests.pairing.pairing_world import first_meeting_planned, shared
from matching.tests.pairing.test_own_pair import mentors_too
from matching.tests.readying import introduced
from safeguarding.concerns.actions import hold_lift, hold_place

OFF, WHERE = "Your meeting is off", "The library"


def page(pair, user, address="/me/") -> str:
    return pair.client(user).get(address).content.decode()


def off_card(pair, user) -> str:
    """The card with everything about the meeting in it; "" where there is none."""
    words = page(pair, user)
    return words[words.index(OFF) :].split("</section>")[0] if OFF in words else ""


def told(rule=meeting_off, days=0) -> set:
    return {due.recipient_id for due in rule(timezone.now() + timedelta(days=days))}


def rows_of(pair, user) -> list[str]:
    return [row.words for row in today_rows(pair.actor(user), timezone.localdate())]


@pytest.fixture
def look_planned(pair):
    """A short meeting in two days, before the young person chooses."""
    pair.match = shared(pair, pair.volunteer, pair.young_person)
    meeting_ask(match=pair.match, by=pair.mentee)
    pair.meeting = first_meeting_planned(pair, pair.match)
    return pair


@pytest.fixture
def first_planned(pair):
    pair.match = introduced(pair, pair.volunteer, pair.young_person)
    pair.meeting = first_meeting_planned(pair, pair.match)
    return pair


def says_yes(pair):
    actions.match_mentee_answer(match=pair.match, answer="yes", by=pair.mentee)


def says_no(pair):
    actions.match_mentee_answer(match=pair.match, answer="no", because="He scares me", by=pair.mentee)


def wants_none(pair):
    actions.match_none_of_these(young_person=pair.young_person, wish="Somebody older", by=pair.mentee)


def knows_them(pair):
    known = {"volunteer": pair.volunteer, "young_person": pair.young_person, "kind": "know"}
    actions.conflict_declare(scheme=pair.scheme, **known, by=pair.mentee)


@pytest.mark.parametrize("decides", [says_yes, says_no, wants_none, knows_them])
def test_s12_a_mentor_is_told_that_a_short_meeting_is_off_when_the_young_person_decides_first(look_planned, decides):
    pair = look_planned
    assert not told()
    assert not off_card(pair, pair.mentor)
    decides(pair)
    assert told() == {pair.mentor.pk, pair.coordinator.pk}, "the young person knows"
    card = off_card(pair, pair.mentor)
    assert WHERE in card
    assert "Jay" not in card
    assert "scares" not in page(pair, pair.mentor)
    assert not told(meeting_soon, days=1.5)
    assert not told(days=3), "once its time has passed it is over"


def test_s12_both_are_told_when_the_co_ordinator_takes_the_proposal_back(look_planned):
    actions.match_decline(match=look_planned.match, because="Not safe", by=look_planned.coordinator)
    assert told() == {look_planned.mentor.pk, look_planned.mentee.pk}
    assert "Not safe" not in page(look_planned, look_planned.mentee)
    assert off_card(look_planned, look_planned.mentee)


def test_s12_a_meeting_that_was_only_asked_for_is_nobody_s_news(pair):
    pair.match = shared(pair, pair.volunteer, pair.young_person)
    meeting_ask(match=pair.match, by=pair.mentee)
    says_no(pair)
    assert Meeting.objects.get().outcome == "not-held"
    assert not told()
    assert not off_card(pair, pair.mentor)


def test_s12_a_pair_that_ends_before_it_met_has_no_meeting_left(first_planned):
    match_ending_begin(match=first_planned.match, why="Moved away", by=first_planned.coordinator)
    assert told() == {first_planned.mentor.pk, first_planned.mentee.pk}


def test_another_time_takes_the_word_off_back(first_planned):
    meeting_record(match=first_planned.match, outcome="not-held", why_not="Ill", by=first_planned.coordinator)
    assert off_card(first_planned, first_planned.mentee)
    first_meeting_planned(first_planned, first_planned.match)
    assert not off_card(first_planned, first_planned.mentee)
    assert not told()


@pytest.mark.parametrize("planned", ["look_planned", "first_planned"])
def test_l8_a_hold_takes_the_meeting_off_and_the_two_cannot_tell_it_from_anything_else(request, planned):
    pair = request.getfixturevalue(planned)
    calendar = reverse("matching:meeting_calendar", args=[pair.meeting.pk])
    assert pair.client(pair.mentor).get(calendar).status_code == 200
    hold = hold_place(volunteer=pair.volunteer, by=pair.lead)
    assert told() == {pair.mentor.pk, pair.mentee.pk, pair.coordinator.pk}
    assert not told(meeting_soon, days=1.5)
    assert pair.client(pair.mentor).get(calendar).status_code == 404
    held = [(off_card(pair, user), WHERE in page(pair, user).replace(off_card(pair, user), "")) for user in both(pair)]
    hold_lift(hold=hold, by=pair.lead)
    assert not off_card(pair, pair.mentor), "lifted in time, it goes ahead"
    meeting_record(match=pair.match, outcome="not-held", why_not="Bus strike", by=pair.coordinator)
    assert held == [(off_card(pair, user), False) for user in both(pair)]


def both(pair):
    return (pair.mentor, pair.mentee)


def test_l8_the_co_ordinator_sees_that_they_cannot_meet_for_now_and_what_to_do(first_planned):
    pair, stopped = first_planned, "Zofia and Jay cannot meet for now"
    here, what = reverse("matching:match_show", args=[pair.scheme.slug, pair.match.pk]), "It cannot go ahead for now."
    assert stopped not in rows_of(pair, pair.coordinator)
    assert what not in page(pair, pair.coordinator, here)
    hold_place(volunteer=pair.volunteer, by=pair.lead)
    assert stopped in rows_of(pair, pair.coordinator)
    assert what in page(pair, pair.coordinator, here)
    mentors_too(pair, pair.coordinator)
    assert stopped not in rows_of(pair, pair.coordinator), "nobody learns of a hold on themselves"
    assert what not in page(pair, pair.coordinator, here)


def test_l8_written_down_as_off_it_leaves_the_first_page(first_planned):
    hold_place(volunteer=first_planned.volunteer, by=first_planned.lead)
    meeting_record(match=first_planned.match, outcome="not-held", why_not="For now", by=first_planned.coordinator)
    assert "Zofia and Jay cannot meet for now" not in rows_of(first_planned, first_planned.coordinator)
    with mock.patch("django.utils.timezone.now", return_value=timezone.now() + timedelta(days=3)):
        assert not off_card(first_planned, first_planned.mentor), "over, once its time has passed"
