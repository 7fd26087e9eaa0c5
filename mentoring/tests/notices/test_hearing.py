"""How people hear: the way, the hours, together or each by itself, what they leave out, and the button in a mail.

Issue "Reminders": per person channel, safe times, digest, language, mute of optional ones, unsubscribe without sign-in;
unsafe contact never used; digests, not floods.
"""

from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from mentoring.notices import actions
from mentoring.notices.hearing.models import Hearing
from mentoring.notices.hearing.stopping import stop_address
from mentoring.notices.models import Notice
from mentoring.notices.rules import rule_named
from mentoring.tests.notices.one_rule import NAME, NOON, due_for, only


def link_in(message, words: str = "No more mails like this: ") -> str:
    return next(line.removeprefix(words) for line in message.body.splitlines() if line.startswith(words))


def path_of(address: str) -> str:
    return "/" + address.split("/", 3)[3]


# --- together, not a flood -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("due", "mails"), [(1, 1), (3, 3), (4, 1), (60, 1)])
def test_more_than_three_at_once_go_in_one_mail(cast, monkeypatch, due, mails):
    with only(monkeypatch, *(due_for(cast.coordinator, number) for number in range(due))):
        assert actions.reminders_run(at=NOON)["sent"] == due
    assert len(mail.outbox) == mails


def test_one_mail_for_many_leads_to_each(cast, monkeypatch):
    with only(monkeypatch, *(due_for(cast.coordinator, number) for number in range(5))):
        actions.reminders_run(at=NOON)
    (message,) = mail.outbox
    assert message.subject == "5 things to look at in Alongside"
    rows = Notice.objects.filter(channel="email")
    assert all(f"/notices/{row.pk}/" in message.body for row in rows)
    assert {str(row.parcel) for row in rows} == {message.extra_headers["Message-ID"].strip("<>").split("@")[0]}


def test_what_is_done_meanwhile_is_left_out_of_it(cast, monkeypatch):
    night = NOON.replace(hour=23)
    with only(monkeypatch, *(due_for(cast.coordinator, number) for number in range(6))) as dues:
        actions.reminders_run(at=night)
        del dues[:2]
        actions.reminders_run(at=night + timedelta(hours=10))
    assert mail.outbox[0].subject == "4 things to look at in Alongside"


def test_one_mail_that_was_begun_by_a_killed_worker_goes_again_as_the_same(cast, monkeypatch):
    from mentoring.notices.actions.claiming import notices_claim

    with only(monkeypatch, *(due_for(cast.coordinator, number) for number in range(5))) as dues:
        rule = rule_named(NAME)
        actions.notices_queue(rule=rule, dues=dues, at=NOON)
        (first,) = notices_claim(Notice.objects.filter(channel="email").select_related("recipient__hearing"), NOON)
        dues.append(due_for(cast.coordinator, 9))
        actions.reminders_run(at=NOON + actions.LEASE + timedelta(seconds=1))
    keys = {message.extra_headers["Message-ID"].strip("<>").split("@")[0] for message in mail.outbox}
    assert keys == {str(first[0].parcel), str(Notice.objects.get(object_key="matching.match:9", channel="email").pk)}


def test_what_cannot_wait_goes_alone_and_first(cast, monkeypatch):
    with only(monkeypatch, *(due_for(cast.coordinator, number) for number in range(5)), urgent=True):
        actions.reminders_run(at=NOON.replace(hour=3))
    assert len(mail.outbox) == 5


# --- when ------------------------------------------------------------------------------------------------------------

MONDAY_8 = NOON.replace(hour=8)


@pytest.mark.parametrize(
    ("rhythm", "at", "goes"),
    [
        ("single", NOON, NOON),
        ("daily", NOON, MONDAY_8 + timedelta(days=1)),
        ("daily", NOON.replace(hour=7), MONDAY_8),
        ("weekly", NOON, MONDAY_8 + timedelta(days=7)),
        ("weekly", NOON - timedelta(days=1), MONDAY_8),
        ("weekly", NOON.replace(hour=7), MONDAY_8),
        ("weekly", NOON + timedelta(days=6), MONDAY_8 + timedelta(days=7)),
    ],
)
def test_each_by_itself_once_a_day_or_on_monday(cast, monkeypatch, rhythm, at, goes):
    Hearing.objects.create(user=cast.coordinator, rhythm=rhythm)
    with only(monkeypatch, due_for(cast.coordinator)):
        actions.reminders_run(at=at)
    assert Notice.objects.get(channel="email").not_before == goes


