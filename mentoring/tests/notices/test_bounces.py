"""Mails that come back (RFC 3464): for good, or just now; about ours, or not."""

import io
import sys
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st

from mentoring.notices import actions
from mentoring.notices.models import Notice
from mentoring.notices.receipts.bounces import read_bounce
from mentoring.tests.notices.one_rule import NOON, due_for, only

REPORT = """From: MAILER-DAEMON@relay.example
To: no-reply@alongside.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="cut"

--cut
Content-Type: text/plain

It did not work.
--cut
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.example

Final-Recipient: rfc822; gone@example.org
Action: failed
Status: {status}

--cut
Content-Type: {given_back}

Message-ID: <{key}@127.0.0.1>
Subject: Something to look at in Alongside

--cut--
"""


def report(key, status="5.1.1", given_back="text/rfc822-headers") -> bytes:
    return REPORT.format(key=key, status=status, given_back=given_back).encode()


@pytest.mark.parametrize("given_back", ["text/rfc822-headers", "message/rfc822"])
@pytest.mark.parametrize(("status", "permanent"), [("5.1.1", True), ("5.7.26", True), ("4.4.1", False)])
def test_a_report_is_read(given_back, status, permanent):
    key = uuid4()
    bounce = read_bounce(report(key, status, given_back))
    assert (bounce.key, bounce.permanent, bounce.status) == (key, permanent, status)


@pytest.mark.parametrize(
    "raw",
    [b"", b"Subject: Out of office\n\nI am away.", report("not-a-key"), report(uuid4(), "2.0.0"), report(uuid4(), "x")],
    ids=["nothing", "away note", "not ours", "delivered", "no status"],
)
def test_what_is_no_such_report_is_left_alone(raw):
    assert read_bounce(raw) is None


@given(st.binary(max_size=3000))
def test_whatever_comes_nothing_breaks(raw):
    read_bounce(raw)
    read_bounce(report(uuid4()) + raw)


@pytest.mark.parametrize(("status", "becomes"), [("5.1.1", "undeliverable"), ("4.2.2", "queued")])
def test_the_mail_server_hands_it_in(cast, monkeypatch, capsys, status, becomes):
    with only(monkeypatch, due_for(cast.coordinator)):
        actions.reminders_run(at=NOON)
    sent = Notice.objects.get(channel="email")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(report(sent.pk, status))))
    call_command("bounce_in")
    sent.refresh_from_db()
    assert (sent.progress, sent.trouble) == (becomes, f"came back ({status})")
    assert "Written down." in capsys.readouterr().out
