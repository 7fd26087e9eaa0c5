"""L5: the two write to each other here only as they agreed; ways past it are held; staff read with a reason alone."""

from datetime import UTC, datetime, time, timedelta
from time import process_time as time_spent
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from matching.endings.actions import match_ending_begin
from matching.relationships.messages import actions, queries
from matching.relationships.messages.holding import what_holds
from matching.relationships.messages.hours import readable_from
from matching.relationships.messages.models import Message, MessageReading
from matching.relationships.messages.reminders import message_to_read, message_waits
from mentoring.audit.models import AuditEntry
from mentoring.transitions import Refused
from schemes.people.actions import membership_grant

LONDON = ZoneInfo("Europe/London")


def send(pair, words="Shall we cook again?", by=None):
    return actions.message_send(match=pair.match, words=words, by=by or pair.mentor)


def agree(pair, **terms):
    pair.match.agreements.update(**terms)


def mine(pair):
    return reverse("matching:message_list_mine", args=[pair.match.pk])


def staff(pair, name, key):
    return reverse(f"matching:{name}", args=[pair.scheme.slug, key])


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("my new number is 07700 900123", "phone"),
        ("07 7 0 0 - 9 0 0 1 2 3", "phone"),
        ("+44 (0)7700.900.123", "phone"),
        ("oh seven seven double oh nine oh oh one two three", "phone"),
        ("０７７００９００１２３", "phone"),
        ("07700\u200b900123", "phone"),
        ("write to zofia.n@example.org", "email"),
        ("zofia (at) example (dot) org", "email"),
        ("look at https://example.org/x", "link"),
        ("go to WWW.example.org", "link"),
        ("my page is cook.example.co.uk", "link"),
        ("insta: zofia_cooks", "name"),
        ("my snapchat is zo.now", "name"),
        ("add me @zofia.cooks", "name"),
        ("come to 12a Old Mill Lane", "address"),
        ("I live at S11 8YA now", "address"),
        ("flat 3 Priory Court", "address"),
    ],
)
def test_l5_ways_past_the_agreed_channels_are_held(words, held):
    assert held in what_holds(words)


@pytest.mark.parametrize(
    "words",
    [
        "See you Thursday at 5.30 pm",
        "Shall we say 3/11/2026, at 17:30?",
        "It was 2026-11-03, I think",
        "The bus is the 120, it leaves at 17:05 and costs £2.50",
        "Meet at 5 and go for a walk on the way home",
        "at 5 on the road to the library",
        "I got 8 out of 10! 100 percent better",
        "I saw it on WhatsApp and had to laugh",
        "I had seven tries, one after the other, two were good",
        "Well.Done to you",
        "",
    ],
)
def test_what_people_say_to_each_other_goes_straight_on(words):
    assert what_holds(words) == ()


@pytest.mark.parametrize(
    ("sent", "arrives"),
    [
        ("2026-11-30T09:00", "2026-11-30T09:00"),
        ("2026-11-30T19:59", "2026-11-30T19:59"),
        ("2026-11-30T20:00", "2026-12-01T09:00"),
        ("2026-11-30T03:00", "2026-11-30T09:00"),
        ("2026-10-24T23:00", "2026-10-25T09:00"),  # the clocks go back in this night
        ("2027-03-27T23:00", "2027-03-28T09:00"),  # and forward in this one
    ],
)
def test_l5_outside_the_agreed_hours_it_waits_for_them(sent, arrives):
    moment = datetime.fromisoformat(sent).replace(tzinfo=LONDON)
    found = readable_from(moment.astimezone(UTC), time(9), time(20), LONDON)
    assert found == datetime.fromisoformat(arrives).replace(tzinfo=LONDON)


def test_l5_the_other_one_reads_it_and_whoever_wrote_it_sees_that(pair):
    pair.client(pair.mentor).post(mine(pair), {"words": "Shall we cook again?"})
    young = pair.client(pair.mentee)
    assert "1 new message from Zofia" in young.get(reverse("matching:me")).content.decode()
    assert "Shall we cook again?" in young.get(mine(pair)).content.decode()
    assert "Write to Zofia" in young.get(reverse("matching:me")).content.decode()
    assert "Read." in pair.client(pair.mentor).get(mine(pair)).content.decode()


