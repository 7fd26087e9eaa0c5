"""R10 on real records: a history told day by day, who reads what of it, and the note that every red asks for."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from matching.models import Match
from matching.relationships.actions import session_change, session_log, session_plan
from matching.relationships.goals.actions import goal_add, goal_rate
from matching.relationships.pulses.models import Pulse
from matching.supervision.models import Supervision
from matching.support.models import CheckIn
from matching.tests.readying import mentee_ready, mentor_ready, together
from matching.warning import actions, queries
from matching.warning.models import SignNote
from matching.warning.reminders import match_to_look_at
from mentoring.tests.kept import kept
from mentoring.transitions import Refused
from schemes.people.actions import membership_grant


@kept
def pair(cast):
    """Zofia and Jay, together since today at noon; what follows is told by days from then."""
    cast.start = timezone.now().replace(hour=12, minute=0, second=0, microsecond=0)
    with time_machine.travel(cast.start, tick=False):
        cast.volunteer = mentor_ready(cast, cast.volunteer)
        cast.young_person = mentee_ready(cast, cast.young_person)
        cast.match = together(cast, cast.volunteer, cast.young_person)


def on(pair, day):
    return time_machine.travel(pair.start + timedelta(days=day), tick=False)


def met(pair, day, outcome="held", **said):
    said |= {"reason": "not-said"} if outcome.startswith("missed") else {}
    with on(pair, day):
        session_log(
            match=pair.match, outcome=outcome, planned_at=timezone.now() - timedelta(hours=1), minutes=60,
            channel="in-person", by=pair.mentor, **said,
        )  # fmt: skip


def keys(pair, day):
    rows = queries.watched(Match.objects.filter(pk=pair.match.pk), pair.start + timedelta(days=day))
    return {sign.key: sign.tone for row in rows for sign in row.signs}


def spoken(pair, day, side="mentor"):
    CheckIn.objects.create(
        match=pair.match, side=side, spoken_on=(pair.start + timedelta(days=day)).date(), how="phone",
        words="Fine.", spoken_by=pair.coordinator,
    )  # fmt: skip


def test_r10_a_pair_nobody_looks_after_shows_each_sign_on_its_day_and_not_before(pair):
    """Never met, no contact by staff, supervision of day 14 not held, a goal that stands still, the weeks go by."""
    with on(pair, 0):
        goal_add(match=pair.match, words="Cook for six", by=pair.mentee)
    told = {day: keys(pair, day) for day in (14, 15, 21, 22, 29, 30, 55, 56, 61)}
    assert told[14] == {}
    assert told[15] == {"silence": "warn", "supervision": "warn"}
    assert told[21] == told[15]
    assert told[22] == {"silence": "bad", "supervision": "warn"}
    assert told[29] == {"silence": "bad", "supervision": "warn", "dose": "warn"}
    assert told[30] == told[29] | {"first-month": "warn"}
    assert "goals" not in told[55]
    assert told[56] == told[30] | {"goals": "warn"}
    assert "first-month" not in told[61]


def test_r10_a_pair_that_is_looked_after_shows_none(pair):
    """Weekly meetings, two contacts with each side, supervision held and planned, a goal that moves."""
    for week in range(1, 9):
        met(pair, 7 * week)
    for day in (7, 20):
        spoken(pair, day)
    Supervision.objects.update(outcome="held")
    Supervision.objects.create(
        scheme=pair.scheme, volunteer=pair.volunteer, supervisor=pair.supervisor,
        planned_at=pair.start + timedelta(days=62),
    )  # fmt: skip
    with on(pair, 30):
        goal_rate(goal=goal_add(match=pair.match, words="Cook", by=pair.mentee), value=4, by=pair.mentee)
    assert {day: keys(pair, day) for day in range(0, 62, 5)} == {day: {} for day in range(0, 62, 5)}


def test_r10_two_missed_in_a_row_by_one_side_and_one_held_clears_it(pair):
    met(pair, 7)
    met(pair, 14, "missed-mentor")
    assert "missed" not in keys(pair, 14)
    met(pair, 20, "missed-mentor")
    assert keys(pair, 20)["missed"] == "bad"
    met(pair, 21, "missed-mentee")
    assert "missed" not in keys(pair, 21), "not in a row by one side"
    met(pair, 22)
    assert "missed" not in keys(pair, 22)


def test_r10_meetings_moved_again_and_again(pair):
    with on(pair, 1):
        session = session_plan(match=pair.match, planned_at=timezone.now() + timedelta(days=3), by=pair.mentor)
        for later in (4, 5, 6):
            assert "moved" not in keys(pair, 1)
            session = session_change(
                session=session, planned_at=timezone.now() + timedelta(days=later), place="", by=pair.mentor
            )
        session_change(session=session, planned_at=session.planned_at, place="Park", by=pair.mentor)
    assert keys(pair, 2)["moved"] == "warn"
    assert "3 times" in queries.watched(Match.objects.all(), pair.start + timedelta(days=2))[0].signs[0].evidence


def test_r10_a_pause_is_an_agreed_silence_and_shows_nothing(pair):
    Match.objects.update(state="paused")
    assert keys(pair, 60) == {}


def test_r10_a_silent_pair_is_there_for_those_who_may_read_it_and_for_no_one_else(pair):
    where = page(pair, "sign_list")
    with on(pair, 15):
        for who in ("coordinator", "lead", "supervisor"):
            assert "They were introduced 15 days ago" in pair.client(getattr(pair, who)).get(where).content.decode()
        for who, status in (("manager", 403), ("mentor", 403), ("trainer", 403), ("outsider", 404)):
            assert pair.client(getattr(pair, who)).get(where).status_code == status
    with on(pair, 14):
        assert "No sign anywhere" in pair.client(pair.coordinator).get(where).content.decode()


def low(pair, day=3):
    Pulse.objects.create(
        match=pair.match, said_on=(pair.start + timedelta(days=day)).date(), answers={"going": 1, "heard": 1}
    )


def page(pair, name, *args):
    return reverse(f"matching:{name}", args=[pair.scheme.slug, *args])


def first_page(pair, user):
    """The piece that the first page asks for once it is there."""
    browser, where = pair.client(user), page(pair, "sign_counts")
    assert f'hx-get="{where}"' in browser.get("/").content.decode()
    return browser.get(where, headers={"HX-Request": "true"}).content.decode()


def test_r10_what_a_young_person_told_the_co_ordinators_is_no_sign_to_others(pair):
    """The co-ordinator is told; the mentor's supervisor and a lead read nothing of it on any page."""
    low(pair)
    with on(pair, 4):
        show, both = page(pair, "match_show", pair.match.pk), page(pair, "sign_list")
        for where in (show, both, page(pair, "sign_note_add", pair.match.pk)):
            assert "is not going well" in pair.client(pair.coordinator).get(where).content.decode()
            assert "is not going well" not in pair.client(pair.supervisor).get(where).content.decode()
        assert "is not going well" in first_page(pair, pair.coordinator)
        assert "is not going well" not in first_page(pair, pair.supervisor)


