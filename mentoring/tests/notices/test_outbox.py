"""The outbox is the truth: nothing twice, nothing lost, nothing told (reminders.md, issue "Reminders")."""

import smtplib
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.db import connection

from mentoring.notices import actions, rules
from mentoring.notices.actions.claiming import notices_claim
from mentoring.notices.channels import smtp
from mentoring.notices.models import Notice
from mentoring.notices.rules import Due, Rule

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo("Europe/London"))
NIGHT = NOON.replace(hour=23)
MAILS = Notice.objects.filter(channel="email").select_related("recipient__hearing")


@pytest.fixture
def only_rule(monkeypatch, cast):
    """One rule, due for the co-ordinator, that a test may switch off by emptying `rule.found`."""
    found = [Due("matching.match:1", date(2026, 11, 20), cast.coordinator.pk, "/schemes/sheffield/")]
    rule = Rule("supervision_overdue", "Something is overdue.", lambda at: list(found))
    monkeypatch.setattr(rules, "RULES", {rule.name: rule})
    monkeypatch.setattr(rules, "modules", lambda name: [])
    return found


def test_running_twice_sends_once(only_rule):
    first = actions.reminders_run(at=NOON)
    second = actions.reminders_run(at=NOON + timedelta(minutes=1))
    assert first == {"due": 1, "queued": 2, "sent": 1, "failed": 0}
    assert second == {"due": 1, "queued": 0, "sent": 0, "failed": 0}
    assert len(mail.outbox) == 1


def test_a_week_without_a_run_loses_nothing(only_rule):
    actions.reminders_run(at=NOON + timedelta(days=7))
    assert len(mail.outbox) == 1


def test_a_mail_tells_nothing_but_that_there_is_something(only_rule, cast):
    actions.reminders_run(at=NOON)
    message = mail.outbox[0]
    notice = Notice.objects.get(channel="email")
    assert message.subject == "Something to look at in Alongside"
    assert message.extra_headers["Message-ID"] == f"<{notice.pk}@127.0.0.1>"
    whole = message.message().as_string()
    for name in ("Jay", "Zofia", "sheffield", "matching"):
        assert name not in whole


def test_what_waits_for_morning_and_is_done_by_then_is_dropped(only_rule):
    actions.reminders_run(at=NIGHT)
    assert mail.outbox == []
    only_rule.clear()
    actions.reminders_run(at=NIGHT + timedelta(hours=10))
    assert mail.outbox == []
    assert Notice.objects.get(channel="email").progress == Notice.State.DROPPED


def test_a_claim_of_a_killed_worker_is_sent_by_another_when_its_lease_is_over(only_rule):
    rule = rules.all_rules()[0]
    actions.notices_queue(rule=rule, dues=rule.find(NOON), at=NOON)
    assert len(notices_claim(MAILS, NOON)) == 1  # and the worker is killed here
    assert actions.notices_send(at=NOON + timedelta(minutes=1)) == (0, 0)
    assert actions.notices_send(at=NOON + actions.LEASE + timedelta(seconds=1)) == (1, 0)
    assert len(mail.outbox) == 1


class Relay:
    """A relay that answers as a test says."""

    def __init__(self, *answers):
        self.answers, self.taken = list(answers), []

    def send_messages(self, messages):
        answer = self.answers.pop(0) if self.answers else None
        if answer:
            raise answer
        self.taken += messages
        return len(messages)

    def open(self):
        return True

    def close(self):
        pass


def test_a_relay_that_is_away_is_tried_again_later(only_rule, monkeypatch):
    relay = Relay(ConnectionRefusedError("gone"))
    monkeypatch.setattr(smtp, "get_connection", lambda: relay)
    assert actions.reminders_run(at=NOON)["failed"] == 1
    assert actions.notices_send(at=NOON) == (0, 0), "not hammered at once"
    assert actions.notices_send(at=NOON + timedelta(minutes=2)) == (1, 0)
    assert len(relay.taken) == 1


def test_an_address_that_is_refused_for_good_is_shown_to_a_person(only_rule, monkeypatch):
    relay = Relay(smtplib.SMTPRecipientsRefused({"x@y": (550, b"no such user")}))
    monkeypatch.setattr(smtp, "get_connection", lambda: relay)
    actions.reminders_run(at=NOON)
    notice = Notice.objects.get(channel="email")
    assert (notice.progress, notice.trouble) == (Notice.State.UNDELIVERABLE, "the address was refused (550)")
    assert actions.notices_send(at=NOON + timedelta(days=1)) == (0, 0)


def test_one_broken_rule_does_not_stop_the_others(only_rule, monkeypatch, caplog):
    def broken(at):
        raise ZeroDivisionError

    monkeypatch.setitem(rules.RULES, "broken", Rule("broken", "…", broken))
    tally = actions.reminders_run(at=NOON)
    assert (tally["sent"], tally["failed"]) == (1, 1)
    assert "the rule broken broke" in caplog.text


def test_nobody_who_left_is_told(only_rule, cast):
    cast.coordinator.is_active = False
    cast.coordinator.save()
    assert actions.reminders_run(at=NOON)["queued"] == 0


def test_a_notice_is_opened_by_its_own_reader_only(only_rule, cast):
    actions.reminders_run(at=NOON)
    notice = Notice.objects.get(channel="inbox")
    address = f"/notices/{notice.pk}/"
    assert cast.client(cast.manager).get(address).status_code == 404
    assert cast.client(cast.coordinator).get(address).headers["Location"] == "/schemes/sheffield/"
    assert Notice.objects.filter(read_at__isnull=False).count() == 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite lets one writer in at a time")
def test_two_workers_at_once_claim_different_rows(only_rule, cast):
    from concurrent.futures import ThreadPoolExecutor

    people = (cast.coordinator, cast.manager, cast.lead, cast.supervisor)
    only_rule[:] = [
        Due(f"matching.match:{number}", date(2026, 11, 20), people[number % 4].pk, "/") for number in range(200)
    ]
    rule = rules.all_rules()[0]
    actions.notices_queue(rule=rule, dues=rule.find(NOON), at=NOON)
    with ThreadPoolExecutor(2) as workers:
        batches = list(workers.map(lambda _: claimed_keys(), range(2)))
    assert len(batches[0] | batches[1]) == 200
    assert not batches[0] & batches[1]


def claimed_keys() -> set:
    try:
        return {notice.pk for parcel in notices_claim(MAILS, NOON) for notice in parcel}
    finally:
        connection.close()
