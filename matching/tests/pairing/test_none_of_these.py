""" "None of these, and here is what I'd like" needs somebody today, until somebody new is proposed (S12)."""

from django.utils import timezone

from matching.pairing import actions
from matching.pairing.home import today_rows
from matching.tests.pairing.pairing_world import mentor, shared
from matching.tests.readying import proposed
from schemes.people.actions import young_person_edit

WANTS = "Jay would like none of the mentors they were shown"


def row(pair, user=None):
    rows = today_rows(pair.actor(user or pair.coordinator), timezone.localdate())
    return next((row for row in rows if row.words == WANTS), None)


def test_s12_it_is_on_the_first_page_until_somebody_new_is_proposed(pair):
    shared(pair, pair.volunteer, pair.young_person)
    assert row(pair) is None
    actions.match_none_of_these(young_person=pair.young_person, wish="Somebody who fishes", by=pair.mentee)
    found = row(pair)
    assert found.button == "Look again"
    assert "fishes" not in found.words + found.detail
    assert "Somebody who fishes" in pair.client(pair.coordinator).get(found.url).content.decode()
    assert row(pair, pair.lead) is None
    proposed(pair, mentor(pair, "Mo Ali"), pair.young_person)
    assert row(pair) is None


def test_s12_a_plain_no_to_one_is_no_such_word(pair):
    match = shared(pair, pair.volunteer, pair.young_person)
    actions.match_mentee_answer(match=match, answer="no", by=pair.mentee)
    assert row(pair) is None


def test_s12_nobody_handles_their_own(pair):
    shared(pair, pair.volunteer, pair.young_person)
    actions.match_none_of_these(young_person=pair.young_person, wish="", by=pair.mentee)
    young_person_edit(young_person=pair.young_person, changes={"user": pair.coordinator}, by=pair.manager)
    assert row(pair) is None
