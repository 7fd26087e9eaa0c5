"""What a young person and a mentor are told while an answer is awaited; never what it is about (S12)."""

from datetime import timedelta

from django.utils import timezone

from matching.pairing import actions
from matching.pairing.reminders import pick_to_answer, profile_to_read
from matching.tests.pairing.pairing_world import shared
from mentoring.notices.rules import all_rules


def found(rule, days=0):
    return list(rule(timezone.now() + timedelta(days=days)))


def test_the_young_person_is_told_once_and_once_more_in_a_week_until_they_answer(pair):
    match = shared(pair, pair.volunteer, pair.young_person)
    (due,) = found(profile_to_read)
    assert (due.recipient_id, due.path) == (pair.mentee.pk, "/me/profiles/")
    assert found(profile_to_read, days=6) == [due]
    assert [each.step for each in found(profile_to_read, days=30)] == ["", "again"]
    actions.match_mentee_answer(match=match, answer="yes", by=pair.mentee)
    assert found(profile_to_read, days=30) == []


def test_the_mentor_is_told_after_the_young_person_picked_them(pair):
    match = shared(pair, pair.volunteer, pair.young_person)
    assert found(pick_to_answer) == []
    actions.match_mentee_answer(match=match, answer="yes", by=pair.mentee)
    assert [due.recipient_id for due in found(pick_to_answer)] == [pair.mentor.pk]
    actions.match_mentor_answer(match=match, answer="no", by=pair.mentor)
    assert found(pick_to_answer, days=30) == []


def test_the_rules_are_found_and_their_words_name_nobody(pair):
    words = {rule.name: rule.words for rule in all_rules()}
    assert "mentor" not in words["profile_to_read"] + words["pick_to_answer"]
