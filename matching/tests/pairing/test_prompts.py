"""S13, L8: before a first meeting each of the two reads a short card of their own; it is gone once they have met."""

import pytest
from django.utils import timezone

from matching.pairing.actions.notes import profile_show_agree
from matching.pairing.meetings.actions import meeting_record
from matching.pairing.meetings.prompting import shared_likes
from matching.pairing.meetings.prompts import both_like, for_mentor, for_young_person
from matching.pairing.queries import mentor_preview
from matching.tests.pairing.pairing_world import first_meeting_planned
from matching.tests.readying import introduced
from mentoring.tests.reading_age import reading_age
from schemes.people.actions import volunteer_edit, young_person_edit

TOLD = {"staff": "Dee", "phone": "0114 496 0000", "shared": ["Cooking", "PlayStation"]}


def words_of(prompts) -> str:
    return " ".join([*prompts.helps, *prompts.talk, *prompts.limits, prompts.if_they_do_not_come, prompts.call])


@pytest.fixture
def met_soon(pair):
    pair.match = introduced(pair, pair.volunteer, pair.young_person)
    pair.meeting = first_meeting_planned(pair, pair.match)
    return pair


def page_of(pair, who) -> str:
    return pair.client(getattr(pair, who)).get("/me/").content.decode()


def likes(pair, mentor, mentee, *, shares):
    volunteer_edit(volunteer=pair.volunteer, changes={"interests": mentor}, by=pair.coordinator)
    changes = {"interests": mentee, "shares": {"interests": shares} if shares else {}}
    young_person_edit(young_person=pair.young_person, changes=changes, by=pair.coordinator)
    pair.match.refresh_from_db()


@pytest.mark.parametrize(
    ("mentor", "mentee", "both"),
    [
        (["cooking", "Chess"], ["Chess ", "music"], ["Chess"]),
        (["Cooking"], ["cooking"], ["cooking"]),
        (["a", "b", "c", "d"], ["d", "c", "b", "a"], ["d", "c", "b"]),
        ([""], [""], []),
        ([], ["music"], []),
    ],
)
def test_r8_what_both_like_in_the_young_persons_words(mentor, mentee, both):
    assert both_like(mentor, mentee) == both


def test_s13_each_side_reads_its_own_card():
    mentor = words_of(for_mentor(name="Jay", place_kind="public", **TOLD))
    mentee = words_of(for_young_person(name="Zofia", **TOLD))
    assert "You both like cooking and PlayStation. Begin there." in mentor
    assert "You both like cooking and PlayStation. You could start there." in mentee
    assert "Look for a table" in mentor
    assert "You don’t have to tell your story" in mentee
    for words in (mentor, mentee):
        assert "Call Dee on 0114 496 0000." in words


def test_s13_with_nothing_shared_and_no_number_there_is_still_a_way_to_begin_and_somebody_to_tell():
    told = {"staff": "Dee", "phone": "", "shared": []}
    assert "a good day looks like" in words_of(for_mentor(name="Jay", place_kind="", **told))
    mentee = words_of(for_young_person(name="Zofia", **told))
    assert "what you like to do" in mentee
    assert "Tell Dee." in mentee


def test_s13_both_cards_read_easily():
    assert reading_age(words_of(for_young_person(name="Zofia", **TOLD))) <= 9
    assert reading_age(words_of(for_mentor(name="Jay", place_kind="video", **TOLD))) <= 12


def test_s13_the_cards_stand_on_both_pages_until_they_have_met(met_soon):
    pair = met_soon
    assert "Come ten minutes early" in page_of(pair, "mentor")
    assert "You don’t have to tell your story" not in page_of(pair, "mentor")
    assert "You don’t have to tell your story" in page_of(pair, "mentee")
    assert "Come ten minutes early" not in page_of(pair, "mentee")
    meeting_record(match=pair.match, outcome="held", met_at=timezone.now(), by=pair.coordinator)
    for who in ("mentor", "mentee"):
        assert "Before you meet" not in page_of(pair, who)


def test_s13_there_is_no_card_before_the_meeting_has_a_time(pair):
    pair.match = introduced(pair, pair.volunteer, pair.young_person)
    assert "Before you meet" not in page_of(pair, "mentor")


@pytest.mark.parametrize(("shares", "shown"), [("after", ["Cooking"]), ("before", ["Cooking"]), ("", [])])
def test_r8_a_shared_interest_is_named_only_where_both_let_the_other_read_it(met_soon, shares, shown):
    pair = met_soon
    likes(pair, ["cooking", "rowing"], ["Cooking"], shares=shares)
    assert shared_likes(pair.match, timezone.localdate()) == [], "the mentor has not said yes to these words yet"
    profile_agreed(pair)
    assert shared_likes(pair.match, timezone.localdate()) == shown


def profile_agreed(pair):
    """Zofia looks at what a young person reads of her, and says yes."""
    pair.volunteer.refresh_from_db()
    read = mentor_preview(pair.volunteer, timezone.localdate()).mark
    profile_show_agree(volunteer=pair.volunteer, read=read, by=pair.mentor)
