"""A peer mentor from the first question to a place in the group, in a real browser, through pages only: trained on a
register kept on a phone, asked about by the six questions of readiness, in the group by choice, matched by nobody
(P1, P6, L11)."""

import sys

import pytest

from mentoring.tests.journey import joining, peers, planning

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(sys.platform != "linux", reason="finds processes in /proc"),
]

CHAPTERS = [
    planning.a_scheme_is_opened,
    planning.its_people_are_invited,
    joining.a_volunteer_applies,
    joining.the_volunteer_is_checked,
    peers.the_volunteer_is_a_peer,
    peers.the_peer_is_trained,
    peers.they_choose_the_group_only,
    peers.the_group_is_theirs,
    peers.nobody_can_match_them,
]


def test_a_peer_mentor_who_chooses_the_group(story):
    for chapter in CHAPTERS:
        chapter(story)
