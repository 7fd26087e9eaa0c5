"""People see where they are signed in, and end it there (ASVS 5.0, 7.5.2)."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from mentoring.accounts.actions import sign_in_end
from mentoring.accounts.devices import device_of, device_words
from mentoring.accounts.models import User
from mentoring.accounts.queries import sign_ins_of
from mentoring.accounts.sign_ins import name_of
from mentoring.tests.reading_age import reading_age_of_page

PASSWORD = "three quiet rivers"
LIST, END, END_OTHERS = "sign_in_list", "sign_in_end", "sign_ins_end"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1"
    " Mobile/15E148 Safari/604.1"
)
ANDROID = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36"
)
EDGE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36"
    " Edg/130.0.0.0"
)


@pytest.fixture
def jay(db):
    return User.objects.make(email="jay@cast.example", name="Jay Holt", password=PASSWORD)


@pytest.fixture
def sam(db):
    return User.objects.make(email="sam@cast.example", name="Sam Okoye", password=PASSWORD)


def comes_in(user, browser: str = ANDROID, **more) -> Client:
    client = Client(headers={"user-agent": browser}, **more)
    assert client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD}).status_code == 302
    return client


def again(client: Client, to: str) -> None:
    """Types the password that is asked for before something is ended."""
    client.post(f"{reverse('account_reauthenticate')}?next={to}", {"password": PASSWORD})


def sure(client: Client) -> Client:
    again(client, reverse(LIST))
    return client


def is_in(client: Client) -> bool:
    return client.get(reverse("account_email")).status_code == 200


def end_of(client: Client) -> str:
    """The address that ends this browser's sign-in."""
    return reverse(END, args=[name_of(client.session.session_key)])


def lines(client: Client) -> list[str]:
    html = client.get(reverse(LIST)).content.decode()
    rows = re.findall(r"<li>\s*<div class=\"row-today\">(.*?)</li>", html, re.S)
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in rows]


# --- what is seen -----------------------------------------------------------------------------------------------------


def test_somebody_sees_each_of_their_sign_ins_in_plain_words(jay):
    with time_machine.travel("2026-11-26 17:30 +0000", tick=False) as clock:
        comes_in(jay, IPHONE)
        clock.shift(timedelta(minutes=5))
        here = comes_in(jay, EDGE)
        assert lines(here) == [
            "Edge on Windows this one Signed in today, 5.35 pm Sign out",
            "Safari on an iPhone Signed in today, 5.30 pm · last used 5 minutes ago Sign out there"
            " : Safari on an iPhone, today, 5.30 pm",
        ]


def test_the_one_used_last_stands_first_after_this_one(jay):
    with time_machine.travel("2026-11-26 17:30 +0000", tick=False) as clock:
        phone = comes_in(jay, IPHONE)
        comes_in(jay, ANDROID)
        clock.shift(timedelta(minutes=3))
        is_in(phone)
        here = comes_in(jay, EDGE)
        assert [device.split(" Signed")[0] for device in lines(here)[1:]] == [
            "Safari on an iPhone",
            "Chrome on Android",
        ]


def test_nobody_sees_the_sign_ins_of_others(jay, sam):
    comes_in(sam, IPHONE)
    assert len(lines(comes_in(jay))) == 1


def test_what_has_ended_by_itself_or_by_a_new_password_is_not_shown(jay):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        comes_in(jay, IPHONE)
        clock.shift(timedelta(minutes=21))
        here = comes_in(jay)
        assert len(lines(here)) == 1
        elsewhere = comes_in(jay, EDGE)
        assert len(lines(elsewhere)) == 2
    jay.set_password("two quiet rivers meet")
    jay.save()
    assert sign_ins_of(jay, here="") == []


def test_the_page_and_the_session_hold_no_address_of_the_internet_and_no_key(jay):
    elsewhere = comes_in(jay, IPHONE, REMOTE_ADDR="203.0.113.77")
    here = comes_in(jay)
    html = here.get(reverse(LIST)).content.decode()
    assert "203.0.113.77" not in html
    assert elsewhere.session.session_key not in html
    assert here.session.session_key not in html
    kept = str([session.get_decoded() for session in Session.objects.all()])
    assert "203.0.113.77" not in kept
    assert "AppleWebKit" not in kept, "words of ours, not what the browser wrote"


def test_who_is_signed_in_here_alone_is_told_so(jay):
    html = comes_in(jay).get(reverse(LIST)).content.decode()
    assert "You are signed in nowhere else." in html
    assert "Sign out everywhere else" not in html


def test_every_page_leads_there(cast):
    for person in (cast.mentee, cast.mentor, cast.coordinator):
        assert f'href="{reverse(LIST)}"' in cast.client(person).get("/", follow=True).content.decode()


def test_a_young_person_can_read_it(jay):
    comes_in(jay, IPHONE)
    assert reading_age_of_page(comes_in(jay).get(reverse(LIST)).content.decode()) <= 9


