"""The operations page: pause, resume, try again, send again, figures (issue "Reminders", operations)."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from mentoring.audit.models import AuditEntry
from mentoring.notices import actions
from mentoring.notices.models import Notice
from mentoring.notices.operations.models import Standstill
from mentoring.notices.operations.queries import oldest_waiting, ways
from mentoring.tests.notices.one_rule import NOON, due_for, only

PAGES = ("pause", "resume", "again")


@pytest.fixture
def admin(cast):
    return cast.client(cast.site_admin)


def test_nobody_else_knows_of_it(cast):
    for person in (cast.coordinator, cast.manager, cast.lead):
        client = cast.client(person)
        assert client.get("/operations/").status_code == 404
        assert {client.post(f"/operations/{page}/").status_code for page in PAGES} == {404}


def test_held_back_nothing_goes_but_what_cannot_wait(cast, admin, monkeypatch):
    assert admin.post("/operations/pause/", {"why": "The relay moves."}).status_code == 302
    with only(monkeypatch, due_for(cast.coordinator)):
        actions.reminders_run(at=NOON)
        assert mail.outbox == []
        assert Notice.objects.filter(channel="inbox").count() == 1
    with only(monkeypatch, due_for(cast.manager), urgent=True):
        actions.reminders_run(at=NOON)
    assert [message.to for message in mail.outbox] == [[cast.manager.email]]
    assert "The relay moves." in admin.get("/operations/").text


def test_let_go_again_everything_goes_once(cast, admin, monkeypatch):
    admin.post("/operations/pause/", {"why": "The relay moves."})
    with only(monkeypatch, due_for(cast.coordinator)):
        actions.reminders_run(at=NOON)
        admin.post("/operations/resume/")
        actions.reminders_run(at=NOON + timedelta(hours=1))
        actions.reminders_run(at=NOON + timedelta(hours=2))
    assert len(mail.outbox) == 1


def test_pressed_twice_it_is_held_back_once(admin):
    for _ in range(2):
        admin.post("/operations/pause/", {"why": "The relay moves."})
    assert Standstill.objects.count() == 1
    admin.post("/operations/resume/")
    admin.post("/operations/resume/")
    verbs = AuditEntry.objects.filter(verb__startswith="sending").values_list("verb", flat=True)
    assert sorted(verbs) == ["sending.paused", "sending.resumed"]


def test_a_reason_is_asked_for(admin):
    answer = admin.post("/operations/pause/", {"why": " "})
    assert answer.status_code == 422
    assert "Please fill this in." in answer.text


@pytest.fixture
def lost(cast, monkeypatch):
    """A relay took a mail to each of two people, and lost them; one has opened what it was about."""
    now = timezone.now().replace(hour=12)
    with only(monkeypatch, due_for(cast.coordinator), due_for(cast.manager)) as dues:
        actions.reminders_run(at=now)
        actions.notice_open(notice=Notice.objects.get(recipient=cast.manager, channel="inbox"), by=cast.manager)
        mail.outbox.clear()
        yield dues


def test_what_a_relay_lost_goes_again_as_the_same_mail(cast, admin, lost):
    key = Notice.objects.get(recipient=cast.coordinator, channel="email").pk
    assert "1 message will go again" in admin.post("/operations/again/", {"hours": "24"}, follow=True).text
    actions.notices_send(at=timezone.now() + timedelta(days=1))
    (message,) = mail.outbox
    assert (message.to, message.extra_headers["Message-ID"]) == ([cast.coordinator.email], f"<{key}@127.0.0.1>")


def test_what_is_done_by_then_does_not_go_again(admin, lost):
    lost.clear()
    admin.post("/operations/again/", {"hours": "24"})
    actions.notices_send(at=timezone.now() + timedelta(days=1))
    assert mail.outbox == []


def test_figures_count_each_way_by_itself(cast, admin, monkeypatch):
    now = timezone.now()
    assert oldest_waiting(now) is None
    with only(monkeypatch, *(due_for(cast.coordinator, number) for number in range(3))) as dues:
        actions.notices_queue(rule=actions.notices.all_rules()[0], dues=dues, at=now.replace(hour=12))
    Notice.objects.filter(channel="email", object_key="matching.match:1").update(progress="undeliverable")
    mails, texts, letters = ways(now)
    assert (mails.numbers["waiting"], mails.numbers["undeliverable"]) == (2, 1)
    assert sum(texts.numbers.values()) == sum(letters.numbers.values()) == 0


def test_the_page_names_nobody_and_tells_nothing(cast, admin, monkeypatch):
    with only(monkeypatch, due_for(cast.coordinator)):
        actions.reminders_run(at=NOON)
    Notice.objects.filter(channel="email").update(progress="undeliverable", trouble="the address was refused (550)")
    page = admin.get("/operations/").text
    assert "the address was refused (550)" in page
    for word in (cast.coordinator.name, cast.coordinator.email, "sheffield"):
        assert word not in page
