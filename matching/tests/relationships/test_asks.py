"""P8: ask for a change, a break, another mentor or an end; nothing happens by itself, and the mentor is not told."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from matching import reminders
from matching.pairing.models import Match
from matching.relationships.asks import actions
from matching.relationships.asks.models import Ask
from matching.relationships.home import today_rows
from mentoring.tests.reading_age import reading_age_of_page
from mentoring.transitions import Refused
from schemes.people.actions import membership_grant

pytestmark = pytest.mark.usefixtures("at_noon")
ME = "/me/"


def words(pair, user, url):
    return pair.client(user).get(url).content.decode()


def make(pair, kind="pause", **more):
    return actions.ask_make(match=pair.match, kind=kind, by=pair.mentee, **more)


def rows(pair, user):
    return [row for row in today_rows(pair.actor(user), timezone.localdate()) if "asked for" in row.words]


def desk(ask):
    return reverse("matching:ask_answer", args=[ask.match.scheme.slug, ask.pk])


def test_p8_asked_answered_and_read(pair):
    mine = reverse("matching:ask_make", args=[pair.match.pk])
    assert mine in words(pair, pair.mentee, ME)
    sent = {"kind": "another", "words": ""}
    assert "Dee can see it" in pair.client(pair.mentee).post(mine, sent, follow=True).content.decode()
    [row] = rows(pair, pair.coordinator)
    assert (row.words, row.detail.split(" ·")[0]) == ("Jay asked for another mentor", "Asked today")
    ask = Ask.objects.get()
    pair.client(pair.coordinator).post(desk(ask), {"answer": "I ring you on Thursday."})
    assert rows(pair, pair.coordinator) == []
    assert "I ring you on Thursday." in words(pair, pair.mentee, ME)
    pair.client(pair.mentee).post(reverse("matching:ask_read", args=[ask.pk]))
    assert "I ring you on Thursday." not in words(pair, pair.mentee, ME)
    assert "I ring you on Thursday." in words(pair, pair.mentee, mine)


@pytest.mark.parametrize("kind", Ask.Kind.values)
def test_s15_asking_and_answering_move_nothing_by_themselves(pair, kind):
    before = Match.objects.get(pk=pair.match.pk).state
    actions.ask_answer(ask=make(pair, kind), answer="Let us talk.", by=pair.coordinator)
    assert Match.objects.get(pk=pair.match.pk).state == before


@pytest.mark.parametrize("may_know", [False, True])
def test_p8_the_mentor_learns_that_something_was_asked_only_if_the_young_person_says_so(pair, may_know):
    ask = make(pair, "another", words="I want someone else.", mentor_may_know=may_know)
    read = words(pair, pair.mentor, ME)
    assert ("asked the co-ordinator for another mentor" in read) is may_know
    assert "I want someone else." not in read
    assert not Ask.objects.visible_to(pair.actor(pair.mentor)).exists()
    assert pair.client(pair.mentor).get(desk(ask)).status_code in (403, 404)


def test_roles_co_ordinators_alone_read_it_among_staff(pair):
    ask = make(pair)
    for name in ("manager", "lead", "supervisor", "trainer", "referrer", "outsider", "site_admin"):
        assert not Ask.objects.visible_to(pair.actor(getattr(pair, name))).exists(), name
    match_page = reverse("matching:match_show", args=[pair.scheme.slug, pair.match.pk])
    assert "What Jay asked for" in words(pair, pair.coordinator, match_page)
    assert "What Jay asked for" not in words(pair, pair.lead, match_page)
    assert "They did not say why" in words(pair, pair.coordinator, desk(ask))


def test_roles_a_co_ordinator_who_is_the_mentor_neither_reads_nor_answers(pair):
    ask = make(pair, "ending")
    membership_grant(scheme=pair.scheme, user=pair.mentor, role="coordinator", by=pair.manager)
    assert rows(pair, pair.mentor) == []
    assert pair.client(pair.mentor).get(desk(ask)).status_code == 404
    with pytest.raises(Refused, match="one of the two"):
        actions.ask_answer(ask=ask, answer="No.", by=pair.mentor)
    told = {due.recipient_id for due in reminders.ask_waiting(timezone.now())}
    assert told == {pair.coordinator.pk}


def test_p8_it_can_be_taken_back_and_is_asked_once_at_a_time(pair):
    ask = make(pair)
    with pytest.raises(Refused, match="asked this already"):
        make(pair)
    pair.client(pair.mentee).post(reverse("matching:ask_take_back", args=[ask.pk]))
    assert rows(pair, pair.coordinator) == []
    make(pair)


def test_only_the_young_person_asks_and_an_answer_is_given_once(pair):
    for by in (pair.mentor, pair.coordinator):
        with pytest.raises(Refused, match="Only Jay"):
            actions.ask_make(match=pair.match, kind="pause", by=by)
    ask = actions.ask_answer(ask=make(pair), answer="Yes.", by=pair.coordinator)
    with pytest.raises(Refused, match="not open"):
        actions.ask_answer(ask=ask, answer="No.", by=pair.coordinator)
    with pytest.raises(Refused, match="not open"):
        actions.ask_take_back(ask=ask, by=pair.mentee)


@pytest.mark.parametrize(("days", "steps"), [(0, [""]), (2, [""]), (3, ["late"])])
def test_reminders_the_co_ordinator_hears_at_once_and_again_when_it_is_late(pair, days, steps):
    ask = make(pair)
    dues = reminders.ask_waiting(timezone.now() + timedelta(days=days, minutes=1))
    assert [due.step for due in dues] == steps
    actions.ask_answer(ask=ask, answer="Yes.", by=pair.coordinator)
    assert reminders.ask_waiting(timezone.now() + timedelta(days=days)) == []


def test_r11_the_page_is_plain_and_says_who_sees_it(pair):
    make(pair)
    page = words(pair, pair.mentee, reverse("matching:ask_make", args=[pair.match.pk]))
    assert "Dee can see it. Zofia can’t, unless you tick the box." in page
    assert "Dee can’t stop that." in page
    assert reading_age_of_page(page) <= 9
