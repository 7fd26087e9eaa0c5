"""S14, P8: supervision is planned, reminded, written down, followed by the next; peers are supervised more closely."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from matching.supervision import actions, queries
from matching.supervision.rhythm import Rhythm, next_due
from matching.tests.readying import mentor_ready
from mentoring.transitions import Refused


def planned(cast, **when):
    volunteers = [mentor_ready(cast, cast.volunteer)]
    at = timezone.now() + timedelta(**when)
    return actions.supervision_plan(
        volunteers=volunteers, supervisor=cast.supervisor, planned_at=at, by=cast.supervisor
    )[0]


@given(every=st.integers(7, 120), peer=st.integers(7, 120))
def test_p8_a_peer_is_never_supervised_less_often_than_others(every, peer):
    rhythm = Rhythm(every, peer)
    assert rhythm.for_mentor(is_peer=True) <= rhythm.for_mentor(is_peer=False)


@given(last=st.dates(date(2020, 1, 1), date(2035, 1, 1)), every=st.integers(7, 120))
def test_s14_the_next_one_falls_on_a_working_day_and_never_late(last, every):
    due = next_due(last, every)
    assert due.weekday() < 5
    assert 0 <= ((last + timedelta(days=every)) - due).days <= 2


def test_s14_what_is_coming_and_what_is_overdue(cast):
    coming, past = planned(cast, days=6), planned(cast, days=-1)
    planned(cast, days=8)
    assert list(queries.supervision_coming(timezone.now())) == [coming]
    assert list(queries.supervision_overdue(timezone.now())) == [past]


def test_s14_writing_it_down_plans_the_next_in_the_same_breath(cast):
    supervision = planned(cast, days=-1)
    next_at = timezone.now() + timedelta(days=40)
    actions.supervision_record(
        supervision=supervision, outcome="held", notes={"private_note": "Tired."}, next_at=next_at, by=cast.supervisor
    )
    assert list(queries.supervision_overdue(timezone.now())) == []
    assert cast.volunteer.supervisions.get(outcome="planned").planned_at == next_at
    with pytest.raises(Refused):
        actions.supervision_record(supervision=supervision, outcome="missed", notes={}, by=cast.supervisor)


def test_s14_nothing_is_held_before_its_day(cast):
    ahead = planned(cast, days=2)
    with pytest.raises(Refused, match="still to come"):
        actions.supervision_record(supervision=ahead, outcome="held", notes={}, by=cast.supervisor)
    assert actions.supervision_record(supervision=ahead, outcome="missed", notes={}, by=cast.supervisor).outcome


def test_s14_a_mentor_with_a_match_and_nothing_ahead_is_a_gap(world):
    assert world.volunteer.pk not in {gap.volunteer.pk for gap in queries.supervision_gaps(timezone.now())}
    assert world.peer_volunteer.supervisions.filter(outcome="planned").exists() or world.peer_volunteer.pk in {
        gap.volunteer.pk for gap in queries.supervision_gaps(timezone.now())
    }


def test_s14_a_group_has_a_row_for_each_mentor(cast):
    volunteers = [mentor_ready(cast, cast.volunteer), mentor_ready(cast, cast.peer_volunteer)]
    rows = actions.supervision_plan(
        volunteers=volunteers, supervisor=cast.supervisor, planned_at=timezone.now(), by=cast.supervisor
    )
    assert len({row.group for row in rows}) == 1
    assert {row.kind for row in rows} == {"group"}


def test_the_mentor_reads_the_shared_part_and_never_the_private_one(cast):
    supervision = planned(cast, days=-1)
    notes = {"shared_note": "Ring Dee.", "private_note": "Worn out."}
    actions.supervision_record(supervision=supervision, outcome="held", notes=notes, by=cast.supervisor)
    page = cast.client(cast.mentor).get("/me/supervision/").content.decode()
    assert "Ring Dee." in page
    assert "Worn out." not in page
    assert cast.client(cast.mentee).get("/me/supervision/").content.decode().count("Ring Dee.") == 0


def test_the_form_says_what_is_missing_and_keeps_what_was_typed(cast):
    supervision = planned(cast, days=-1)
    address = f"/schemes/sheffield/supervision/{supervision.pk}/"
    answer = cast.client(cast.supervisor).post(address, {"shared_note": "Ring Dee.", "next_day": "3 March 2030"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Say at what time." in page
    assert "Ring Dee." in page
