"""S14: the agenda comes from the records when it is opened, as far as whoever opens it may read; what was agreed is
followed until it is done."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from matching.models import SupervisionAction, SupervisionPoint
from matching.relationships.pulses.actions import pulse_add_words
from matching.supervision.agenda.actions import supervision_point_add
from matching.supervision.agenda.queries import agenda_of
from matching.supervision.following.actions import Todo, supervision_action_close
from matching.supervision.reminders import supervision_action_due
from matching.support.actions import debrief_say
from matching.tests.readying import mentor_ready
from matching.tests.supervision.made import planned, recorded
from mentoring.transitions import Refused
from schemes.people.actions import volunteer_edit


@pytest.fixture
def opened(world):
    """The supervision ahead of a mentor whom Lou supervises, and who has had a hard session."""
    volunteer_edit(volunteer=world.volunteer, changes={"supervisor": world.supervisor}, by=world.coordinator)
    debrief_say(session=world.held_session, feeling="hard", words="Quartzpie it was loud", by=world.mentor)
    return world


def page(world, reader, supervision=None):
    keys = [world.scheme.slug, (supervision or world.supervision).pk]
    return world.client(reader).get(reverse("matching:supervision_record", args=keys)).content.decode()


def test_s14_sessions_hard_ones_signs_and_points_stand_on_the_agenda(opened):
    supervision_point_add(volunteer=opened.volunteer, words="Late texts", by=opened.mentor)
    shown = page(opened, opened.supervisor)
    for words in ("met ", "Quartzpie it was loud", "Late texts", "Bring the next three dates", "From the records"):
        assert words in shown, words


def test_s14_the_agenda_is_read_anew_each_time(opened):
    agenda = agenda_of(opened.supervision, opened.actor(opened.supervisor).within(opened.scheme), timezone.now())
    before = len(agenda.actions)
    supervision_action_close(action=agenda.actions[0], outcome="done", by=opened.supervisor)
    again = agenda_of(opened.supervision, opened.actor(opened.supervisor).within(opened.scheme), timezone.now())
    assert len(again.actions) == before - 1


def test_s14_what_a_young_person_says_in_private_never_stands_there(opened):
    pulse_add_words(match=opened.match, words="Quartzsnipe never on time", by=opened.mentee)
    for reader in (opened.supervisor, opened.coordinator):
        assert "Quartzsnipe" not in page(opened, reader)
        agenda = agenda_of(opened.supervision, opened.actor(reader).within(opened.scheme), timezone.now())
        words = [line.words for _, lines in agenda.parts for line in lines]
        assert not any("is not going well" in one for one in words)


def test_s14_a_supervisor_who_stands_in_reads_no_sessions_of_anothers_mentor(opened):
    volunteer_edit(volunteer=opened.volunteer, changes={"supervisor": opened.coordinator}, by=opened.coordinator)
    shown = page(opened, opened.supervisor)
    assert "Quartzpie" not in shown
    assert "another supervisor" in shown


def test_s14_the_mentor_sees_their_own_points_and_staff_all(opened):
    supervision_point_add(volunteer=opened.volunteer, words="Quartzjay my own", by=opened.mentor)
    supervision_point_add(volunteer=opened.volunteer, words="Quartzrail of staff", by=opened.supervisor)
    mine = opened.client(opened.mentor).get("/me/supervision/").content.decode()
    assert "Quartzjay" in mine
    assert "Quartzrail" not in mine
    shown = page(opened, opened.coordinator)
    assert "Quartzjay" in shown
    assert "Quartzrail" in shown
    assert "Quartzjay" not in page(opened, opened.lead)


def test_s14_what_was_not_talked_about_waits_for_the_next_time(cast):
    mentor = mentor_ready(cast, cast.volunteer)
    first = planned(cast, mentor, days=-1)
    one, two = (supervision_point_add(volunteer=mentor, words=words, by=cast.mentor) for words in ("One", "Two"))
    where = reverse("matching:supervision_record", args=[cast.scheme.slug, first.pk])
    sent = {"outcome": "held", "settled": [str(one.pk)], "do_1": "Ring the school", "who_1": "mentor"}
    sent |= {"do_2": "Find a place", "who_2": str(cast.supervisor.pk), "by_2": "tomorrow"}
    assert cast.client(cast.supervisor).post(where, sent).status_code == 302
    assert list(SupervisionPoint.objects.open()) == [two]
    agreed = {action.words: action for action in SupervisionAction.objects.all()}
    assert agreed["Ring the school"].is_mentors
    assert agreed["Ring the school"].due_on == timezone.localdate() + timedelta(days=14)
    assert agreed["Find a place"].owner == cast.supervisor
    following = page(cast, cast.supervisor, planned(cast, mentor, days=20))
    for words in ("Two", "Ring the school", "Find a place"):
        assert words in following


def test_a_missed_one_settles_nothing_and_agrees_nothing(cast):
    mentor = mentor_ready(cast, cast.volunteer)
    point = supervision_point_add(volunteer=mentor, words="One", by=cast.mentor)
    todo = [Todo("Ring", timezone.localdate())]
    recorded(cast, planned(cast, mentor, days=-1), "missed", settled=[point], to_do=todo)
    assert list(SupervisionPoint.objects.open()) == [point]
    assert not SupervisionAction.objects.exists()


def test_a_point_is_taken_back_by_whoever_wrote_it_alone(cast):
    mentor = mentor_ready(cast, cast.volunteer)
    point = supervision_point_add(volunteer=mentor, words="One", by=cast.mentor)
    where = reverse("matching:supervision_point_drop", args=[point.pk])
    for other in (cast.supervisor, cast.peer):
        assert cast.client(other).post(where).status_code == 404
    assert cast.client(cast.mentor).post(where).status_code == 302
    assert not SupervisionPoint.objects.exists()


@pytest.fixture
def agreed(cast):
    """One thing of the mentor's, one of the supervisor's, both for tomorrow."""
    mentor, due = mentor_ready(cast, cast.volunteer), timezone.localdate() + timedelta(days=1)
    todo = [Todo("Ring the school", due), Todo("Find a place", due, cast.supervisor)]
    held = recorded(cast, planned(cast, mentor, days=-1), to_do=todo)
    cast.own, cast.theirs = held.actions.get(owner=None), held.actions.exclude(owner=None).get()
    return cast


def test_s14_the_mentor_ticks_their_own_and_lets_nothing_of_staff_go(agreed):
    where = reverse("matching:my_supervision_action_done", args=[agreed.theirs.pk])
    assert agreed.client(agreed.mentor).post(where).status_code == 404
    with pytest.raises(Refused):
        supervision_action_close(action=agreed.theirs, outcome="done", by=agreed.mentor)
    agreed.client(agreed.mentor).post(reverse("matching:my_supervision_action_done", args=[agreed.own.pk]))
    agreed.own.refresh_from_db()
    assert (agreed.own.outcome, agreed.own.closed_by) == ("done", agreed.mentor)


def test_s14_something_is_let_go_only_with_a_reason(agreed):
    where = reverse("matching:supervision_action_drop", args=[agreed.scheme.slug, agreed.theirs.pk])
    assert agreed.client(agreed.supervisor).post(where, {"because": " "}).status_code == 422
    agreed.client(agreed.supervisor).post(where, {"because": "They found one."})
    agreed.theirs.refresh_from_db()
    assert (agreed.theirs.outcome, agreed.theirs.because) == ("dropped", "They found one.")


def test_s14_its_owner_is_reminded_on_the_day_and_the_supervisor_a_week_later(agreed):
    def told(**later):
        found = supervision_action_due(timezone.now() + timedelta(**later))
        return {(due.object_key.split(":")[-1], due.recipient_id) for due in found}

    assert told(days=0) == set()
    own, theirs = str(agreed.own.pk), str(agreed.theirs.pk)
    assert told(days=1) == {(own, agreed.mentor.pk), (theirs, agreed.supervisor.pk)}
    assert told(days=8) == {*told(days=1), (own, agreed.supervisor.pk)}
    supervision_action_close(action=agreed.own, outcome="done", by=agreed.mentor)
    assert told(days=8) == {(theirs, agreed.supervisor.pk)}


def test_s14_what_staff_said_they_would_do_stands_on_their_first_page(agreed):
    page = agreed.client(agreed.supervisor).get("/").content.decode()
    assert "You said you would: Find a place" in page
    assert "Ring the school" not in page
