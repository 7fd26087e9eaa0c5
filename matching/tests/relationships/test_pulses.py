"""R11: three taps, asked lightly; the co-ordinator is told, the mentor never; a low answer is followed up."""

from datetime import date, timedelta
from unittest import mock

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from matching.relationships.home import today_rows
from matching.relationships.pulses import actions, queries, rules
from matching.relationships.pulses.models import Pulse, PulseAsking
from mentoring.audit.models import AuditEntry
from mentoring.tests.reading_age import reading_age_of_page
from mentoring.transitions import Refused
from schemes.people.actions import membership_grant

ME = "/me/"
BETTER = "How it is going: really good, says Jay. Better than the time before"


def after(days):
    return mock.patch("django.utils.timezone.now", return_value=timezone.now() + timedelta(days=days))


def address(pair, name="pulse_say"):
    return reverse(f"matching:{name}", args=[pair.match.pk])


def words(pair, user, url):
    return pair.client(user).get(url).content.decode()


def say(pair, going=3, heard=3, wanted=3, more=""):
    for question, value in {"going": going, "heard": heard, "wanted": wanted}.items():
        pulse = actions.pulse_answer(match=pair.match, question=question, value=value, by=pair.mentee)
    if more:
        actions.pulse_add_words(match=pair.match, words=more, by=pair.mentee)
    return pulse


@given(since=st.dates(date(2024, 1, 1), date(2030, 1, 1)), days=st.integers(0, 60), said=st.integers(0, 60))
def test_r11_nobody_is_asked_before_two_weeks_or_again_within_two_weeks(since, days, said):
    today, not_before = since + timedelta(days=days), rules.next_day(since + timedelta(days=said))
    assert rules.is_due(together_since=since, not_before=None, is_off=False, today=today) is (days >= 14)
    asked = rules.is_due(together_since=since, not_before=not_before, is_off=False, today=today)
    assert asked is (days >= said + 14)
    assert not rules.is_due(together_since=since, not_before=None, is_off=True, today=today)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([{"going": 3}], "How it is going: good, says Jay"),
        ([{"going": 3, "heard": 1}, {"going": 3}], "How it is going: good, says Jay"),
        ([{"going": 3, "heard": 4}, {"heard": 1}], "Feels listened to: no, says Jay. Less good than the time before"),
        (
            [{"going": 2, "heard": 1}, {"heard": 1, "going": 4}],
            BETTER,
        ),
    ],
)
def test_r11_the_finding_compares_only_what_was_answered_both_times(lines, said):
    assert rules.finding("Jay", lines) == said


def test_r11_three_taps_from_the_first_page_say_it_all(pair):
    young = pair.client(pair.mentee)
    assert "How is it going with Zofia?" not in young.get(ME).content.decode(), "they have only just met"
    with after(14):
        young = pair.client(pair.mentee)
        assert "How is it going with Zofia?" in young.get(ME).content.decode()
        for question, value in (("going", "3"), ("heard", "4"), ("wanted", "2")):
            page = young.post(address(pair), {"question": question, "value": value}, follow=True)
        shown = page.content.decode()
        assert "Thanks for saying" in shown
        assert "Dee Parker" not in shown
        assert "Dee can see it. Zofia never can." in shown
        assert "How is it going with Zofia?" not in young.get(ME).content.decode(), "asked and answered"
    assert pair.match.pulses.get().answers == {"going": 3, "heard": 4, "wanted": 2}


def test_r11_a_second_tap_changes_the_answer_of_the_day(pair):
    say(pair, going=1)
    actions.pulse_answer(match=pair.match, question="going", value=4, by=pair.mentee)
    assert pair.match.pulses.get().answers["going"] == 4


@pytest.mark.parametrize(("wish", "again_after"), [("skip", 14), ("off", None)])
def test_r11_it_can_be_skipped_and_switched_off_and_nobody_is_told(pair, wish, again_after):
    told_before = AuditEntry.objects.count()
    with after(14):
        pair.client(pair.mentee).post(address(pair, "pulse_asking"), {"wish": wish})
        assert not queries.pulse_asked(pair.match, timezone.localdate())
    with after(27):
        assert not queries.pulse_asked(pair.match, timezone.localdate())
    with after(14 + (again_after or 300)):
        assert queries.pulse_asked(pair.match, timezone.localdate()) is bool(again_after)
    assert AuditEntry.objects.count() == told_before
    for user in (pair.coordinator, pair.mentor, pair.lead, pair.manager):
        assert not PulseAsking.objects.visible_to(pair.actor(user)).exists()


def test_r11_switched_off_can_still_be_said_and_switched_on_again(pair):
    young = pair.client(pair.mentee)
    young.post(address(pair, "pulse_asking"), {"wish": "off"})
    assert "Ask me every two weeks" in young.get(address(pair)).content.decode()
    young.post(address(pair, "pulse_asking"), {"wish": "on"})
    assert queries.pulse_asked(pair.match, timezone.localdate())