def test_l5_nobody_writes_who_did_not_agree_to(pair):
    agree(pair, writes_here=False)
    with pytest.raises(Refused, match="did not agree"):
        send(pair)
    answer = pair.client(pair.mentee).post(mine(pair), {"words": "Hello"})
    assert (answer.status_code, Message.objects.count()) == (422, 0)
    assert "Hello" in answer.content.decode(), "what was typed stays"


def test_l5_outside_the_hours_the_other_one_sees_nothing_yet(pair):
    """Sent at eleven in the evening: there at nine the next morning."""
    agree(pair, contact_from=time(9), contact_until=time(20))
    evening = datetime.combine(timezone.localdate() + timedelta(days=1), time(23), tzinfo=LONDON)
    with time_machine.travel(evening, tick=False):
        send(pair, by=pair.mentee)
        assert not queries.unread_number(pair.match, pair.mentor)
        assert list(queries.thread_for(pair.match, pair.mentee, timezone.now()))
    with time_machine.travel(evening + timedelta(hours=10), tick=False):
        assert queries.unread_number(pair.match, pair.mentor) == 1


def test_l5_a_held_message_reaches_nobody_until_staff_pass_it_on(pair):
    browser = pair.client(pair.mentor)
    told = browser.post(mine(pair), {"words": "Ring me on 07700 900123"}, follow=True).content.decode()
    assert "a telephone number" in told
    young = pair.client(pair.mentee)
    assert "900123" not in young.get(mine(pair)).content.decode()
    held = Message.objects.get()
    page = staff(pair, "message_decide", held.pk)
    assert "Ring me on 07700 900123" in pair.client(pair.coordinator).get(page).content.decode()
    assert AuditEntry.objects.filter(verb="message.read", by_key=str(pair.coordinator.pk)).count() == 1
    pair.client(pair.coordinator).post(page, {"passed_on": "yes"})
    assert "900123" in young.get(mine(pair)).content.decode()
    with pytest.raises(Refused, match="already"):
        actions.message_decide(message=held, passed_on=False, told="No", by=pair.lead)


def test_l5_what_does_not_go_on_is_explained_to_whoever_wrote_it(pair):
    send(pair, "my insta is zo.now")
    held = Message.objects.get()
    page = staff(pair, "message_decide", held.pk)
    assert pair.client(pair.coordinator).post(page, {"passed_on": "no", "told": ""}).status_code == 422
    pair.client(pair.coordinator).post(page, {"passed_on": "no", "told": "You two agreed on texts only."})
    assert "You two agreed on texts only." in pair.client(pair.mentor).get(mine(pair)).content.decode()
    assert "zo.now" not in pair.client(pair.mentee).get(mine(pair)).content.decode()


def test_l5_staff_read_the_whole_only_with_a_reason_and_both_can_see_that(pair):
    send(pair, "A quiet word")
    page, browser = staff(pair, "message_list", pair.match.pk), pair.client(pair.lead)
    assert "A quiet word" not in browser.get(page).content.decode()
    assert "A quiet word" not in browser.post(page, {"why": " "}).content.decode()
    assert not MessageReading.objects.exists()
    assert "A quiet word" in browser.post(page, {"why": "Jay’s carer rang, worried."}).content.decode()
    entry = AuditEntry.objects.get(verb="message.read")
    assert {str(pair.mentor.pk), str(pair.mentee.pk)} <= set(entry.person_keys)
    assert "carer" not in str(entry.details)
    assert "A quiet word" not in browser.get(page).content.decode(), "each look is another reason"


@pytest.mark.parametrize("who", ["manager", "supervisor", "trainer", "peer", "outsider", "site_admin"])
def test_l5_nobody_else_comes_near_them(pair, who):
    message = send(pair, "Ring me on 07700 900123")
    browser = pair.client(getattr(pair, who))
    for page in (staff(pair, "message_list", pair.match.pk), staff(pair, "message_decide", message.pk), mine(pair)):
        assert browser.get(page).status_code in (403, 404)


def test_a_co_ordinator_who_is_one_of_the_two_checks_none_of_their_own(pair):
    membership_grant(scheme=pair.scheme, user=pair.mentor, role="coordinator", by=pair.manager)
    held, browser = send(pair, "Ring me on 07700 900123"), pair.client(pair.mentor)
    assert browser.get(staff(pair, "message_decide", held.pk)).status_code == 404
    assert browser.post(staff(pair, "message_list", pair.match.pk), {"why": "Mine"}).status_code == 404
    assert pair.mentor.pk not in [due.recipient_id for due in message_waits(timezone.now())]
    actions.message_report(message=send(pair, "You look good today"), by=pair.mentee)
    assert "A message of" not in browser.get("/").content.decode(), "nobody hears that theirs was reported"
    for check in (actions.message_decide, actions.message_look):
        with pytest.raises(Refused, match="one of the two"):
            check(message=held, **({"passed_on": True} if check is actions.message_decide else {}), by=pair.mentor)


