"""Private links and public forms tell nobody anything (S9): unguessable, they end, they work once; wrong is wrong."""

from datetime import timedelta
from math import log2

import pytest
from django.core.cache import cache
from django.utils import timezone

from schemes.people.tokens import new_token
from schemes.recruitment.actions import application_invite, application_send, applications_purge, enquiry_send
from schemes.recruitment.models import Application, InfoBooking
from schemes.recruitment.sessions.actions import info_booking_make, info_bookings_purge, info_session_add

JOIN = "/join/sheffield/"


@pytest.fixture(autouse=True)
def nobody_came_before():
    cache.clear()


@pytest.fixture
def link(cast):
    volunteer = enquiry_send(scheme=cast.scheme, name="Ann", email="ann@cast.example")
    application, token = application_invite(volunteer=volunteer)
    return f"{JOIN}application/{token}/", application


def evening(world):
    soon = timezone.now() + timedelta(days=3)
    return info_session_add(
        scheme=world.scheme, starts_at=soon, minutes=60, place="Hall", places=9, by=world.coordinator
    )


def test_a_link_cannot_be_guessed_and_is_not_kept_as_it_is():
    assert len(new_token()) * log2(62) > 128
    assert len({new_token() for _ in range(100)}) == 100
    assert "token_hash" in Application.DataProtection.sensitive


def test_wrong_run_out_and_sent_links_answer_with_the_same_404(cast, client, link):
    url, application = link
    wrong = client.get(f"{JOIN}application/{'x' * 40}/")
    Application.objects.filter(pk=application.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    run_out = client.get(url)
    Application.objects.filter(pk=application.pk).update(expires_at=timezone.now() + timedelta(days=1))
    assert client.get(url).status_code == 200
    application_send(application=application, changes={"area": "Leeds"})
    sent = client.get(url)
    assert [answer.status_code for answer in (wrong, run_out, sent)] == [404, 404, 404]
    assert (
        wrong.content.count(b"application")
        == run_out.content.count(b"application")
        == sent.content.count(b"application")
    )


@pytest.mark.parametrize("part", ["", "why/", "history/", "role/", "send/"])
def test_a_sent_application_opens_on_none_of_its_pages_and_takes_nothing_more(cast, client, link, part):
    url, application = link
    application_send(application=application, changes={"area": "Leeds"})
    assert client.get(url + part).status_code == 404
    assert client.post(url + part, {"motivation": "Changed"}).status_code == (404 if part else 405)


def test_the_answer_to_an_enquiry_is_the_same_whether_an_address_is_known_or_not(cast, client):
    known = client.post(JOIN + "volunteer/", {"name": "Ann", "email": cast.volunteer.email})
    unknown = client.post(JOIN + "volunteer/", {"name": "Ann", "email": "nobody@x.example"})
    assert (known.status_code, known.headers["Location"]) == (unknown.status_code, unknown.headers["Location"])


def test_an_application_needs_both_agreements_the_role_and_the_limits_of_confidentiality(client, link):
    """P2: somebody who has not read what cannot stay secret does not apply."""
    url, _ = link
    for answers in ({"agreed": "on"}, {"limits_agreed": "on"}, {}):
        assert client.post(url + "role/", answers).status_code == 422
    page = client.get(url + "role/").content.decode()
    assert "If somebody is being hurt or may be" in page
    assert client.post(url + "role/", {"agreed": "on", "limits_agreed": "on"}).status_code == 302


def test_an_application_nobody_came_back_for_is_deleted_a_month_after_its_link_ran_out(link):
    _, application = link
    ran_out = Application.objects.get(pk=application.pk).expires_at
    assert applications_purge(now=ran_out + timedelta(days=29)) == 0
    assert applications_purge(now=ran_out + timedelta(days=30)) == 1
    assert applications_purge(now=ran_out + timedelta(days=30)) == 0, "twice is once"


def test_an_application_that_was_sent_stays(cast, link):
    _, application = link
    application_send(application=application, changes={"area": "Leeds"})
    assert applications_purge(now=timezone.now() + timedelta(days=900)) == 0


def test_names_of_those_who_never_came_are_deleted_after_sixty_days(cast):
    session = evening(cast)
    for name in ("Ann", "Bea"):
        info_booking_make(session=session, name=name, phone=f"07700 90012{len(name)}")
    InfoBooking.objects.filter(name="Ann").update(volunteer=cast.volunteer)
    over = session.starts_at + timedelta(days=60)
    assert info_bookings_purge(now=over - timedelta(days=1)) == 0
    assert info_bookings_purge(now=over) == 1
    assert [booking.name for booking in session.bookings.all()] == ["Ann"]


@pytest.mark.parametrize("form", ["volunteer/", "sessions/"])
def test_public_forms_take_only_so_much_from_one_place(cast, client, monkeypatch, form):
    session = evening(cast)
    url = JOIN + form + (f"{session.pk}/" if form == "sessions/" else "")
    monkeypatch.setattr("mentoring.web.limits.too_many.__defaults__", ("1/h/ip",))
    assert client.post(url, {"name": "Ann", "phone": "07700 900123"}).status_code == 302
    late = client.post(url, {"name": "Patient Person", "phone": "07700 900124"})
    assert late.status_code == 422
    assert "Patient Person" in late.content.decode()
