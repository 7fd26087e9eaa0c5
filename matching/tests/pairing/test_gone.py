"""A mentor who left reads nothing more of a young person, and nobody answers for the other (roles.md, S12)."""

import pytest
from django.urls import reverse

from matching.models import Match, MentoringSession
from matching.pairing.actions import match_mentee_answer, match_mentor_answer
from matching.pairing.queries import invitations_for
from mentoring.transitions import Refused
from schemes.people.actions import volunteer_move


def test_a_mentor_who_left_is_shut_out_though_the_ending_is_not_recorded_yet(world):
    client, pair = world.client(world.mentor), reverse("matching:session_list_mine", args=[world.match.pk])
    assert client.get(pair).status_code == 200
    volunteer_move(volunteer=world.volunteer, to="left", why="Asked to go.", by=world.coordinator)
    actor = world.actor(world.mentor)
    assert client.get(pair).status_code == 404
    assert not Match.objects.visible_to(actor).exists()
    assert not MentoringSession.objects.visible_to(actor).exists()
    assert world.young_person.first_name not in client.get(reverse("matching:me")).content.decode()
    assert Match.objects.visible_to(world.actor(world.mentee)).filter(pk=world.match.pk).exists()


def test_a_mentor_who_left_reads_no_profile_of_somebody_who_picked_them(world):
    assert invitations_for(world.peer).exists()
    volunteer_move(volunteer=world.peer_volunteer, to="left", why="Asked to go.", by=world.coordinator)
    assert not invitations_for(world.peer).exists()


def test_nobody_answers_for_the_one_they_would_be_matched_with(world):
    """S12: a co-ordinator who mentors too does not say yes in the young person's name."""
    with pytest.raises(Refused, match="Only Dot can say this"):
        match_mentee_answer(match=world.shared_match, answer="yes", by=world.mentor)
    with pytest.raises(Refused, match="Only"):
        match_mentor_answer(match=world.shared_match, answer="yes", by=world.mentee)