def test_r10_a_supervisor_neither_answers_nor_finds_out_what_they_may_not_read(pair):
    """A private red and nothing else: their note is refused as on any other day, and with a sign of their own to write
    about, it leaves the co-ordinators' unanswered."""
    low(pair)
    where = page(pair, "sign_note_add", pair.match.pk)
    with on(pair, 4):
        assert pair.client(pair.supervisor).post(where, {"words": "All well."}).status_code == 422
    low(pair, 16)
    with on(pair, 17):
        pair.client(pair.supervisor).post(where, {"words": "Supervision is planned."})
        assert SignNote.objects.get().keys == ["silence", "supervision"]
        assert pair.coordinator.pk in [due.recipient_id for due in match_to_look_at(timezone.now())]


def test_r10_what_was_said_weeks_ago_or_was_followed_up_is_no_sign(pair):
    low(pair, 3)
    assert "answers" in keys(pair, 3)
    assert "answers" not in keys(pair, 3 + 28)
    Pulse.objects.update(followed_up_at=pair.start)
    assert "answers" not in keys(pair, 3)


def test_r10_a_match_whose_co_ordinator_has_gone_is_told_to_those_who_are_there(pair):
    Match.objects.update(co_ordinator=pair.outsider)
    with on(pair, 22):
        assert {due.recipient_id for due in match_to_look_at(timezone.now())} == {pair.coordinator.pk}


def test_r10_staff_who_are_one_of_the_two_see_no_sign_of_their_own(pair):
    membership_grant(scheme=pair.scheme, user=pair.mentor, role="coordinator", by=pair.manager)
    low(pair)
    with on(pair, 30):
        browser = pair.client(pair.mentor)
        assert "Zofia and Jay" not in browser.get(page(pair, "sign_list")).content.decode()
        assert browser.get(page(pair, "sign_note_add", pair.match.pk)).status_code == 404
        assert "Zofia and Jay" not in first_page(pair, pair.mentor)
        assert pair.mentor.pk not in [due.recipient_id for due in match_to_look_at(timezone.now())]
        with pytest.raises(Refused):
            actions.sign_note_add(match=pair.match, words="All well", signs=["any"], by=pair.mentor)


def test_r10_every_red_asks_for_a_note_and_the_note_answers_it(pair):
    with on(pair, 22):
        dues = list(match_to_look_at(timezone.now()))
        assert {due.recipient_id for due in dues} == {pair.coordinator.pk}
        browser = pair.client(pair.coordinator)
        assert "Zofia and Jay" in first_page(pair, pair.coordinator)
        where = page(pair, "sign_note_add", pair.match.pk)
        assert browser.post(where, {"words": ""}).status_code == 422
        browser.post(where, {"words": "Rang both. Exams; they meet on Friday."})
        note = SignNote.objects.get()
        assert (note.tone, "silence" in note.keys) == ("bad", True)
        assert "Zofia and Jay" not in first_page(pair, pair.coordinator)
        assert list(match_to_look_at(timezone.now())) == []
        assert "they meet on Friday" in browser.get(page(pair, "match_show", pair.match.pk)).content.decode()
    with on(pair, 51):
        assert list(match_to_look_at(timezone.now())), "still red four weeks later: somebody looks again"


def test_r10_a_red_without_a_note_for_seven_days_is_told_to_the_manager(pair):
    with on(pair, 29):
        told = {(due.recipient_id, due.step) for due in match_to_look_at(timezone.now())}
    assert (pair.manager.pk, "manager") in told


def test_r10_no_sign_closes_or_changes_anything(pair):
    with on(pair, 200):
        before = Match.objects.values().get(pk=pair.match.pk)
        list(match_to_look_at(timezone.now()))
        pair.client(pair.coordinator).get(page(pair, "sign_list"))
    assert Match.objects.values().get(pk=pair.match.pk) == before


def test_r10_many_matches_cost_as_many_queries_as_one(pair):
    with CaptureQueriesContext(connection) as asked:
        queries.watched(Match.objects.all(), timezone.now() + timedelta(days=30))
    assert len(asked) <= 14
