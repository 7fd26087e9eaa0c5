"""GOV.UK Notify beside SMTP: texts and mails by templates, receipts, nothing twice (issue "Reminders", channels)."""

import json
from uuid import uuid4

import pytest
from django.core import mail
from django.test import Client

from mentoring.notices import actions
from mentoring.notices.channels.texts import fits
from mentoring.notices.hearing.models import Hearing
from mentoring.notices.models import Letter, Notice
from mentoring.tests.notices.one_rule import NOON, due_for, only
from mentoring.tests.notify import MAIL_TEMPLATE, notify

TOKEN = "a-token-of-the-installation"


@pytest.fixture
def fake(settings):
    with notify() as server:
        for name, value in server.settings.items():
            setattr(settings, name, value)
        settings.NOTIFY_CALLBACK_TOKEN = TOKEN
        yield server


@pytest.fixture
def texter(cast):
    """Lee, who wants texts."""
    Hearing.objects.create(user=cast.coordinator, way="text", telephone="07700 900123")
    return cast.coordinator


def state_of(channel: str) -> str:
    return Notice.objects.get(channel=channel).progress


def test_a_text_goes_to_whoever_wants_texts_and_no_mail(fake, texter, monkeypatch):
    with only(monkeypatch, due_for(texter)):
        assert actions.reminders_run(at=NOON)["sent"] == 1
    (sent,) = fake.messages
    assert (sent["kind"], sent["phone_number"]) == ("sms", "07700 900123")
    words = sent["personalisation"]["words"]
    assert fits(words)
    assert words.startswith("Alongside: You have something to look at. http")
    assert mail.outbox == []
    assert Notice.objects.get(channel="text").provider_key == sent["id"]


def test_what_cannot_wait_comes_by_text_and_by_mail(fake, cast, monkeypatch):
    Hearing.objects.create(user=cast.coordinator, way="email", telephone="07700 900123")
    with only(monkeypatch, due_for(cast.coordinator), urgent=True):
        assert actions.reminders_run(at=NOON)["sent"] == 2
    assert len(fake.messages) == len(mail.outbox) == 1


def test_many_at_once_are_one_text(fake, texter, monkeypatch):
    with only(monkeypatch, *(due_for(texter, number) for number in range(9))):
        actions.reminders_run(at=NOON)
    (sent,) = fake.messages
    assert "You have 9 things to look at." in sent["personalisation"]["words"]


def test_mails_and_letters_go_by_notify_where_its_template_is_named(fake, cast, settings, monkeypatch):
    settings.NOTIFY_EMAIL_TEMPLATE = MAIL_TEMPLATE
    with only(monkeypatch, due_for(cast.coordinator)):
        actions.reminders_run(at=NOON)
    (sent,) = fake.messages
    assert sent["email_address"] == cast.coordinator.email
    assert sent["personalisation"]["subject"] == "Something to look at in Alongside"
    assert mail.outbox == []


@pytest.mark.parametrize("status", [403, 429, 500, 503])
def test_while_notify_is_away_or_turns_us_away_nothing_is_lost(fake, texter, monkeypatch, status):
    with only(monkeypatch, due_for(texter)):
        fake.answers = [(status, "not now")]
        assert actions.reminders_run(at=NOON)["failed"] == 1
        assert state_of("text") == "queued"
        Notice.objects.filter(channel="text").update(not_before=NOON)
        assert actions.notices_send(at=NOON) == (1, 0)
    assert len(fake.messages) == 1


def test_a_template_that_is_not_there_is_not_the_readers_fault(fake, texter, settings, monkeypatch):
    settings.NOTIFY_TEXT_TEMPLATE = str(uuid4())
    with only(monkeypatch, due_for(texter)):
        actions.reminders_run(at=NOON)
    assert state_of("text") == "queued"


def test_a_number_that_cannot_be_is_left_to_a_person(fake, texter, monkeypatch):
    Hearing.objects.update(telephone="12")
    with only(monkeypatch, due_for(texter)):
        actions.reminders_run(at=NOON)
    assert state_of("text") == "undeliverable"


def test_a_sender_that_never_heard_the_answer_asks_before_it_sends_again(fake, texter, monkeypatch):
    """Over Notify a kill between send and record doubles nothing: what it took is found by our reference."""
    fake.forgets_to_answer = True
    with only(monkeypatch, due_for(texter)):
        assert actions.reminders_run(at=NOON)["failed"] == 1
        Notice.objects.filter(channel="text").update(not_before=NOON)
        assert actions.notices_send(at=NOON) == (1, 0)
    assert len(fake.messages) == 1


# --- receipts --------------------------------------------------------------------------------------------------------


def told(key, status: str, token: str = TOKEN):
    body = json.dumps({"id": str(uuid4()), "reference": str(key), "status": status, "to": "07700900123"})
    return Client().post(
        "/notices/receipts/", body, content_type="application/json", headers={"Authorization": f"Bearer {token}"}
    )


@pytest.fixture
def sent(fake, texter, monkeypatch) -> Notice:
    with only(monkeypatch, due_for(texter)):
        actions.reminders_run(at=NOON)
    return Notice.objects.get(channel="text")


@pytest.mark.parametrize(
    ("status", "becomes"),
    [
        ("delivered", "sent"),
        ("permanent-failure", "undeliverable"),
        ("temporary-failure", "queued"),
        ("technical-failure", "queued"),
        ("sending", "sent"),
        ("a-word-of-next-year", "sent"),
    ],
)
def test_what_notify_says_became_of_it(sent, status, becomes):
    assert told(sent.pk, status).status_code == 204
    sent.refresh_from_db()
    assert sent.progress == becomes
    assert bool(sent.delivered_at) is (status == "delivered")


def test_a_receipt_counts_once(sent):
    told(sent.pk, "delivered")
    told(sent.pk, "permanent-failure")
    sent.refresh_from_db()
    assert sent.progress == "sent"


def test_what_does_not_work_five_times_is_left_to_a_person(sent):
    Notice.objects.filter(pk=sent.pk).update(attempts=5)
    told(sent.pk, "temporary-failure")
    assert state_of("text") == "undeliverable"


def test_a_receipt_that_comes_before_the_worker_has_written_is_asked_for_again(sent):
    Notice.objects.filter(pk=sent.pk).update(progress="claimed")
    assert told(sent.pk, "delivered").status_code == 503


@pytest.mark.parametrize("token", ["", "another", TOKEN + "x"])
def test_only_notify_may_say_so(sent, token):
    assert told(sent.pk, "permanent-failure", token).status_code == 404
    assert state_of("text") == "sent"


def test_without_a_token_nobody_may(sent, settings):
    settings.NOTIFY_CALLBACK_TOKEN = ""
    assert told(sent.pk, "permanent-failure", "").status_code == 404


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"reference": 7, "status": "delivered"}', b"\xff\xfe"])
def test_what_is_no_receipt_is_refused(sent, body):
    answer = Client().post(
        "/notices/receipts/", body, content_type="application/json", headers={"Authorization": f"Bearer {TOKEN}"}
    )
    assert answer.status_code == 400


def test_a_receipt_for_a_letter_whose_words_are_gone_never_sends_it_again(fake, cast):
    letter = Letter.objects.create(
        to="a@b.example", subject="Hello", kind="invitation", not_before=NOON, progress="sent"
    )
    told(letter.pk, "temporary-failure")
    letter.refresh_from_db()
    assert letter.progress == "undeliverable"
