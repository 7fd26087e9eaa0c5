"""A mentor who was paused or held after being proposed is shown to nobody and reads of nobody (S12, roles.md)."""

import pytest
from django.urls import reverse

from matching.models import Conflict
from matching.pairing import actions
from matching.pairing.queries import choices_waiting, invitations_for
from matching.tests.pairing.pairing_world import shared
from matching.tests.readying import proposed
from mentoring.transitions import Refused
from schemes.people.actions import volunteer_move


def paused(pair):
    volunteer_move(volunteer=pair.volunteer, to="paused", why="A baby", by=pair.coordinator)


def held(pair):
    pair.volunteer.holds.create(scheme=pair.scheme, placed_by=pair.lead)


def known(pair):
    Conflict.objects.create(
        scheme=pair.scheme, volunteer=pair.volunteer, young_person=pair.young_person, kind="know",
        declared_by=pair.coordinator,
    )  # fmt: skip


@pytest.mark.parametrize("stopped", [paused, held, known])
def test_no_profile_is_shown_past_the_gate(pair, stopped):
    match = proposed(pair, pair.volunteer, pair.young_person)
    stopped(pair)
    with pytest.raises(Refused):
        actions.match_share_profiles(match=match, by=pair.coordinator)
    assert not choices_waiting(pair.mentee).exists()


@pytest.mark.parametrize("stopped", [paused, held])
def test_a_profile_that_was_shown_is_shut_and_cannot_be_picked(pair, stopped):
    match, mine = shared(pair, pair.volunteer, pair.young_person), pair.client(pair.mentee)
    answer = reverse("matching:profile_answer", args=[match.pk])
    assert mine.get(answer).status_code == 200
    stopped(pair)
    assert mine.get(answer).status_code == 404
    assert mine.post(answer, {"answer": "yes", "because": ""}).status_code == 404
    page = mine.get(reverse("matching:profile_list")).content.decode()
    assert pair.volunteer.first_name not in page
    assert "Nobody to look at yet" in page


@pytest.mark.parametrize("stopped", [paused, held])
def test_nor_does_such_a_mentor_read_of_whoever_picked_them(pair, stopped):
    match, theirs = shared(pair, pair.volunteer, pair.young_person), pair.client(pair.mentor)
    actions.match_mentee_answer(match=match, answer="yes", by=pair.mentee)
    address = reverse("matching:asked_answer", args=[match.pk])
    assert theirs.get(address).status_code == 200
    stopped(pair)
    assert not invitations_for(pair.mentor).exists()
    assert pair.young_person.first_name not in theirs.get(address, follow=True).content.decode()
    mine = pair.client(pair.mentee).get(reverse("matching:profile_list")).content.decode()
    assert "I’ve changed my mind" in mine, "the young person may still choose somebody else"
    assert not choices_waiting(pair.mentee).exists(), "and is not asked while they have picked"