def test_on_monday_all_of_the_week_in_one_mail(cast, monkeypatch):
    Hearing.objects.create(user=cast.coordinator, rhythm="weekly")
    with only(monkeypatch) as dues:
        for day in range(1, 4):
            dues.append(due_for(cast.coordinator, day))
            actions.reminders_run(at=NOON + timedelta(days=day))
        assert mail.outbox == []
        actions.reminders_run(at=MONDAY_8 + timedelta(days=7))
    assert [message.subject for message in mail.outbox] == ["3 things to look at in Alongside"]


@pytest.mark.parametrize(("hour", "goes"), [(9, 16), (16, 16), (17, 17), (18, 40), (22, 40)])
def test_only_in_their_own_hours(cast, monkeypatch, hour, goes):
    Hearing.objects.create(user=cast.coordinator, earliest=16, latest=18)
    with only(monkeypatch, due_for(cast.coordinator)):
        actions.reminders_run(at=NOON.replace(hour=hour))
    assert Notice.objects.get(channel="email").not_before == NOON.replace(hour=0) + timedelta(hours=goes)


@given(
    minutes=st.integers(0, 366 * 24 * 60),
    earliest=st.integers(8, 18),
    length=st.integers(1, 12),
    gather=st.sampled_from(["", "daily", "weekly"]),
)
def test_never_at_night_never_outside_their_hours_never_later_than_a_week(minutes, earliest, length, gather):
    """Summer time and the leap day of 2028 within."""
    from datetime import time
    from zoneinfo import ZoneInfo

    from mentoring.notices.hours import not_before

    zone = ZoneInfo("Europe/London")
    at = datetime(2028, 1, 1, tzinfo=ZoneInfo("UTC")) + timedelta(minutes=minutes)
    latest = min(earliest + length, 20)
    goes = not_before(at, urgent=False, zone=zone, opens=time(earliest), closes=time(latest), gather=gather)
    local = goes.astimezone(zone)
    assert goes >= at
    assert time(earliest) <= local.time() < time(latest)
    assert goes - at <= timedelta(days=8)
    assert gather != "weekly" or local.weekday() == 0


# --- what is left out ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("chosen", "optional", "mails"),
    [
        ({"muted": [NAME]}, True, 0),
        ({"muted": [NAME]}, False, 1),
        ({"way": "inbox"}, True, 0),
        ({"way": "inbox"}, False, 1),
        ({"muted": ["another"]}, True, 1),
        ({"way": "text"}, True, 1),
    ],
    ids=["muted", "has to be heard", "only here", "only here, but has to be heard", "another muted", "no texts here"],
)
def test_what_may_be_left_out_stands_in_the_inbox_alone(cast, monkeypatch, chosen, optional, mails):
    Hearing.objects.create(user=cast.coordinator, **chosen)
    with only(monkeypatch, due_for(cast.coordinator), optional=optional):
        actions.reminders_run(at=NOON)
    assert len(mail.outbox) == mails
    assert Notice.objects.filter(channel="inbox").count() == 1


def test_what_is_muted_while_it_waits_does_not_go(cast, monkeypatch):
    with only(monkeypatch, due_for(cast.coordinator), optional=True):
        actions.reminders_run(at=NOON.replace(hour=23))
        Hearing.objects.create(user=cast.coordinator, muted=[NAME])
        actions.reminders_run(at=NOON + timedelta(days=1))
    assert mail.outbox == []


def test_what_waits_for_somebody_whose_account_was_shut_does_not_go(cast, monkeypatch):
    with only(monkeypatch, due_for(cast.coordinator)):
        actions.reminders_run(at=NOON.replace(hour=23))
        type(cast.coordinator).objects.filter(pk=cast.coordinator.pk).update(is_active=False)
        actions.reminders_run(at=NOON + timedelta(days=1))
    assert mail.outbox == []


def test_what_was_opened_meanwhile_does_not_go(cast, monkeypatch):
    with only(monkeypatch, due_for(cast.coordinator)):
        actions.reminders_run(at=NOON.replace(hour=23))
        inbox = Notice.objects.get(channel="inbox")
        cast.client(cast.coordinator).get(f"/notices/{inbox.pk}/")
        actions.reminders_run(at=NOON + timedelta(days=1))
    assert mail.outbox == []


def test_another_way_chosen_later_tells_nothing_twice(cast, monkeypatch):
    with only(monkeypatch, due_for(cast.coordinator)):
        actions.reminders_run(at=NOON)
        actions.hearing_choose(by=cast.coordinator, way="inbox", rhythm="daily")
        actions.reminders_run(at=NOON + timedelta(days=2))
    assert len(mail.outbox) == 1


