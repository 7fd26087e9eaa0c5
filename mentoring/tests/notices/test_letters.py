"""Letters to people who have no account: never without what causes them, never lost, never twice (reminders.md)."""

import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.test import TestCase
from django.utils import timezone

from mentoring.notices import actions
from mentoring.notices.actions import letters
from mentoring.notices.actions.claiming import letters_claim
from mentoring.notices.channels import smtp
from mentoring.notices.models import Heartbeat, Letter
from mentoring.tests.notices.test_outbox import Relay
from schemes.people.actions import invitation_send, invitation_withdraw

WORDS = "Open this link: https://alongside.example/invitation/secret/"


def queue(**changes) -> Letter:
    """A letter on its way out, queued as an action would."""
    with transaction.atomic():
        return actions.letter_queue(
            **{"to": "ann@cast.example", "subject": "Hello", "words": WORDS, "kind": "invitation", **changes}
        )


def committed(**changes) -> Letter:
    with TestCase.captureOnCommitCallbacks(execute=True):
        return queue(**changes)


@pytest.fixture
def worker(db, monkeypatch) -> list[str]:
    """A worker that has shown life a moment ago; the tasks it was handed."""
    Heartbeat.objects.create(name="worker", beat_at=timezone.now())
    handed = []
    monkeypatch.setattr(letters.current_app, "send_task", lambda name, **how: handed.append(name))
    return handed


def test_a_letter_is_not_without_what_causes_it(db):
    with TestCase.captureOnCommitCallbacks() as waiting, pytest.raises(ZeroDivisionError), transaction.atomic():
        queue()
        raise ZeroDivisionError
    assert (Letter.objects.count(), waiting) == (0, [])


def test_with_no_worker_it_goes_at_once_and_its_words_are_gone(db):
    letter = committed()
    assert [message.to for message in mail.outbox] == [["ann@cast.example"]]
    assert mail.outbox[0].body == WORDS
    letter.refresh_from_db()
    assert (letter.progress, letter.words) == (Letter.State.SENT, "")


def test_with_a_worker_alive_nobody_waits_for_the_relay(worker):
    committed()
    assert worker == ["mentoring.notices.tasks.letters_run"]
    assert mail.outbox == []
    assert actions.letters_send() == (1, 0)


def test_its_words_are_sealed_while_it_waits(worker):
    letter = committed()
    with transaction.get_connection().cursor() as cursor:
        cursor.execute("SELECT words FROM mentoring_letter")
        assert "secret" not in cursor.fetchone()[0]
    letter.refresh_from_db()
    assert letter.words == WORDS


def test_a_relay_that_is_down_loses_no_letter(db, monkeypatch):
    relay = Relay(ConnectionRefusedError("gone"))
    monkeypatch.setattr(smtp, "get_connection", lambda: relay)
    committed()
    assert relay.taken == []
    assert actions.letters_send() == (0, 0), "not hammered at once"
    assert actions.letters_send(at=timezone.now() + timedelta(minutes=2)) == (1, 0)
    assert relay.taken[0].body == WORDS


def test_a_killed_workers_claim_is_sent_once_by_another_under_the_same_message_id(worker):
    letter, now = committed(), timezone.now()
    assert len(letters_claim(Letter.objects.all(), now)) == 1  # and the worker is killed here
    assert actions.letters_send(at=now + timedelta(minutes=1)) == (0, 0)
    assert actions.letters_send(at=now + actions.LEASE + timedelta(seconds=1)) == (1, 0)
    assert actions.letters_send(at=now + timedelta(days=1)) == (0, 0)
    assert [message.extra_headers["Message-ID"] for message in mail.outbox] == [f"<{letter.pk}@127.0.0.1>"]


def test_one_address_that_is_none_stops_no_other(worker):
    committed(to="not an address\n@")
    committed(to="ann@cast.example")
    assert actions.letters_send() == (1, 1)
    assert [message.to for message in mail.outbox] == [["ann@cast.example"]]


def test_a_refused_address_is_shown_to_who_runs_the_installation_and_tried_again(cast, monkeypatch):
    relay = Relay(smtplib.SMTPRecipientsRefused({"x@y": (550, b"no such user")}))
    monkeypatch.setattr(smtp, "get_connection", lambda: relay)
    letter = committed()
    admin = cast.client(cast.site_admin)
    page = admin.get("/operations/").content.decode()
    assert "Letter: invitation" in page
    assert "ann@cast.example" not in page
    assert admin.post(f"/operations/letters/{letter.pk}/retry/").status_code == 302
    assert actions.letters_send() == (1, 0)
    assert relay.taken[0].body == WORDS


def test_only_the_newest_link_about_a_record_goes(worker, cast):
    committed(about=cast.scheme, words="old")
    committed(about=cast.scheme, words="new")
    assert actions.letters_send() == (1, 0)
    assert mail.outbox[0].body == "new"


def test_an_invitation_taken_back_before_it_went_does_not_go(worker, cast):
    invitation, _ = invitation_send(
        scheme=cast.scheme, email="ann@cast.example", name="Ann", role="mentor", by=cast.manager
    )
    invitation_withdraw(invitation=invitation, by=cast.manager)
    assert actions.letters_send() == (0, 0)
    assert Letter.objects.get().progress == Letter.State.DROPPED


def test_a_subject_is_one_line(worker):
    assert committed(subject="Hello\nBcc: all@cast.example").subject == "Hello Bcc: all@cast.example"


def test_where_old_letters_went_is_forgotten_but_not_what_waits(worker):
    committed()
    actions.letters_send()
    committed(words="still waits")
    assert actions.letters_purge(at=timezone.now() + timedelta(days=91)) == 1
    assert Letter.objects.get().words == "still waits"
