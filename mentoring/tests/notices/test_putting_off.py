"""Not now, and why; seen; and what climbs all the same (issue "Reminders": acknowledge, snooze with reason)."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils.timezone import localdate
from hypothesis import given
from hypothesis import strategies as st

from mentoring.notices import actions
from mentoring.notices.models import Notice
from mentoring.notices.putting_off.later import told_by
from mentoring.notices.putting_off.models import PuttingOff
from mentoring.notices.rules import Due
from mentoring.tests.notices.one_rule import NAME, NOON, due_for, only

TODAY = date(2026, 11, 23)
WHY = "Robin is on holiday until then"


@pytest.fixture
def told(cast, monkeypatch):
    """Lee and the manager were told of the same thing."""
    with only(monkeypatch, due_for(cast.coordinator), due_for(cast.manager)) as dues:
        actions.reminders_run(at=NOON)
        yield dues


def own(person, channel="inbox"):
    return Notice.objects.get(recipient=person, channel=channel, step="")


def put_off(cast, days: int = 3):
    until = NOON.date() + timedelta(days=days)
    return actions.notice_put_off(notice=own(cast.coordinator), until=until, why=WHY, by=cast.coordinator)


def test_it_comes_again_on_the_day_if_it_is_still_so(cast, told):
    put_off(cast)
    mail.outbox.clear()
    for days in (1, 2):
        actions.reminders_run(at=NOON + timedelta(days=days))
    assert mail.outbox == []
    actions.reminders_run(at=NOON + timedelta(days=3))
    actions.reminders_run(at=NOON + timedelta(days=9))
    assert [message.to for message in mail.outbox] == [[cast.coordinator.email]]


def test_what_is_done_by_then_never_comes_again(cast, told):
    put_off(cast)
    told.clear()
    mail.outbox.clear()
    actions.reminders_run(at=NOON + timedelta(days=3))
    assert mail.outbox == []


def test_a_mail_that_waits_while_it_is_put_off_does_not_go(cast, monkeypatch):
    with only(monkeypatch, due_for(cast.coordinator)):
        actions.reminders_run(at=NOON.replace(hour=22))
        put_off(cast)
        actions.reminders_run(at=NOON + timedelta(days=1))
    assert mail.outbox == []


def test_nobody_else_hears_less(cast, monkeypatch):
    """The ladder above goes on: the manager is told on their own day."""
    with only(monkeypatch, due_for(cast.coordinator)) as dues:
        actions.reminders_run(at=NOON)
        put_off(cast, days=10)
        dues.append(due_for(cast.manager))
        actions.reminders_run(at=NOON + timedelta(days=1))
    assert mail.outbox[-1].to == [cast.manager.email]


def test_whoever_it_climbs_to_reads_why(cast, told):
    put_off(cast)
    assert WHY in cast.client(cast.manager).get("/notices/").text
    assert WHY not in cast.client(cast.lead).get("/notices/").text


def test_what_cannot_wait_cannot_be_put_off(cast, monkeypatch):
    with only(monkeypatch, due_for(cast.coordinator), urgent=True):
        actions.reminders_run(at=NOON)
        address = f"/notices/{own(cast.coordinator).pk}/not-now/"
        client = cast.client(cast.coordinator)
        assert client.get(address).status_code == 404
        assert "Not now" not in client.get("/notices/").text


def test_the_pages_way(cast, told):
    notice, client = own(cast.coordinator), cast.client(cast.coordinator)
    assert f"/notices/{notice.pk}/not-now/" in client.get("/notices/").text
    answer = client.post(f"/notices/{notice.pk}/not-now/", {"until": "tomorrow", "why": WHY})
    assert answer.status_code == 302
    row = PuttingOff.objects.get()
    assert (row.until, row.by) == (localdate() + timedelta(days=1), cast.coordinator)
    assert own(cast.coordinator).read_at


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"until": "today"}, "Choose a day from tomorrow on."),
        ({"until": "yesterday"}, "This day has passed."),
        ({"until": (localdate() + timedelta(days=15)).isoformat()}, "Choose a day within 14 days"),
        ({"why": " "}, "Please fill this in."),
    ],
)
def test_what_cannot_be_is_said_beside_the_field(cast, told, typed, said):
    address = f"/notices/{own(cast.coordinator).pk}/not-now/"
    answer = cast.client(cast.coordinator).post(address, {"until": "tomorrow", "why": WHY, **typed})
    assert answer.status_code == 422
    assert said in answer.text
    assert not PuttingOff.objects.exists()


def test_it_is_ones_own_alone(cast, told):
    address = f"/notices/{own(cast.coordinator).pk}/not-now/"
    for person in (cast.manager, cast.lead):
        assert cast.client(person).post(address, {"until": "tomorrow", "why": WHY}).status_code == 404


def test_young_people_and_mentors_are_not_asked_for_reasons(world, monkeypatch):
    with only(monkeypatch, due_for(world.mentee)):
        actions.reminders_run(at=NOON)
        own = Notice.objects.get(recipient=world.mentee, channel="inbox", rule=NAME)
        assert world.client(world.mentee).get(f"/notices/{own.pk}/not-now/").status_code == 404


def test_seen_without_going_there(cast, monkeypatch):
    with only(monkeypatch, due_for(cast.coordinator)):
        actions.reminders_run(at=NOON.replace(hour=22))
        notice = own(cast.coordinator)
        assert cast.client(cast.manager).post(f"/notices/{notice.pk}/seen/").status_code == 404
        assert cast.client(cast.coordinator).post(f"/notices/{notice.pk}/seen/").status_code == 302
        actions.reminders_run(at=NOON + timedelta(days=1))
    assert mail.outbox == []


@given(days=st.lists(st.integers(-20, 20), max_size=5), step=st.text("abc ", max_size=30))
def test_held_back_until_the_newest_day_and_each_time_told_anew(days, step):
    due = Due("matching.match:1", TODAY, "lee", "/", step=step)
    until = [TODAY + timedelta(days=each) for each in days]
    told = list(told_by([due], {("matching.match:1", "lee"): until} if until else {}, TODAY))
    if not days:
        assert told == [due]
    elif days[-1] > 0:
        assert told == []
    else:
        assert told[0].step.endswith(f"+{len(days)}")
        assert len(told[0].step) <= 30
    assert list(told_by([due], {("matching.match:2", "lee"): until or [TODAY]}, TODAY)) == [due]
