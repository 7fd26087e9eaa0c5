"""Sessions that are off because a lead decided so: matching learns whether, never why (L8)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from matching.relationships.actions.sessions import session_change, session_log, session_plan
from matching.relationships.queries import session_coming
from matching.relationships.stops import OFF_FOR_NOW
from mentoring.transitions import Refused
from safeguarding.concerns.actions import concern_raise, hold_lift, hold_sessions

SECRET = "Quartzrook he shouted"


@pytest.fixture
def planned(pair):
    """The next session is tomorrow."""
    at = timezone.now() + timedelta(hours=20)
    pair.session = session_plan(match=pair.match, planned_at=at, place="The library", by=pair.mentor)
    return pair


@pytest.fixture
def off(planned):
    concern = concern_raise(scheme=planned.scheme, happened=SECRET, about_users=[planned.mentor], by=planned.referrer)
    planned.hold = hold_sessions(hold=concern.holds.get(), stops=True, why="While it is looked into", by=planned.lead)
    return planned


def test_l8_a_hold_on_introductions_alone_leaves_sessions_be(planned):
    concern_raise(scheme=planned.scheme, happened=SECRET, about_users=[planned.mentor], by=planned.referrer)
    assert session_plan(match=planned.match, planned_at=timezone.now() + timedelta(days=9), by=planned.mentor)
    assert planned.session in session_coming(timezone.now())


def test_l8_nothing_is_planned_or_moved_and_nobody_is_reminded(off):
    later = timezone.now() + timedelta(days=9)
    with pytest.raises(Refused, match=OFF_FOR_NOW):
        session_plan(match=off.match, planned_at=later, by=off.mentor)
    with pytest.raises(Refused, match=OFF_FOR_NOW):
        session_change(session=off.session, planned_at=later, place="", by=off.mentee)
    assert not session_coming(timezone.now()).exists()


def test_l8_what_was_held_is_still_written_down(off):
    said = {"outcome": "held", "planned_at": timezone.now() - timedelta(days=1), "channel": "in-person", "minutes": 60}
    assert session_log(match=off.match, by=off.mentor, **said).is_met


@pytest.mark.parametrize("person", ["mentor", "mentee"])
def test_l8_both_read_that_it_is_off_and_nothing_of_why(off, person):
    page = off.client(getattr(off, person)).get("/me/").content.decode()
    assert "Off for now" in page and "will be in touch" in page
    assert "The library" not in page and "Plan the next time" not in page
    assert not [word for word in ("Quartzrook", "concern about", "looked into") if word in page]


def test_l8_a_co_ordinator_sees_that_it_is_off_and_whom_to_ask(off):
    address = f"/schemes/{off.scheme.slug}/matches/{off.match.pk}/"
    page = off.client(off.coordinator).get(address).content.decode()
    assert "Sessions are off for now" in page and "Quartzrook" not in page


def test_l8_once_it_is_lifted_all_goes_on(off):
    hold_lift(hold=off.hold, by=off.lead)
    assert off.session in session_coming(timezone.now())
    assert "The library" in off.client(off.mentee).get("/me/").content.decode()
