"""L6, A4: after a session the mentor is asked in two lines how it was for them; a hard one brings somebody to ring."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from matching.models import Debrief, Match
from matching.relationships.actions import session_log
from matching.supervision.actions import supervision_plan, supervision_record
from matching.support import actions
from matching.support.debriefs import debrief_asked, hard_sessions
from matching.support.home import today_rows
from matching.support.reminders import session_hard
from mentoring.transitions import Refused
from schemes.people.actions import membership_grant, volunteer_edit
from schemes.people.models import Membership

HARD = {"feeling": "hard", "words": "It brought things back.", "talk_over": "How not to take it home"}


@pytest.fixture
def met(pair):
    """They met yesterday, four weeks after they were introduced: `pair.session`."""
    ago = timezone.localdate() - timedelta(days=28)
    Match.objects.filter(pk=pair.match.pk).update(introduced_on=ago)
    volunteer_edit(volunteer=pair.volunteer, changes={"supervisor": pair.supervisor}, by=pair.coordinator)
    pair.match.refresh_from_db()
    pair.session = held(pair)
    return pair


def held(pair, days=-1, feeling="ok", **more):
    said = {"outcome": "held", "minutes": 60, "channel": "in-person", "mentor_feeling": feeling, **more}
    return session_log(
        match=pair.match, planned_at=timezone.now() + timedelta(days=days), **said, by=pair.mentor,
    )  # fmt: skip


def asked(pair, days=0):
    return debrief_asked(Match.objects.get(pk=pair.match.pk), timezone.localdate() + timedelta(days=days))


def say(pair, session=None, **said):
    return actions.debrief_say(session=session or pair.session, **(HARD | said), by=pair.mentor)


def first_page(pair, person) -> str:
    return pair.client(person).get("/").content.decode()


def test_l6_the_mentor_is_asked_for_some_days_and_never_twice(met):
    assert asked(met) == met.session
    assert asked(met, days=5) is None
    page = met.client(met.mentor).get("/me/").content.decode()
    assert " for you?" in page
    assert reverse("matching:debrief_say", args=[met.session.pk]) in page
    say(met, feeling="good", talk_over="")
    assert asked(met) is None


def test_a4_nobody_is_asked_after_half_a_year(met):
    Match.objects.filter(pk=met.match.pk).update(introduced_on=timezone.localdate() - timedelta(days=200))
    assert asked(met) is None


def test_l6_two_lines_are_written_and_read_by_those_behind_the_mentor(met):
    where = reverse("matching:debrief_say", args=[met.session.pk])
    assert met.client(met.mentor).post(where, {"words": "So-so"}).status_code == 422
    met.client(met.mentor).post(where, HARD)
    debrief = Debrief.objects.get()
    assert (debrief.feeling, debrief.talk_over, debrief.wants_talk) == ("hard", HARD["talk_over"], True)
    match_page = reverse("matching:match_show", args=[met.scheme.slug, met.match.pk])
    for person in (met.supervisor, met.coordinator, met.lead):
        assert "brought things back" in met.client(person).get(match_page).content.decode()
    assert met.client(met.mentee).get(where).status_code == 404
    for page in ("/me/", reverse("matching:session_list_mine", args=[met.match.pk])):
        assert "brought things back" not in met.client(met.mentee).get(page).content.decode()


def test_l6_only_the_mentor_says_how_it_was_for_them(met):
    with pytest.raises(Refused, match="Only the mentor"):
        actions.debrief_say(session=met.session, feeling="good", by=met.coordinator)


def test_l6_a_hard_session_stands_on_the_supervisors_first_page_until_they_have_spoken(met):
    assert hard_sessions() == []
    say(met)
    words = "Zofia had a hard session"
    assert words in first_page(met, met.supervisor)
    assert words not in first_page(met, met.coordinator), "they have a supervisor, who rings"
    assert {due.recipient_id for due in session_hard(timezone.now())} == {met.supervisor.pk}
    later = {due.recipient_id for due in session_hard(timezone.now() + timedelta(days=3))}
    assert later == {met.supervisor.pk, met.coordinator.pk}
    actions.check_in_add(
        match=met.match, side="mentor", spoken_on=timezone.localdate(), how="phone", words="We talked it over.",
        by=met.supervisor,
    )  # fmt: skip
    assert hard_sessions() == []
    assert words not in first_page(met, met.supervisor)


def test_l6_one_tap_in_the_log_is_enough_and_a_supervision_afterwards_too(met):
    session = held(met, days=-0.5, feeling="not-good")
    assert hard_sessions() == [session]
    (supervision,) = supervision_plan(
        volunteers=[met.volunteer], supervisor=met.supervisor, planned_at=timezone.now(), by=met.supervisor
    )
    supervision_record(supervision=supervision, outcome="held", notes={}, by=met.supervisor)
    assert hard_sessions() == []


@pytest.mark.parametrize(("is_peer", "found"), [(False, 0), (True, 1)])
def test_l6_a_peer_mentors_hard_session_counts_at_any_time(met, is_peer, found):
    Match.objects.filter(pk=met.match.pk).update(introduced_on=timezone.localdate() - timedelta(days=400))
    volunteer_edit(volunteer=met.volunteer, changes={"is_peer": is_peer}, by=met.coordinator)
    say(met)
    assert len(hard_sessions()) == found


def test_l6_without_a_supervisor_the_co_ordinators_hear_at_once(met):
    say(met)
    volunteer_edit(volunteer=met.volunteer, changes={"supervisor": None}, by=met.coordinator)
    assert "Zofia had a hard session" in first_page(met, met.coordinator)
    assert {due.recipient_id for due in session_hard(timezone.now())} == {met.coordinator.pk}


def spoken(pair, by, words="We talked it over."):
    return actions.check_in_add(
        match=pair.match, side="mentor", spoken_on=timezone.localdate(), how="phone", words=words, by=by
    )


def supervised(met):
    (supervision,) = supervision_plan(
        volunteers=[met.volunteer], supervisor=met.supervisor, planned_at=timezone.now(), by=met.supervisor
    )
    supervision_record(supervision=supervision, outcome="held", notes={}, by=met.supervisor)


@pytest.mark.parametrize("talk", ["check-in", "supervision"])
def test_l6_a_word_before_they_said_how_it_was_is_none_about_it(met, talk):
    if talk == "check-in":
        spoken(met, met.supervisor)
    else:
        supervised(met)
    later = timezone.now() + timedelta(days=1)
    with time_machine.travel(later):
        say(met, feeling="mixed")
        assert hard_sessions() == [met.session]
        assert {due.due_on for due in session_hard(timezone.now())} == {timezone.localdate()}
        rows = today_rows(met.actor(met.supervisor), timezone.now())
        (row,) = (row for row in rows if "hard session" in row.words)
        assert row.due_on == timezone.localdate()
        spoken(met, met.supervisor, "Now we did.")
        assert hard_sessions() == []


def test_l6_a_good_word_written_later_opens_nothing_that_was_talked_over(met):
    held(met, days=-0.5, feeling="not-good")
    spoken(met, met.supervisor)
    say(met, feeling="good", talk_over="")
    assert hard_sessions() == []


def test_l6_a_meeting_that_was_cut_short_counts_as_any_other(met):
    short = held(met, days=-0.5, feeling="not-good", outcome="partly", reason="ill")
    assert hard_sessions() == [short]
    assert asked(met) == short
    where = reverse("matching:debrief_say", args=[short.pk])
    assert met.client(met.mentor).get(where).status_code == 200
    say(met, short)
    assert hard_sessions() == [short]


def test_l6_whoever_is_the_young_person_reads_nothing_of_a_hard_session(met):
    membership_grant(scheme=met.scheme, user=met.mentee, role="coordinator", by=met.manager)
    say(met)
    for behind in (None, met.mentee):
        volunteer_edit(volunteer=met.volunteer, changes={"supervisor": behind}, by=met.coordinator)
        assert "had a hard session" not in first_page(met, met.mentee)
        assert "had a hard session" in first_page(met, met.coordinator)
        assert {due.recipient_id for due in session_hard(timezone.now())} == {met.coordinator.pk}


def test_l6_a_supervisor_who_left_this_scheme_reads_nothing_and_the_co_ordinators_hear(met):
    say(met)
    membership_grant(scheme=met.other_scheme, user=met.supervisor, role="supervisor", by=met.outsider)
    Membership.objects.filter(scheme=met.scheme, user=met.supervisor).update(ended_at=timezone.now())
    assert "had a hard session" not in first_page(met, met.supervisor)
    assert "Zofia had a hard session" in first_page(met, met.coordinator)
    assert {due.recipient_id for due in session_hard(timezone.now())} == {met.coordinator.pk}
