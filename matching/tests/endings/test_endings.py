"""S15: every relationship ends with a recorded formal ending, by a meeting or by letter; nothing closes without."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone

from matching.endings import actions, queries
from matching.endings.rules import Known, ending_lacks, needs_review
from matching.pairing.models import Match
from matching.pairing.queries import people_waiting
from mentoring.transitions import Refused

TODAY = date(2026, 11, 22)
WHOLE = Known(
    planned="planned", reason="as-agreed", way="letter", meeting_on=None, letter="It was good.", letter_to="mentee",
    letter_sent_on=TODAY, have_met=True, goals_unsaid=0, departed={},
)  # fmt: skip
MEETING = replace(WHOLE, way="meeting", meeting_on=TODAY, letter="", letter_sent_on=None)


@pytest.mark.parametrize(
    "whole",
    [
        WHOLE,
        MEETING,
        replace(WHOLE, departed={"mentee": "Jay"}),
        replace(MEETING, letter="Bye", letter_sent_on=TODAY, letter_to="mentor", departed={"mentor": "Zofia"}),
        replace(MEETING, planned="never-started", have_met=False),
    ],
)
def test_s15_a_meeting_or_a_letter_is_enough(whole):
    assert ending_lacks(whole, TODAY) == []


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (replace(MEETING, meeting_on=None), "when the meeting"),
        (replace(MEETING, meeting_on=TODAY + timedelta(days=1)), "not been held yet"),
        (replace(WHOLE, letter="  "), "words of the letter"),
        (replace(WHOLE, letter_sent_on=None), "when the letter was sent"),
        (replace(WHOLE, letter_sent_on=TODAY + timedelta(days=1)), "not been sent yet"),
        (replace(WHOLE, planned=""), "whether it was planned"),
        (replace(WHOLE, reason=""), "Choose the reason"),
        (replace(WHOLE, way=""), "how it is marked"),
        (replace(WHOLE, planned="never-started"), "They have met"),
        (replace(WHOLE, goals_unsaid=1), "each goal"),
        (replace(MEETING, departed={"mentee": "Jay"}), "Jay has gone. Write them a letter"),
        (replace(WHOLE, departed={"mentor": "Zofia"}), "Zofia has gone, so the letter is for them"),
    ],
)
def test_s15_less_than_that_is_not(part, words):
    (lack,) = ending_lacks(part, TODAY)
    assert words in lack


def test_only_endings_nobody_planned_ask_for_a_review():
    kinds = ("planned", "unplanned", "premature", "never-started")
    assert [needs_review(kind) for kind in kinds] == [False, True, True, True]


def test_s15_a_match_cannot_be_closed_without_an_ending(world):
    with pytest.raises(Refused, match="formal ending"):
        actions.match_end(match=world.ending_match, by=world.coordinator)
    with pytest.raises(Refused):
        actions.match_end(match=world.match, by=world.coordinator)
    assert Match.objects.get(pk=world.ending_match.pk).state == "ending"


def test_s15_a_half_recorded_ending_is_kept_and_does_not_close(world):
    actions.ending_save(
        match=world.ending_match,
        fields={"way": "letter", "planned": "planned", "reason": "as-agreed"},
        by=world.coordinator,
    )
    with pytest.raises(Refused, match="words of the letter"):
        actions.match_end(match=world.ending_match, by=world.coordinator)
    assert queries.ending_of(world.ending_match).reason == "as-agreed"


def test_s15_an_ended_match_closes_its_pages_to_both_at_once(world):
    page = f"/me/matches/{world.ending_match.pk}/ending/"
    assert world.client(world.peer).get(page).status_code == 200
    fields = {"way": "meeting", "planned": "planned", "reason": "as-agreed", "meeting_on": timezone.localdate()}
    actions.ending_save(match=world.ending_match, fields=fields, by=world.coordinator)
    actions.match_end(match=world.ending_match, by=world.coordinator)
    assert world.client(world.peer).get(page).status_code == 404
    assert (
        world.client(world.coordinator).get(f"/schemes/sheffield/matches/{world.ending_match.pk}/").status_code == 200
    )


def test_s15_the_letter_is_a_pdf_for_the_coordinator(world):
    answer = world.client(world.coordinator).get(f"/schemes/sheffield/matches/{world.ended_match.pk}/ending/letter.pdf")
    assert answer.content.startswith(b"%PDF")
    assert "Fay" not in answer.headers["Content-Disposition"]


def test_an_ending_nobody_planned_waits_for_a_signed_review(world):
    ending = queries.ending_of(world.ended_match)
    assert ending.review_signed_at is None
    signed = actions.ending_review_sign(ending=ending, by=world.coordinator)
    assert signed.review_signed_by == world.coordinator


def test_s15_an_ending_that_is_not_recorded_is_found_after_a_week(world):
    now = timezone.now()
    assert world.ending_match not in queries.endings_not_recorded(now)
    assert world.ending_match in queries.endings_not_recorded(now + timedelta(days=8))
    assert world.ended_match not in queries.endings_not_recorded(now + timedelta(days=8))


def test_a_lapsed_match_is_flagged_not_closed(world):
    late = timezone.now() + timedelta(days=world.scheme.lapse_after_days + 1)
    assert list(queries.lapsed_matches(timezone.now())) == []
    assert world.match in queries.lapsed_matches(late)
    assert Match.objects.get(pk=world.match.pk).state != "ended"


def test_a_scheme_closes_only_when_every_match_is_formally_ended(world):
    with pytest.raises(Refused, match="not formally ended"):
        actions.scheme_close(scheme=world.scheme, by=world.coordinator)


def test_a_form_with_mistakes_keeps_what_was_typed(world):
    address = f"/schemes/sheffield/matches/{world.ending_match.pk}/ending/"
    typed = {"planned": "planned", "reason": "moved", "way": "letter", "what_next": "Ring Eli in May", "close": "yes"}
    answer = world.client(world.coordinator).post(address, typed)
    assert answer.status_code == 422
    assert b"Say when the letter was sent." in answer.content
    assert b"Ring Eli in May" in answer.content


def test_after_an_ending_a_young_person_waits_from_that_day_on(world):
    waiting = people_waiting(world.scheme).get(pk=world.ended_match.young_person_id)
    ended = world.ended_match.state_changes.get(to_state="ended")
    assert waiting.waiting_since == ended.created_at
