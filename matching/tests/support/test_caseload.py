"""P8, S14: who looks after whom, what is due next, and how much each holds; a peer mentor's match weighs more."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from matching.models import Match
from matching.support.actions import check_in_add
from matching.support.caseload import caseload, keepers_of
from matching.support.load import PEER, USUAL, LoadFilters
from matching.tests.pairing.pairing_world import young
from matching.tests.readying import mentor_ready, together
from schemes.people.actions import membership_grant, volunteer_edit


@pytest.fixture
def two(pair):
    """Beside Zofia and Jay, Kofi, a peer mentor, and Gil: `pair.peer_match`."""
    pair.peer_volunteer = mentor_ready(pair, pair.peer_volunteer)
    pair.peer_match = together(pair, pair.peer_volunteer, young(pair, "Gil"))
    volunteer_edit(volunteer=pair.peer_volunteer, changes={"supervisor": pair.coordinator}, by=pair.coordinator)
    return pair


def rows(pair, person, days=0):
    inside = pair.actor(person).within(pair.scheme)
    return caseload(inside, pair.scheme, timezone.now() + timedelta(days=days))


def page(pair, person, asked="") -> str:
    return pair.client(person).get(reverse("matching:caseload_show", args=[pair.scheme.slug]) + asked).content.decode()


def test_p8_a_peer_mentors_match_weighs_more(two):
    [keeper] = [keeper for keeper in keepers_of(rows(two, two.coordinator)) if keeper.person == two.coordinator]
    assert (keeper.pairs, keeper.peers, keeper.load) == (2, 1, USUAL + PEER)
    assert PEER > USUAL


def test_s14_each_row_says_when_each_side_was_spoken_with_and_what_is_due(two):
    today = timezone.localdate()
    check_in_add(match=two.match, side="mentor", spoken_on=today, how="phone", words="Fine.", by=two.coordinator)
    [row] = [row for row in rows(two, two.coordinator) if row.match == two.match]
    assert row.contacts["mentor"].last_on == today
    assert row.contacts["mentee"].last_on is None
    assert row.contacts["mentee"].due_on == row.next_on == today + timedelta(days=7)
    assert row.review_on == two.match.reviews.get(full_at_months=3).due_on
    assert row.supervision_on == today + timedelta(days=14)
    assert not row.is_late
    assert all(row.is_late for row in rows(two, two.coordinator, days=8))


def test_s14_a_supervisor_sees_their_own_mentors_whatever_the_address_says(two):
    for asked in ("", "?who=all", f"?who={two.coordinator.pk}"):
        assert "Kofi" not in page(two, two.supervisor, asked)
    assert "Zofia and Jay" in page(two, two.supervisor)
    assert "Dee Parker</a>" in page(two, two.supervisor), "who shares the care of their mentors"


def test_s14_ones_own_come_first_and_the_address_keeps_what_was_asked(two):
    membership_grant(scheme=two.scheme, user=two.manager, role="coordinator", by=two.manager)
    Match.objects.filter(pk=two.peer_match.pk).update(co_ordinator=two.manager)
    volunteer_edit(volunteer=two.peer_volunteer, changes={"supervisor": two.supervisor}, by=two.coordinator)
    assert "Kofi and Gil" not in page(two, two.coordinator)
    assert "Kofi and Gil" in page(two, two.coordinator, "?who=all")
    peers = page(two, two.coordinator, "?who=all&peers=1")
    assert "Zofia and Jay" not in peers
    assert "who=all&amp;peers=1&amp;late=1" in peers
    assert "No match fits" in page(two, two.coordinator, "?who=all&late=1")


def test_s14_a_match_of_nobody_is_found(two):
    Match.objects.filter(pk=two.match.pk).update(co_ordinator=None)
    found = page(two, two.coordinator, "?who=nobody")
    assert "Zofia and Jay" in found
    assert "Kofi and Gil" not in found


def test_s14_a_match_of_somebody_who_left_is_nobodys(two):
    membership_grant(scheme=two.scheme, user=two.manager, role="coordinator", by=two.manager)
    Match.objects.filter(pk=two.match.pk).update(co_ordinator=two.lead)
    found = page(two, two.manager, "?who=nobody")
    assert "Zofia and Jay" in found
    assert "Kofi and Gil" not in found


def test_nobody_looks_after_their_own_pair(two):
    membership_grant(scheme=two.scheme, user=two.mentor, role="coordinator", by=two.manager)
    assert "Zofia and Jay" not in page(two, two.mentor, "?who=all")


def test_an_address_that_was_tampered_with_asks_for_ones_own():
    assert LoadFilters.read({"who": "'; drop", "peers": "", "late": "1"}) == LoadFilters("", False, True)


def test_s14_every_match_comes_in_one_query(two, django_assert_num_queries):
    inside = two.actor(two.coordinator).within(two.scheme)
    with django_assert_num_queries(1):
        [str(row.match.volunteer.supervisor) for row in caseload(inside, two.scheme, timezone.now())]