# --- the button in a mail --------------------------------------------------------------------------------------------


@pytest.fixture
def mailed(cast, monkeypatch):
    with only(monkeypatch, due_for(cast.coordinator), optional=True):
        actions.reminders_run(at=NOON)
        yield mail.outbox[0]


def test_a_mail_that_has_to_be_heard_has_no_such_button(cast, monkeypatch):
    with only(monkeypatch, due_for(cast.coordinator)):
        actions.reminders_run(at=NOON)
    assert "No more mails" not in mail.outbox[0].body
    assert "List-Unsubscribe" not in mail.outbox[0].extra_headers


def test_whoever_opens_it_is_asked_first_and_nothing_is_said_of_anybody(cast, mailed):
    answer = Client().get(path_of(link_in(mailed)))
    assert answer.status_code == 200
    assert "Stop mails like this one?" in answer.text
    for word in ("Lee", cast.coordinator.email, "overdue"):
        assert word not in answer.text
    assert not Hearing.objects.exists()


def test_pressed_it_stops_them_without_a_sign_in(cast, mailed):
    answer = Client().post(path_of(link_in(mailed)))
    assert "These mails have stopped" in answer.text
    assert Hearing.objects.get(user=cast.coordinator).muted == [NAME]


def test_a_mail_program_may_press_it(cast, mailed):
    heads = mailed.extra_headers
    assert heads["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = path_of(heads["List-Unsubscribe"].strip("<>"))
    client = Client(enforce_csrf_checks=True)
    assert client.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 204
    assert Hearing.objects.get(user=cast.coordinator).muted == [NAME]


def test_nobody_stops_what_they_were_not_sent(cast, mailed):
    good = path_of(link_in(mailed))
    other = Notice.objects.get(channel="inbox").pk
    notice, seal = good.split("/")[2], good.split("/")[4]
    for wrong in (good.replace(seal, seal[:-1] + ("A" if seal[-1] != "A" else "B")), good.replace(notice, str(other))):
        assert Client().post(wrong).status_code == 404
    assert not Hearing.objects.exists()


def test_the_address_holds_a_key_and_a_seal_alone(cast, mailed):
    rule, notice = rule_named(NAME), Notice.objects.get(channel="email")
    assert stop_address(notice.pk, [rule]) == link_in(mailed)
    assert NAME not in link_in(mailed)


# --- the page --------------------------------------------------------------------------------------------------------

CHOSEN = {"way": "email", "rhythm": "weekly", "earliest": "10", "latest": "16", "sent": []}


def test_somebody_chooses_and_what_waits_follows(cast, monkeypatch):
    client = cast.client(cast.coordinator)
    with only(monkeypatch, due_for(cast.coordinator), optional=True):
        actions.reminders_run(at=NOON.replace(hour=23))
        answer = client.post("/me/reaching-me/", CHOSEN)
    assert answer.status_code == 302
    hearing = Hearing.objects.get(user=cast.coordinator)
    assert (hearing.rhythm, hearing.earliest, hearing.latest, hearing.muted) == ("weekly", 10, 16, [NAME])


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"latest": "10"}, "Choose an hour after the first one."),
        ({"earliest": "3"}, "Choose one of these."),
        ({"way": "pigeon"}, "Select a valid choice"),
        ({"sent": ["concern_raised"]}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_is_said_beside_the_field(cast, monkeypatch, wrong, said):
    with only(monkeypatch, optional=True):
        answer = cast.client(cast.coordinator).post("/me/reaching-me/", {**CHOSEN, **wrong})
    assert answer.status_code == 422
    assert not Hearing.objects.exists()


def test_texts_are_offered_only_where_they_can_be_sent(cast, settings):
    client = cast.client(cast.coordinator)
    assert "By text" not in client.get("/me/reaching-me/").text
    settings.NOTIFY_API_KEY, settings.NOTIFY_TEXT_TEMPLATE = "x" * 80, "a-template"
    assert "By text" in client.get("/me/reaching-me/").text
    answer = client.post("/me/reaching-me/", {**CHOSEN, "way": "text", "telephone": ""})
    assert "Write down the number" in answer.text


def test_young_people_and_mentors_are_shown_what_is_theirs(world):
    staff_only = "Something in the plan is due."
    page = world.client(world.mentee).get("/me/reaching-me/").text
    assert "You have a meeting coming up." in page
    assert staff_only not in page
