"""Pairs set aside for now: not proposed, by engine or by hand, until it is taken back or its day has passed (S12)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from matching.models import Match, SetAside
from matching.pairing import actions
from matching.pairing.proposals import proposals_for
from matching.tests.readying import proposed
from mentoring.audit.models import AuditEntry
from mentoring.transitions import Refused

WHY = "Both are shy; better after the summer"


def put_aside(world, until=None):
    return actions.set_aside_add(
        scheme=world.scheme, volunteer=world.volunteer, young_person=world.young_person, reason=WHY, until=until,
        by=world.coordinator,
    )  # fmt: skip


def proposed_mentors(world, day=None):
    (row,) = proposals_for(world.scheme, day or timezone.localdate())
    return [proposal.volunteer for proposal in row.proposals]


def address(world, name, *args):
    return reverse(f"matching:{name}", args=[world.scheme.slug, *args])


def test_a_pair_set_aside_is_proposed_by_nobody_until_it_is_taken_back(pair):
    aside = put_aside(pair)
    assert proposed_mentors(pair) == []
    with pytest.raises(Refused, match="Zofia was set aside for Jay for now. Take it back first"):
        proposed(pair, pair.volunteer, pair.young_person)
    actions.set_aside_undo(aside=aside, by=pair.coordinator)
    assert proposed_mentors(pair) == [pair.volunteer]
    assert proposed(pair, pair.volunteer, pair.young_person).state == "proposed"


def test_it_ends_by_itself_after_its_last_day(pair):
    day = timezone.localdate() + timedelta(days=10)
    put_aside(pair, until=day)
    assert proposed_mentors(pair, day) == []
    assert proposed_mentors(pair, day + timedelta(days=1)) == [pair.volunteer]


def test_it_is_said_again_in_place_of_the_first_time(pair):
    put_aside(pair, until=timezone.localdate() - timedelta(days=1))
    put_aside(pair)
    assert SetAside.objects.get().until is None


def test_a_pair_on_its_way_is_not_set_aside(pair):
    proposed(pair, pair.volunteer, pair.young_person)
    with pytest.raises(Refused, match="Zofia and Jay are matched or proposed to each other"):
        put_aside(pair)
    assert not SetAside.objects.exists()


def test_the_trail_knows_both_times_and_never_why(pair):
    aside = put_aside(pair)
    actions.set_aside_undo(aside=aside, by=pair.coordinator)
    rows = list(AuditEntry.objects.filter(verb__startswith="setaside.").order_by("place"))
    assert [row.verb for row in rows] == ["setaside.added", "setaside.undone"]
    assert all(str(pair.mentee.pk) in row.person_keys and not row.details for row in rows)


def test_the_page_sets_aside_with_its_reason_and_lists_it_with_its_way_back(pair):
    desk = pair.client(pair.coordinator)
    two = {"volunteer": pair.volunteer.pk, "young_person": pair.young_person.pk}
    unsaid = desk.post(address(pair, "set_aside_add"), two)
    assert unsaid.status_code == 422, "the reason is asked for"
    desk.post(address(pair, "set_aside_add"), {**two, "reason": WHY})
    assert WHY in desk.get(address(pair, "set_aside_list")).content.decode()
    refused = desk.post(address(pair, "match_propose"), two)
    assert "Zofia was set aside for Jay for now." in refused.content.decode()
    assert not Match.objects.exists()
    desk.post(address(pair, "set_aside_undo", SetAside.objects.get().pk))
    assert "Nobody is set aside" in desk.get(address(pair, "set_aside_list")).content.decode()


def test_another_scheme_cannot_take_it_back(pair):
    aside = put_aside(pair)
    elsewhere = reverse("matching:set_aside_undo", args=[pair.other_scheme.slug, aside.pk])
    assert pair.client(pair.outsider).post(elsewhere).status_code == 404
    assert SetAside.objects.exists()