def test_one_press_reports_and_it_stands_on_the_first_pages_until_dealt_with(pair):
    message = send(pair, "You look good today")
    young = pair.client(pair.mentee)
    young.post(reverse("matching:message_report", args=[message.pk]))
    assert "You told us about this one." in young.get(mine(pair)).content.decode()
    assert "was reported" in pair.client(pair.coordinator).get("/").content.decode()
    told = {due.recipient_id for due in message_waits(timezone.now())}
    assert told == {pair.coordinator.pk, pair.lead.pk}
    page = staff(pair, "message_decide", message.pk)
    pair.client(pair.lead).post(page, {"dealt_with": "yes"})
    assert not list(message_waits(timezone.now()))
    assert pair.client(pair.lead).get(page).status_code == 404


def test_l5_the_other_side_is_told_of_no_report_and_of_nothing_held(pair):
    """Neither on the page of who looked at one's record, nor by what staff did about it."""
    reported, held = send(pair, "You look good today"), send(pair, "Ring me on 07700 900123")
    actions.message_report(message=reported, by=pair.mentee)
    reported.refresh_from_db()
    actions.message_look(message=reported, by=pair.lead)
    actions.message_deal_with(message=reported, by=pair.lead)
    actions.message_decide(message=held, passed_on=False, told="Texts only.", by=pair.lead)
    told = {
        who: {row.verb for row in AuditEntry.objects.all() if str(user.pk) in row.person_keys} & OF_MESSAGES
        for who, user in (("mentor", pair.mentor), ("mentee", pair.mentee))
    }
    assert told["mentor"] == {"message.sent", "message.decided"}
    assert told["mentee"] == {"message.reported", "message.read", "message.dealt-with"}


OF_MESSAGES = {f"message.{verb}" for verb in ("sent", "reported", "read", "decided", "dealt-with")}


@pytest.mark.parametrize("sign", ["@", "a@", "a.", "1 ", "flat 1 ", "(at)", "-.", "777777 x ", "one ", "a b "])
def test_a_message_made_to_keep_us_busy_does_not(sign):
    """Four times as long as any can be. Looked at in cubes of its length, this would go on for hours."""
    began = time_spent()
    what_holds((sign * 8000)[:8000])
    assert time_spent() - began < 5


def test_nobody_reports_what_they_wrote_or_what_has_not_reached_them(pair):
    own, held = send(pair, by=pair.mentee), send(pair, "Ring me on 07700 900123")
    young = pair.client(pair.mentee)
    for message in (own, held):
        assert young.post(reverse("matching:message_report", args=[message.pk])).status_code == 404


def test_something_to_read_is_told_once_a_day_and_says_nothing(pair):
    for words in ("One", "Two"):
        send(pair, words)
    now = timezone.now()
    assert list(message_to_read(now)) == []
    dues = list(message_to_read(now + timedelta(minutes=11)))
    assert [(due.recipient_id, due.due_on) for due in dues] == [(pair.mentee.pk, timezone.localdate(now))]
    actions.messages_read(match=pair.match, by=pair.mentee)
    assert list(message_to_read(now + timedelta(minutes=11))) == []


def test_once_it_is_coming_to_an_end_they_read_and_do_not_write(pair):
    send(pair)
    match_ending_begin(match=pair.match, why="Moving away", by=pair.coordinator)
    pair.match.refresh_from_db()
    with pytest.raises(Refused, match="while you two are meeting"):
        send(pair)
    assert "Shall we cook again?" in pair.client(pair.mentee).get(mine(pair)).content.decode()


def test_what_is_written_is_sealed_and_a_page_of_it_costs_the_same(pair, django_assert_max_num_queries):
    send(pair, "A canary in words")
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM matching_message")
        assert "canary" not in cursor.fetchone()[0]
    for number in range(40):
        send(pair, f"Number {number}")
    browser = pair.client(pair.mentee)
    browser.get(mine(pair))
    with django_assert_max_num_queries(30):
        assert "Number 39" in browser.get(mine(pair)).content.decode()
