"""The log: one line a piece, who and from where and what, nothing that opens a door, nothing that a visitor wrote
(ASVS 5.0, V16)."""

import json
import logging
import sys
from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.test import Client, RequestFactory
from django.urls import reverse

from mentoring.accounts.models import User
from mentoring.accounts.second_factor import COUNTS_AS_SECOND_FACTOR
from mentoring.logs import JsonLine
from schemes.people.tokens import new_token

PASSWORD = "three quiet rivers"


@pytest.fixture
def lines(caplog):
    """The lines so far, as they stand in the log."""
    caplog.set_level(logging.INFO)
    return lambda: [json.loads(JsonLine().format(record)) for record in caplog.records]


@pytest.fixture
def dee(db):
    return User.objects.make(email="dee@cast.example", name="Dee Parker", password=PASSWORD)


def line_of(message: str, **more) -> str:
    record = logging.LogRecord("mentoring.x", logging.WARNING, "", 0, message, (), None)
    vars(record).update(more)
    return JsonLine().format(record)


def test_a_line_says_when_who_from_where_and_what(dee):
    request = RequestFactory().get("/schemes/sheffield/", REMOTE_ADDR="192.0.2.7")
    request.user = dee
    line = json.loads(line_of("looked", request=request))
    assert datetime.fromisoformat(line["at"]).utcoffset() == UTC.utcoffset(None)
    assert (line["who"], line["where"]) == (str(dee.pk), "192.0.2.7")
    assert (line["level"], line["from"], line["what"]) == ("WARNING", "mentoring.x", "looked")
    assert (line["method"], line["path"]) == ("GET", "/schemes/sheffield/")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\x0b", "\x85", "\u2028", "\x1b[2J"])
def test_no_word_of_a_visitor_begins_a_line(end):
    told = line_of(f'Not Found: /x{end}{{"at": "now", "what": "all is well"}}')
    assert len(told.splitlines()) == 1
    assert told.isascii() and told.isprintable()
    assert end in json.loads(told)["what"]


def test_there_is_one_place_for_lines():
    """What the process prints; systemd keeps it (docs/security.md)."""
    assert list(settings.LOGGING["handlers"]) == settings.LOGGING["root"]["handlers"] == ["console"]
    assert settings.LOGGING["handlers"]["console"] == {"class": "logging.StreamHandler", "formatter": "line"}
    assert settings.LOGGING["formatters"]["line"] == {"()": "mentoring.logs.JsonLine"}
    assert not settings.CELERY_WORKER_HIJACK_ROOT_LOGGER


def test_signing_in_and_out_and_failing_to_stand_in_the_log(dee, lines):
    client = Client()
    client.post(reverse("account_login"), {"login": dee.email, "password": "not it"})
    client.post(reverse("account_login"), {"login": dee.email, "password": PASSWORD})
    client.post(reverse("account_logout"))
    at_the_door = [line for line in lines() if line["from"] == "mentoring.door"]
    assert [(line["what"], line["who"]) for line in at_the_door] == [
        ("wrong address or password", ""),
        ("signed in", str(dee.pk)),
        ("signed out", str(dee.pk)),
    ]
    assert {line["where"] for line in at_the_door} == {"127.0.0.1"}


def test_a_wrong_code_and_a_changed_password_stand_in_the_log(dee, lines):
    from mentoring.tests.accounts.test_signing_in import secret_of

    client, new = Client(), "two quiet rivers meet"
    client.post(reverse("account_login"), {"login": dee.email, "password": PASSWORD})
    client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": new, "password2": new})
    secret_of(dee)
    client.post(reverse("account_login"), {"login": dee.email, "password": new})
    client.post(reverse("mfa_authenticate"), {"code": "000000"})
    told = [line["what"] for line in lines() if line.get("who") == str(dee.pk)]
    assert "password changed" in told
    assert told[-1] == "wrong code of a second factor"


def test_a_door_that_stayed_shut_stands_in_the_log(cast, lines):
    client = cast.client(cast.trainer)
    client.get(f"/schemes/{cast.scheme.slug}/members/")
    client.get(f"/schemes/{cast.other_scheme.slug}/members/")
    shut = [(line["what"].split(":")[0], line["who"]) for line in lines() if line["from"] == "django.request"]
    assert shut == [("Forbidden (Permission denied)", str(cast.trainer.pk)), ("Not Found", str(cast.trainer.pk))]


def test_what_looks_like_an_attempt_stands_in_the_log(dee, lines):
    """A form without its token, a host that is not ours, a wrong private link, guesses at a password."""
    strict = Client(enforce_csrf_checks=True)
    strict.post(reverse("account_login"), {"login": dee.email, "password": PASSWORD})
    Client().get("/", headers={"Host": "far.example"})
    Client().get(reverse("schemes:invitation_take_up", args=[new_token()]))
    for _ in range(6):
        Client().post(reverse("account_login"), {"login": dee.email, "password": "guess"})
    told = " ".join(line["what"] for line in lines())
    for words in ("Forbidden (CSRF cookie not set.)", "Invalid HTTP_HOST header", "Not Found: ", "wrong address or"):
        assert words in told, words


def test_an_unexpected_fault_stands_in_the_log(cast, lines, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("mentoring.notices.views.render", broken)
    client = cast.client(cast.mentor)
    client.raise_request_exception = False
    assert client.get(reverse("notice_list")).status_code == 500
    fault = next(line for line in lines() if line["level"] == "ERROR")
    assert (fault["who"], fault["path"]) == (str(cast.mentor.pk), "/notices/")
    assert "RuntimeError: the disk is full" in fault["trace"]


def test_no_password_code_or_private_link_is_logged(cast, lines):
    token, client = new_token(), Client()
    client.get(reverse("schemes:invitation_take_up", args=[token]))
    client.get(reverse("matching:calendar_feed", args=[token]))
    client.get("/nowhere/", {"token": token})
    client.post(reverse("account_login"), {"login": "my-secret-password", "password": "my-secret-password"})
    cast.client(cast.mentor).get("/nowhere/")
    told = json.dumps(lines())
    assert "Not Found" in told
    for word in (token, "my-secret-password", COUNTS_AS_SECOND_FACTOR, cast.mentor.email, cast.mentor.name):
        assert word not in told, word


def test_a_line_is_written_whatever_is_broken(monkeypatch):
    """Who asked cannot be said where the database is down: the line says the rest."""

    class NoDatabase:
        @property
        def is_authenticated(self):
            raise OSError("no database")

    request = RequestFactory().get("/x/")
    request.user = NoDatabase()
    try:
        raise ValueError("broken")
    except ValueError:
        line = json.loads(line_of("fault", request=request, exc_info=sys.exc_info()))
    assert (line["who"], line["path"]) == ("", "/x/")
    assert "ValueError: broken" in line["trace"]
