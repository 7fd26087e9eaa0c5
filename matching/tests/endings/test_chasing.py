"""S15: a lapsed match, an ending with nothing on record and a pair of whom one has gone are chased until they have
their ending; no scheme closes over one of them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from matching.endings import actions
from matching.endings.home import today_rows
from matching.endings.reminders import match_departed
from matching.models import Match
from matching.reminders import ending_missing
from matching.tests.readying import introduced, together
from mentoring.transitions import Refused
from schemes.people.actions import volunteer_move, young_person_move
from schemes.people.models import Volunteer

LAPSED = "Zofia and Jay have lost touch. Help them go on, or bring it to an end"
BEGUN = "Record how Zofia and Jay end"
WHOLE = {"way": "meeting", "planned": "planned", "reason": "as-agreed"}


@pytest.fixture
def two(pair):
    pair.match = together(pair, pair.volunteer, pair.young_person)
    return pair


def rows(world, days=0):
    day = timezone.localdate() + timedelta(days=days)
    return [row.words for row in today_rows(world.actor(world.coordinator), day)]


def told(rule, days=0):
    return {due.recipient_id for due in rule(timezone.now() + timedelta(days=days))}


def closed(world):
    fields = {**WHOLE, "meeting_on": timezone.localdate()}
    actions.ending_save(match=world.match, fields=fields, by=world.coordinator)
    actions.match_end(match=world.match, by=world.coordinator)


def test_s15_a_lapsed_match_is_chased_until_it_has_its_ending(two):
    days = two.scheme.lapse_after_days
    assert rows(two, days) == []
    assert rows(two, days + 1) == [LAPSED]
    assert told(ending_missing, days + 1) == told(ending_missing, days + 13) == {two.coordinator.pk}
    assert told(ending_missing, days + 14) == {two.coordinator.pk, two.manager.pk}
    two.match = actions.match_ending_begin(match=two.match, why="They lost touch.", by=two.coordinator)
    assert rows(two, 6) == []
    assert rows(two, 7) == [BEGUN], "still: it has begun, and has not ended"
    closed(two)
    assert not {BEGUN, LAPSED} & set(rows(two, days + 1))
    assert told(ending_missing, days + 1) == set()


@pytest.mark.parametrize("gone", ["mentor", "mentee"])
def test_s15_one_of_whom_one_has_gone_is_chased_from_that_day(two, gone):
    if gone == "mentor":
        volunteer_move(volunteer=two.volunteer, to="left", why="A new job", by=two.coordinator)
        words = "Zofia has gone. Bring Zofia and Jay to an end"
    else:
        young_person_move(young_person=two.young_person, to="moved-on", why="To Leeds", by=two.coordinator)
        words = "Jay has gone. Bring Zofia and Jay to an end"
    assert rows(two) == [words]
    assert told(match_departed) == {two.coordinator.pk}
    assert told(match_departed, 7) == {two.coordinator.pk, two.manager.pk}
    two.match = Match.objects.get(pk=two.match.pk)
    actions.match_ending_begin(match=two.match, why="They have gone.", by=two.coordinator)
    assert rows(two) == []
    assert told(match_departed, 30) == set()


def test_s15_nobody_is_asked_about_their_own_pair(two):
    volunteer_move(volunteer=two.volunteer, to="left", why="A new job", by=two.coordinator)
    Volunteer.objects.filter(pk=two.volunteer.pk).update(user=two.coordinator)
    assert rows(two, 100) == []
    assert told(match_departed) == set()


@pytest.mark.parametrize("reach", [introduced, together])
def test_s15_no_scheme_closes_over_an_unended_match(pair, reach):
    pair.match = reach(pair, pair.volunteer, pair.young_person)
    for _ in ("going on", "coming to an end"):
        with pytest.raises(Refused, match="1 match is not formally ended yet"):
            actions.scheme_close(scheme=pair.scheme, by=pair.coordinator)
        if pair.match.state != "ending":
            pair.match = actions.match_ending_begin(match=pair.match, why="The end.", by=pair.coordinator)
    closed(pair)
    with pytest.raises(Refused) as refused:
        actions.scheme_close(scheme=pair.scheme, by=pair.coordinator)
    assert "not formally ended" not in str(refused.value), "what stops it now is the life of the scheme"
