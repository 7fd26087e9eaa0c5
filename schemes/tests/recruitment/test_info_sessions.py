"""S9: information sessions: booked by anybody, never oversold, a queue that moves up, whoever came goes on."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier
from unittest import mock
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from mentoring.transitions import Refused
from schemes.people.models import Volunteer
from schemes.recruitment.actions import campaign_add
from schemes.recruitment.models import InfoBooking, InfoSession
from schemes.recruitment.sessions import actions
from schemes.recruitment.sessions.actions import (
    info_booking_cancel,
    info_booking_make,
    info_places_remind,
    info_register_mark,
    info_session_add,
    info_session_cancel,
    info_session_edit,
    info_walk_in,
)
from schemes.tests.people import joining_world as way

LONDON = ZoneInfo("Europe/London")
JOIN = "/join/sheffield/"
STAFF = "/schemes/sheffield/people/information-sessions/"


@pytest.fixture(autouse=True)
def nobody_came_before(cast):
    cache.clear()


@pytest.fixture
def evening(cast):
    """Two places, in a week."""
    return plan(cast, places=2)


def plan(world, places=2, starts_at=None):
    starts_at = starts_at or timezone.now() + timedelta(days=7)
    return info_session_add(
        scheme=world.scheme, starts_at=starts_at, minutes=60, place="Town hall", places=places, by=world.coordinator
    )


def book(session, name, **reach):
    booking, _ = info_booking_make(session=session, name=name, **(reach or {"email": f"{name.lower()}@x.example"}))
    return booking


def held(session):
    """The same session, this morning."""
    InfoSession.objects.filter(pk=session.pk).update(starts_at=timezone.now() - timedelta(hours=1))
    session.refresh_from_db()
    return session


def outcomes(session):
    return list(session.bookings.order_by("created_at").values_list("name", "outcome"))


# --- places ---------------------------------------------------------------------------------------------------------
def test_places_are_given_until_they_are_gone_then_people_wait(evening):
    for name in ("Ann", "Bea", "Cal"):
        book(evening, name)
    assert outcomes(evening) == [("Ann", "booked"), ("Bea", "booked"), ("Cal", "waiting")]


def test_the_last_place_is_given_once_even_to_two_who_saw_it_free(cast):
    """Two requests that both read "one place left": the count is one statement, and the database holds it too."""
    session = plan(cast, places=1)
    stale = InfoSession.objects.get(pk=session.pk)
    with mock.patch.object(actions, "locked", lambda row: row):
        first, second = book(session, "Ann"), book(stale, "Bea")
    assert (first.outcome, second.outcome) == ("booked", "waiting")
    with pytest.raises(IntegrityError), transaction.atomic():
        InfoSession.objects.filter(pk=session.pk).update(taken=2)


def test_whoever_waited_longest_moves_up_and_is_told(evening, django_capture_on_commit_callbacks):
    ann, _, _, _ = (book(evening, name) for name in ("Ann", "Bea", "Cal", "Dan"))
    with django_capture_on_commit_callbacks(execute=True):
        info_booking_cancel(booking=ann)
    assert outcomes(evening) == [("Ann", "cancelled"), ("Bea", "booked"), ("Cal", "booked"), ("Dan", "waiting")]
    told = mail.outbox[-1]
    assert told.to == ["cal@x.example"]
    assert "You have a place" in told.body
    with pytest.raises(Refused):
        info_booking_cancel(booking=ann)


def test_whoever_gives_back_a_turn_in_the_queue_moves_nobody_else_up(evening):
    for name in ("Ann", "Bea", "Cal"):
        book(evening, name)
    info_booking_cancel(booking=evening.bookings.get(name="Cal"))
    evening.refresh_from_db()
    assert evening.taken == 2


def test_more_places_go_to_the_queue_and_fewer_than_are_taken_are_refused(cast, evening):
    for name in ("Ann", "Bea", "Cal"):
        book(evening, name)
    info_session_edit(session=evening, changes={"places": 3}, by=cast.coordinator)
    assert evening.bookings.filter(outcome="booked").count() == 3
    with pytest.raises(Refused):
        info_session_edit(session=evening, changes={"places": 2}, by=cast.coordinator)


def test_booking_again_with_the_same_address_takes_no_second_place(evening):
    book(evening, "Ann", email="ann@x.example")
    book(evening, "Annie", email="ANN@x.example")
    assert outcomes(evening) == [("Ann", "booked")]
    with pytest.raises(IntegrityError), transaction.atomic():
        InfoBooking.objects.create(
            session=evening, name="Ann", email="Ann@x.example", outcome="waiting", token_hash="x" * 64
        )


def test_nobody_books_what_is_over_or_cancelled(cast, evening):
    info_session_cancel(session=evening, by=cast.coordinator)
    with pytest.raises(Refused):
        book(evening, "Ann")
    with pytest.raises(Refused):
        book(held(plan(cast)), "Ann")


def test_whoever_booked_is_told_when_it_is_cancelled(cast, evening, django_capture_on_commit_callbacks):
    book(evening, "Ann")
    book(evening, "Bea", phone="07700 900123")
    with django_capture_on_commit_callbacks(execute=True):
        info_session_cancel(session=evening, by=cast.coordinator)
    assert [message.to for message in mail.outbox if "cancelled" in message.subject] == [["ann@x.example"]]


def test_another_day_or_place_is_told_to_all_who_booked_and_nothing_else_is(
    cast, evening, django_capture_on_commit_callbacks
):
    for name in ("Ann", "Bea", "Cal"):
        book(evening, name)
    book(plan(cast), "Dan")
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        info_session_edit(session=evening, changes={"minutes": 90, "place": evening.place}, by=cast.coordinator)
    assert mail.outbox == []
    with django_capture_on_commit_callbacks(execute=True):
        info_session_edit(session=evening, changes={"place": "Library"}, by=cast.coordinator)
    assert sorted(message.to[0] for message in mail.outbox) == ["ann@x.example", "bea@x.example", "cal@x.example"]
    assert all("Library" in message.body and "/place/" in message.body for message in mail.outbox)


def test_a_cancelled_session_is_changed_no_more(cast, evening):
    info_session_cancel(session=evening, by=cast.coordinator)
    with pytest.raises(Refused, match="cancelled"):
        info_session_edit(session=evening, changes={"place": "Library"}, by=cast.coordinator)


def test_whoever_has_a_place_is_reminded_once_the_day_before(cast, evening, django_capture_on_commit_callbacks):
    """Those who wait, gave it back, left no address or booked today are not."""
    gone, _, _, _ = book(evening, "Ann"), book(evening, "Bea"), book(evening, "Cal"), book(evening, "Dan")
    info_booking_cancel(booking=gone)
    with time_machine.travel(evening.starts_at - timedelta(days=3), tick=False):
        assert info_places_remind(at=timezone.now()) == 0
    with time_machine.travel(evening.starts_at - timedelta(hours=20), tick=False):
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            assert (info_places_remind(at=timezone.now()), info_places_remind(at=timezone.now())) == (2, 0)
        assert sorted(message.to[0] for message in mail.outbox) == ["bea@x.example", "cal@x.example"]
        info_session_edit(session=evening, changes={"place": "Library"}, by=cast.coordinator)
        assert info_places_remind(at=timezone.now()) == 2


# --- whoever came goes on -------------------------------------------------------------------------------------------
def test_whoever_came_gets_a_record_and_the_application_and_keeps_the_source(
    cast, evening, django_capture_on_commit_callbacks
):
    radio = campaign_add(scheme=cast.scheme, channel="Radio", began_on=date(2026, 1, 5), cost=0, by=cast.coordinator)
    ann, _ = info_booking_make(session=evening, name="Ann", email="ann@x.example", heard_from=radio)
    bea = book(evening, "Bea")
    with django_capture_on_commit_callbacks(execute=True):
        marked = {ann.pk: "attended", bea.pk: "missed"}
        info_register_mark(session=held(evening), outcomes=marked, by=cast.coordinator)
    volunteer = Volunteer.objects.get(email="ann@x.example")
    assert (volunteer.state, volunteer.heard_from) == ("enquired", radio)
    assert not Volunteer.objects.filter(name="Bea").exists()
    assert mail.outbox[-1].subject == "Your volunteer application"
    ann.refresh_from_db()
    assert ann.volunteer == volunteer


def test_whoever_came_and_is_known_is_found_and_not_added_again(cast, evening):
    known = way._volunteer(cast, "Ann Reid", "ann@x.example")
    ann, kim = book(evening, "Ann"), book(evening, "Kim", phone="07700 900123")
    for _ in range(2):
        marked = {ann.pk: "attended", kim.pk: "attended"}
        info_register_mark(session=held(evening), outcomes=marked, by=cast.coordinator)
    ann.refresh_from_db()
    assert ann.volunteer == known
    assert Volunteer.objects.filter(name="Kim").count() == 1


def test_somebody_at_the_door_goes_on_like_the_others_even_beyond_the_limit(cast, evening):
    ann, _ = book(evening, "Ann"), book(evening, "Bea")
    with pytest.raises(Refused):
        info_walk_in(session=evening, name="Cal", phone="07700 900123", by=cast.coordinator)
    url, client = f"{STAFF}{held(evening).pk}/", cast.client(cast.coordinator)
    assert client.post(url + "walk-in/", {"door-name": "Cal"}).status_code == 422
    assert client.post(url + "walk-in/", {"door-name": "Cal", "door-phone": "07700 900123"}).status_code == 302
    assert client.post(url + "walk-in/", {"door-name": "Ann R", "door-email": "ANN@x.example"}).status_code == 302
    assert outcomes(evening) == [("Ann", "attended"), ("Bea", "booked"), ("Cal", "attended")]
    assert Volunteer.objects.get(name="Cal").state == "enquired"
    ann.refresh_from_db()
    assert ann.volunteer.email == "ann@x.example"


def test_the_register_opens_on_the_day(cast, evening):
    ann = book(evening, "Ann")
    with pytest.raises(Refused):
        info_register_mark(session=evening, outcomes={ann.pk: "attended"}, by=cast.coordinator)


def test_the_register_is_kept_on_its_page(cast, evening):
    ann, bea = book(evening, "Ann"), book(evening, "Bea")
    url, client = f"{STAFF}{held(evening).pk}/", cast.client(cast.coordinator)
    assert "Keep the register" in client.get(url).content.decode()
    sent = {f"place_{ann.pk.hex}": "attended", f"place_{bea.pk.hex}": "missed"}
    assert client.post(url + "register/", {**sent, f"place_{bea.pk.hex}": "nonsense"}).status_code == 422
    assert client.post(url + "register/", sent).status_code == 302
    assert outcomes(evening) == [("Ann", "attended"), ("Bea", "missed")]


def test_staff_plan_and_change_a_session(cast):
    client, soon = cast.client(cast.coordinator), timezone.localdate() + timedelta(days=10)
    sent = {"day": soon.isoformat(), "time": "18:30", "minutes": "60", "place": "Library", "places": "12"}
    assert client.post(STAFF + "add/", {**sent, "places": "0"}).status_code == 422
    assert client.post(STAFF + "add/", sent).status_code == 302
    session = InfoSession.objects.get(place="Library")
    assert timezone.localtime(session.starts_at).strftime("%H:%M") == "18:30"
    book(session, "Ann")
    book(session, "Bea")
    refused = client.post(f"{STAFF}{session.pk}/edit/", {**sent, "places": "1", "place": "Hall"})
    assert refused.status_code == 422
    assert "Hall" in refused.content.decode()
    assert client.post(f"{STAFF}{session.pk}/edit/", {**sent, "place": "Hall"}).status_code == 302


# --- the public pages -----------------------------------------------------------------------------------------------
def test_anybody_books_without_an_account_and_gives_the_place_back(cast, client, evening):
    assert "Town hall" in client.get(JOIN + "sessions/").content.decode()
    url = f"{JOIN}sessions/{evening.pk}/"
    assert client.post(url, {"name": "Ann"}).status_code == 422
    place = client.post(url, {"name": "Ann", "phone": "07700 900123"}).headers["Location"]
    assert "You have a place" in client.get(place).content.decode()
    assert client.post(place + "cancel/").headers["Location"] == JOIN + "thanks/place-back/"
    assert client.get(place).status_code == client.post(place + "cancel/").status_code == 404
    assert outcomes(evening) == [("Ann", "cancelled")]


def test_the_answer_is_the_same_whether_an_address_is_known_or_not(cast, client, evening):
    """Nobody learns from outside who has a place; the link goes to the mailbox only."""
    url = f"{JOIN}sessions/{evening.pk}/"
    answers = [client.post(url, {"name": "Ann", "email": "ann@x.example"}) for _ in range(2)]
    assert {answer.headers["Location"] for answer in answers} == {JOIN + "thanks/session/"}


def test_a_booking_by_the_link_of_a_campaign_knows_its_source(cast, client, evening):
    radio = campaign_add(scheme=cast.scheme, channel="Radio", began_on=date(2026, 1, 5), cost=0, by=cast.coordinator)
    client.post(f"{JOIN}sessions/{evening.pk}/?from={radio.code}", {"name": "Ann", "email": "ann@x.example"})
    assert evening.bookings.get().heard_from == radio


def test_a_link_ends_with_the_session_and_opens_under_its_own_scheme_only(client, evening):
    _, token = info_booking_make(session=evening, name="Ann", email="ann@x.example")
    assert client.get(f"{JOIN}place/{token}/").status_code == 200
    assert client.get(f"/join/leeds/place/{token}/").status_code == 404
    assert client.get(f"{JOIN}place/{token}x/").status_code == 404
    InfoSession.objects.filter(pk=evening.pk).update(starts_at=timezone.now() - timedelta(days=2))
    assert client.get(f"{JOIN}place/{token}/").status_code == 404


def test_a_machine_books_nothing_and_a_mailbox_is_not_flooded(cast, client, evening):
    url = f"{JOIN}sessions/{evening.pk}/"
    client.post(url, {"name": "Bot", "email": "bot@x.example", "website": "spam"})
    assert outcomes(evening) == []
    for _ in range(6):
        assert client.post(url, {"name": "Ann", "email": "ann@x.example"}).status_code == 302
    from mentoring.notices.models import Letter

    assert Letter.objects.filter(to="ann@x.example").count() <= 3


# --- the calendar file ----------------------------------------------------------------------------------------------
def test_the_calendar_file_is_downloaded_by_the_private_link(client, evening):
    _, token = info_booking_make(session=evening, name="Ann", email="ann@x.example")
    answer = client.get(f"{JOIN}place/{token}/calendar.ics")
    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert b"Ann" not in answer.content


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    connection.vendor == "sqlite", reason="SQLite lets one write at a time; the test above stands for it"
)
def test_eight_who_book_at_the_same_moment_share_three_places(cast):
    """Given three places, when eight people press at once, then three have one and five wait."""
    session, gate = plan(cast, places=3), Barrier(8)

    def press(number):
        try:
            gate.wait(timeout=20)
            return book(InfoSession.objects.get(pk=session.pk), f"Person{number}").outcome
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as crowd:
        met = list(crowd.map(press, range(8)))
    assert sorted(met) == ["booked"] * 3 + ["waiting"] * 5
    session.refresh_from_db()
    assert session.taken == 3


def test_the_list_of_sessions_asks_as_much_of_two_as_of_twenty(cast):
    def asked():
        with CaptureQueriesContext(connection) as found:
            assert client.get(STAFF).status_code == 200
        return len(found)

    client = cast.client(cast.coordinator)
    for _ in range(2):
        book(plan(cast), "Ann")
    few = asked()
    for _ in range(18):
        book(plan(cast), "Ann")
    assert asked() <= few
