"""When they meet, in each one's own calendar: a private link that can be made anew and switched off (S13)."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from matching.endings.actions import match_ending_begin
from matching.models import CalendarFeed
from matching.pairing.actions import match_introduce
from matching.pairing.meetings.actions import meeting_plan
from matching.relationships.actions import session_log, session_plan
from matching.relationships.calendar.actions import calendar_make, calendar_stop
from matching.tests.readying import accepted, may_be_introduced, mentee_ready, mentor_ready, proposed
from matching.tests.relationships.phone import words
from mentoring.audit.models import AuditEntry
from schemes.people.tokens import token_hash

pytestmark = pytest.mark.django_db


@pytest.fixture
def planned(pair):
    pair.at = (timezone.now() + timedelta(days=3)).replace(microsecond=0)
    pair.session = session_plan(match=pair.match, planned_at=pair.at, place="Café by the park", by=pair.mentor)
    return pair


def feed(token):
    """As a calendar asks for it: signed in nowhere."""
    return Client().get(reverse("matching:calendar_feed", args=[token]))


def events(answer):
    assert answer.status_code == 200
    return Calendar.from_ical(answer.content).walk("VEVENT")


@pytest.mark.parametrize("person", ["mentor", "mentee"])
def test_s13_the_feed_says_meeting_and_when_and_names_nobody(planned, person):
    answer = feed(calendar_make(with_place=False, by=getattr(planned, person)))
    [event] = events(answer)
    assert (str(event["SUMMARY"]), event["DTSTART"].dt, str(event.get("LOCATION", ""))) == ("Meeting", planned.at, "")
    assert "VTIMEZONE" in answer.content.decode()
    assert answer.headers["Cache-Control"] == "no-store"
    for word in ("Zofia", "Jay", "Café", "mentor", "Alongside mentoring", planned.scheme.name):
        assert word.lower() not in answer.content.decode().lower()


def test_s13_where_is_said_only_to_whoever_agreed_to_it(planned):
    [event] = events(feed(calendar_make(with_place=True, by=planned.mentor)))
    assert str(event["LOCATION"]) == "Café by the park"


def test_s13_made_anew_the_old_link_is_dead_and_switched_off_both_are(planned):
    first = calendar_make(with_place=False, by=planned.mentor)
    second = calendar_make(with_place=False, by=planned.mentor)
    assert [feed(first).status_code, feed(second).status_code] == [404, 200]
    calendar_stop(by=planned.mentor)
    assert feed(second).status_code == 404
    assert feed("made-up").status_code == 404
    verbs = AuditEntry.objects.filter(verb__startswith="calendar.").values_list("verb", flat=True)
    assert sorted(verbs) == ["calendar.made", "calendar.made", "calendar.stopped"]


def test_s13_the_link_is_kept_as_a_hash_and_shown_this_once(planned):
    client = planned.client(planned.mentee)
    page = client.post(reverse("matching:calendar_make"), {"with_place": "on"})
    token = page.context["link"].rsplit("/", 1)[1].removesuffix(".ics")
    kept = CalendarFeed.objects.get()
    assert (kept.owner, kept.token_hash, kept.with_place) == (planned.mentee, token_hash(token), True)
    assert token in words(page)
    assert token not in words(client.get(reverse("matching:calendar_show")))
    assert token not in str(vars(kept))


def test_s13_each_feed_holds_its_owners_meetings_alone_and_only_what_is_planned(planned):
    assert events(feed(calendar_make(with_place=True, by=planned.peer))) == []
    token = calendar_make(with_place=True, by=planned.mentor)
    with time_machine.travel(planned.at + timedelta(hours=1)):
        off = {"outcome": "called-off", "reason": "ill", "called_off_by": "mentor", "channel": "phone"}
        session_log(match=planned.match, session=planned.session, planned_at=planned.at, **off, by=planned.mentor)
    assert events(feed(token)) == []


def test_s15_access_ends_with_the_match_and_with_the_account(planned):
    token = calendar_make(with_place=True, by=planned.mentee)
    assert len(events(feed(token))) == 1
    type(planned.match).objects.filter(pk=planned.match.pk).update(state="ended")
    assert events(feed(token)) == []
    type(planned.mentee).objects.filter(pk=planned.mentee.pk).update(is_active=False)
    assert feed(token).status_code == 404


def test_s13_a_mentor_who_left_reads_nothing_more(planned):
    token = calendar_make(with_place=True, by=planned.mentor)
    match_ending_begin(match=planned.match, why="Moving", by=planned.coordinator)
    assert len(events(feed(token))) == 1
    type(planned.volunteer).objects.filter(pk=planned.volunteer.pk).update(state="left")
    assert events(feed(token)) == []


def test_s12_a_first_meeting_is_in_it_too(cast):
    volunteer, young_person = mentor_ready(cast, cast.volunteer), mentee_ready(cast, cast.young_person)
    match = may_be_introduced(cast, accepted(cast, proposed(cast, volunteer, young_person)))
    match = match_introduce(match=match, by=cast.coordinator)
    at = timezone.now() + timedelta(days=2)
    where = {"place_kind": "public", "place": "Library", "staff": cast.coordinator}
    meeting_plan(match=match, planned_at=at, **where, by=cast.coordinator)
    [event] = events(feed(calendar_make(with_place=False, by=cast.mentee)))
    assert str(event["SUMMARY"]) == "Meeting"


def test_s13_one_session_is_put_in_the_calendar_by_either_of_the_two(planned):
    address = reverse("matching:session_calendar", args=[planned.session.pk])
    for user in (planned.mentor, planned.mentee):
        client = planned.client(user)
        assert address in words(client.get("/me/"))
        [event] = events(client.get(address))
        assert (str(event["SUMMARY"]), str(event["LOCATION"])) == ("Meeting", "Café by the park")
    assert planned.client(planned.peer).get(address).status_code == 404
    assert planned.client(planned.coordinator).get(address).status_code == 404