def test_r11_asked_of_nobody_who_has_a_break_or_comes_to_an_end(pair):
    with after(20):
        for state, asked in [("active", True), ("under-review", True), ("paused", False), ("ending", False)]:
            pair.match.__dict__["state"] = state
            assert queries.pulse_asked(pair.match, timezone.localdate()) is asked, state


def test_r11_the_co_ordinator_reads_the_line_of_answers_and_the_mentor_nothing(pair):
    say(pair, going=2, more="We never find a time.")
    with after(14):
        say(pair, going=4)
    match_page = reverse("matching:match_show", args=[pair.scheme.slug, pair.match.pk])
    read = words(pair, pair.coordinator, match_page)
    for found in (
        BETTER,
        "2 answers so far",
        "We never find a time.",
    ):
        assert found in read
    for user in (pair.lead, pair.supervisor):
        assert "as Jay says" not in words(pair, user, match_page)
    for url in (ME, reverse("matching:session_list_mine", args=[pair.match.pk])):
        assert "find a time" not in words(pair, pair.mentor, url)
    assert pair.client(pair.mentor).get(address(pair)).status_code == 404


def test_roles_a_pulse_is_read_by_co_ordinators_and_the_young_person_alone(pair):
    say(pair)
    for name in ("manager", "lead", "supervisor", "trainer", "mentor", "referrer", "outsider", "site_admin"):
        assert not Pulse.objects.visible_to(pair.actor(getattr(pair, name))).exists(), name
    for name in ("coordinator", "mentee"):
        assert Pulse.objects.visible_to(pair.actor(getattr(pair, name))).exists(), name


def test_roles_a_co_ordinator_who_is_the_mentor_does_not_read_it(pair):
    say(pair, going=1)
    membership_grant(scheme=pair.scheme, user=pair.mentor, role="coordinator", by=pair.manager)
    actor = pair.actor(pair.mentor)
    assert not Pulse.objects.visible_to(actor).exists()
    assert not Pulse.objects.visible_to(actor.within(pair.scheme)).exists()
    assert not [row for row in today_rows(actor, timezone.localdate()) if "could be better" in row.words]
    with pytest.raises(Refused, match="one of the two"):
        actions.pulse_follow_up(pulse=pair.match.pulses.get(), by=pair.mentor)


def test_r10_a_low_answer_waits_on_the_first_page_until_it_is_followed_up(pair):
    def rows():
        found = today_rows(pair.actor(pair.coordinator), timezone.localdate())
        return [row for row in found if "could be better" in row.words]

    say(pair)
    assert rows() == []
    pulse = say(pair, heard=1)
    [row] = rows()
    assert row.words == "Jay says it could be better with Zofia"
    follow = reverse("matching:pulse_follow_up", args=[pair.scheme.slug, pulse.pk])
    assert pair.client(pair.coordinator).post(follow).status_code == 302
    assert rows() == []
    pulse.refresh_from_db()
    assert pulse.followed_up_by == pair.coordinator


def test_r11_only_the_young_person_says_it_and_only_what_is_asked(pair):
    for by in (pair.mentor, pair.coordinator):
        with pytest.raises(Refused, match="Only Jay"):
            actions.pulse_answer(match=pair.match, question="going", value=3, by=by)
    with pytest.raises(Refused, match="one of the four"):
        actions.pulse_answer(match=pair.match, question="going", value=5, by=pair.mentee)
    assert pair.client(pair.mentee).post(address(pair), {"question": "going", "value": "9"}).status_code == 404


def test_security_answers_and_words_lie_sealed_in_the_database(pair):
    say(pair, more="We never find a time.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT answers, words FROM matching_pulse")
        assert all(column.startswith("enc1:") for column in cursor.fetchone())


def test_r10_early_warning_reads_many_pairs_in_one_query(pair):
    say(pair)
    with after(15):
        say(pair, wanted=1)
    with CaptureQueriesContext(connection) as asked:
        lines = queries.pulses_by_match(Pulse.objects.all())
    assert [pulse.answers["wanted"] for pulse in lines[pair.match.pk]] == [3, 1]
    assert len(asked) == 1


def test_r11_words_half_typed_are_kept_and_forgotten_once_sent(pair):
    say(pair)
    young = pair.client(pair.mentee)
    young.post(reverse("draft_keep", args=[f"pulse-{pair.match.pk}"]), {"words": "She lis"})
    assert "She lis" in young.get(address(pair, "pulse_words")).content.decode()
    young.post(address(pair, "pulse_words"), {"words": "She listens."})
    assert not pair.mentee.drafts.exists()
    assert pair.match.pulses.get().words == "She listens."


@pytest.mark.parametrize("name", ["pulse_say", "pulse_words"])
def test_r11_the_questions_are_plain(pair, name):
    if name == "pulse_words":
        say(pair)
    assert reading_age_of_page(words(pair, pair.mentee, address(pair, name))) <= 9