@pytest.mark.parametrize(
    ("browser", "words"),
    [
        (IPHONE, "Safari on an iPhone"),
        (ANDROID, "Chrome on Android"),
        (EDGE, "Edge on Windows"),
        (ANDROID.replace("Chrome/", "SamsungBrowser/27.0 Chrome/"), "Samsung Internet on Android"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", "Firefox on Linux"),
        ("Mozilla/5.0 (X11; CrOS x86_64) Chrome/130.0.0.0 Safari/537.36", "Chrome on a Chromebook"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.1 Safari/605.1.15", "Safari on a Mac or an iPad"),
        ("Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) CriOS/130.0 Mobile/15E148 Safari/604.1", "Chrome on an iPad"),
        ("Firefox/1.0", "Firefox"),
        ("<script>alert(1)</script> on an iPad", "A browser we do not know on an iPad"),
        ("", "A browser we do not know"),
    ],
)
def test_a_browser_is_named_as_people_know_it(browser, words):
    assert device_words(*device_of(browser)) == words


def test_the_page_asks_the_database_as_often_for_a_hundred_sign_ins_as_for_two(jay):
    here, _ = comes_in(jay), comes_in(jay)
    here.get(reverse(LIST))

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            here.get(reverse(LIST))
        return len(queries)

    few = asked()
    kept = {"session_data": SessionStore().encode(here.session.load()), "expire_date": here.session.get_expiry_date()}
    Session.objects.bulk_create([Session(session_key=f"{number:032}", **kept) for number in range(100)])
    assert len(lines(here)) == 102
    assert asked() == few


# --- ending it --------------------------------------------------------------------------------------------------------


def test_an_ended_sign_in_is_dead_on_its_next_step_and_all_others_live(jay, sam):
    here, there, third, his = sure(comes_in(jay)), comes_in(jay), comes_in(jay), comes_in(sam)
    answer = here.post(end_of(there), follow=True)
    assert "Signed out there." in answer.content.decode()
    assert not is_in(there)
    assert all(is_in(client) for client in (here, third, his))
    assert len(lines(here)) == 2


def test_signing_out_everywhere_else_leaves_this_one_and_other_people(jay, sam):
    here, *others, his = sure(comes_in(jay)), comes_in(jay), comes_in(jay), comes_in(sam)
    answer = here.post(reverse(END_OTHERS), follow=True)
    assert "Signed out everywhere else." in answer.content.decode()
    assert [is_in(client) for client in others] == [False, False]
    assert is_in(here)
    assert is_in(his)


def test_a_page_that_was_being_made_meanwhile_does_not_bring_it_back(jay):
    there = comes_in(jay)
    busy = SessionStore(there.session.session_key)
    busy["something"] = "new"
    sign_in_end(sign_in=sign_ins_of(jay, here="")[0])
    with pytest.raises(UpdateError):
        busy.save()
    assert not is_in(there)


@pytest.mark.parametrize("of_all", [False, True])
def test_the_password_comes_first_and_then_it_is_done(jay, of_all):
    """Whoever found a telephone lying open cannot sign its owner out elsewhere."""
    here, there = comes_in(jay), comes_in(jay)
    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        is_in(here), is_in(there)
        to = reverse(END_OTHERS) if of_all else end_of(there)
        asked = here.post(to)
        assert asked.headers["Location"].startswith(reverse("account_reauthenticate"))
        assert is_in(there)
        here.post(asked.headers["Location"], {"password": "a wrong one"})
        assert is_in(there)
        done = here.post(asked.headers["Location"], {"password": PASSWORD})
        assert done.headers["Location"] == reverse(LIST)
        assert not is_in(there)
        assert is_in(here)


def test_the_sign_in_of_somebody_else_is_not_there(jay, sam):
    mine, his = sure(comes_in(jay)), comes_in(sam)
    assert mine.post(end_of(his)).status_code == 404
    assert is_in(his)
    assert comes_in(jay).post(end_of(his)).status_code == 404, "before the password is asked for, too"


def test_neither_is_this_one_nor_one_that_has_ended_nor_a_made_up_one(jay):
    here, there = sure(comes_in(jay)), comes_in(jay)
    gone = end_of(there)
    here.post(gone)
    made_up = reverse(END, args=["0" * 32])
    assert [here.post(to).status_code for to in (end_of(here), gone, made_up)] == [404] * 3
    assert is_in(here)


def test_nobody_ends_anything_by_looking_or_without_signing_in(jay):
    here, there = sure(comes_in(jay)), comes_in(jay)
    assert [here.get(to).status_code for to in (end_of(there), reverse(END_OTHERS))] == [405, 405]
    stranger = Client()
    for to in (end_of(there), reverse(END_OTHERS)):
        assert stranger.post(to).headers["Location"].startswith(reverse("account_login"))
    assert is_in(there)


def test_a_name_of_a_sign_in_signs_nobody_in(jay):
    name, client = name_of(comes_in(jay).session.session_key), Client()
    client.cookies["sessionid"] = name
    assert not is_in(client)
