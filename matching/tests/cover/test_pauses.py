"""L7: a pause with its days, a cover agreed to by the young person, and nothing of it in the pair's own reckoning."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from matching.cover import actions
from matching.cover.gate import COVER_LINES, cover_lines
from matching.cover.models import Cover, Pause
from matching.cover.tasks import pauses_run
from matching.cover.telling import YOU, away_words, often_words
from matching.endings.actions import match_ending_begin
from matching.pairing.actions import conflict_declare
from matching.pairing.gate import LINES
from matching.tests.cover.conftest import START, covered, planned, state, words
from matching.tests.pairing.pairing_world import young
from matching.tests.readying import together
from mentoring.tests.reading_age import reading_age_of_page
from mentoring.transitions import Refused
from schemes.people.actions import membership_grant, volunteer_edit

DESK = ("pause_change", "pause_return", "cover_ask")


def test_l7_a_pause_begins_on_its_day_and_is_over_once_somebody_says_so(pair):
    with pair.on(2):
        pause = planned(pair)
        pauses_run()
        assert state(pair) == "active"
    with pair.on(10, 0):
        pauses_run()
        pauses_run()
        assert state(pair) == "paused"
    with pair.on(21):
        assert state(pair) == "paused", "nobody said that they are back"
        actions.pause_return(pause=pause, by=pair.coordinator)
        assert state(pair) == "active"


def test_l7_one_that_begins_today_pauses_the_match_at_once(pair):
    with pair.on(10):
        planned(pair)
        assert state(pair) == "paused"


def test_l7_there_is_one_pause_at_a_time_and_two_never_share_a_day(pair):
    with pair.on(2):
        pause = planned(pair)
        with pytest.raises(Refused, match="planned already"):
            planned(pair, first=40, last=50)
        with pytest.raises(IntegrityError), transaction.atomic():
            Pause.objects.create(
                match=pair.match, whose="mentor", from_on=pair.day(12), until_on=pair.day(13), why="x",
                contact_by=pair.coordinator, planned_by=pair.coordinator,
            )  # fmt: skip
    with pair.on(15):
        actions.pause_begin(pause=pause, by=None)
        actions.pause_return(pause=pause, because="Back.", by=pair.coordinator)
        with pytest.raises(Refused, match="pause before"):
            planned(pair, first=14, last=30)
        planned(pair, first=15, last=30)


@pytest.mark.parametrize(
    ("days", "why"),
    [
        ({"first": 10, "last": 9}, "before the first"),
        ({"first": 10, "last": None, "look_again_on": None}, "look at it again"),
        ({"first": 40, "last": None}, "look at it again"),
    ],
)
def test_l7_days_in_their_order_and_no_pause_without_an_end_that_nobody_looks_at(pair, days, why):
    days = dict(days)
    with pair.on(2), pytest.raises(Refused, match=why):
        if "look_again_on" in days:
            pause = {"whose": "mentor", "why": "x", "contact_by": pair.coordinator, "contact_every_days": 7}
            actions.pause_plan(
                match=pair.match, from_on=pair.day(10), until_on=None, look_again_on=None, **pause, by=pair.coordinator
            )
        planned(pair, **{name: day for name, day in days.items() if name != "look_again_on"})


def test_l7_withdrawn_before_it_begins_and_never_after(pair):
    with pair.on(2):
        pause = actions.pause_withdraw(pause=planned(pair), by=pair.coordinator)
        assert pause.stage(pair.day(2)) == "withdrawn"
        pause = planned(pair)
    with pair.on(10), pytest.raises(Refused, match="has begun"):
        actions.pause_withdraw(pause=pause, by=pair.coordinator)


def test_l7_ended_early_by_staff_with_a_reason_and_by_the_mentor_on_the_last_day(pair):
    with pair.on(10):
        pause = planned(pair)
    with pair.on(15):
        with pytest.raises(Refused, match="few words why"):
            actions.pause_return(pause=pause, by=pair.coordinator)
        with pytest.raises(Refused, match="Tell the co-ordinator"):
            actions.pause_return(pause=pause, by=pair.mentor)
        with pytest.raises(Refused, match="Only whoever was away"):
            actions.pause_return(pause=pause, by=pair.mentee)
        assert "I’m back" not in words(pair, pair.mentor)
    with pair.on(20):
        assert "I’m back" in words(pair, pair.mentor)
        pair.client(pair.mentor).post(reverse("matching:pause_back", args=[pause.pk]))
        assert state(pair) == "active"


def test_l7_the_match_that_ends_takes_its_pause_along(pair):
    with pair.on(2):
        ahead = planned(pair)
        match_ending_begin(match=pair.match, why="Zofia moves.", by=pair.coordinator)
        assert Pause.objects.get(pk=ahead.pk).stage(pair.day(2)) == "withdrawn"


def test_l7_the_gate_of_a_cover_is_the_gate_of_a_mentor_less_what_is_about_taking_up_a_match():
    assert set(LINES) - set(COVER_LINES) == {"wish", "proposed", "agreement", "last-ending"}


@pytest.mark.parametrize(
    ("key", "spoil"),
    [
        ("capacity", lambda w: together(w, w.kofi, young(w, "Gil"))),
        ("conflicts", lambda w: conflict_declare(
            scheme=w.scheme, volunteer=w.kofi, young_person=w.young_person, kind="know", by=w.coordinator)),
        ("role-statement", lambda w: type(w.kofi).objects.filter(pk=w.kofi.pk).update(role_statement_signed_on=None)),
        ("kind", lambda w: type(w.young_person).objects.filter(pk=w.young_person.pk).update(
            mentor_kind="traditional")),
        ("supervision", lambda w: w.kofi.supervisions.all().delete()),
    ],
)  # fmt: skip
def test_l7_a_cover_is_asked_past_the_gate_and_again_when_they_say_yes(pair, key, spoil):
    with pair.on(2):
        pause = planned(pair)
        assert all(line.ok for line in cover_lines(pause, pair.kofi, pair.day(2)))
        cover = actions.cover_ask(pause=pause, volunteer=pair.kofi, by=pair.coordinator)
        actions.cover_mentee_answer(cover=cover, answer="yes", by=pair.mentee)
        spoil(pair)
        pause = Pause.objects.get(pk=pause.pk)
        pair.kofi.refresh_from_db()
        assert [line.key for line in cover_lines(pause, pair.kofi, pair.day(2)) if not line.ok] == [key]
        with pytest.raises(Refused):
            actions.cover_mentor_answer(cover=cover, answer="yes", by=pair.peer)
        actions.cover_mentor_answer(cover=cover, answer="no", by=pair.peer)
        with pytest.raises(Refused):
            actions.cover_ask(pause=pause, volunteer=pair.kofi, by=pair.coordinator)


def test_l7_somebody_who_stands_in_elsewhere_on_these_days_has_no_place_left(pair):
    with pair.on(2):
        covered(pair)
        other = pair.volunteer
        pair.match = together(pair, volunteer_edit(volunteer=other, changes={"capacity": 2}, by=pair.coordinator),
                              young(pair, "Gil"))  # fmt: skip
        pause = planned(pair, first=20, last=25)
        assert [line.key for line in cover_lines(pause, pair.kofi, pair.day(2)) if not line.ok] == ["capacity"]
        pause = actions.pause_withdraw(pause=pause, by=pair.coordinator)
        pause = planned(pair, first=21, last=25)
        assert all(line.ok for line in cover_lines(pause, pair.kofi, pair.day(2)))


def test_l7_one_cover_at_a_time_and_who_said_no_is_not_asked_for_the_same_pause(pair):
    with pair.on(2):
        pause = planned(pair)
        cover = actions.cover_ask(pause=pause, volunteer=pair.kofi, by=pair.coordinator)
        with pytest.raises(Refused, match="asked to stand in already"):
            actions.cover_ask(pause=pause, volunteer=pair.kofi, by=pair.coordinator)
        with pytest.raises(Refused, match="another mentor"):
            actions.cover_ask(pause=pause, volunteer=pair.volunteer, by=pair.coordinator)
        actions.cover_mentee_answer(cover=cover, answer="no", by=pair.mentee)
        ask = pair.client(pair.coordinator).get(reverse("matching:cover_ask", args=[pair.scheme.slug, pause.pk]))
        assert "Kofi" not in ask.content.decode()


def test_p4_the_young_person_is_asked_in_plain_words_and_may_say_no_kindly(pair):
    with pair.on(2):
        cover = actions.cover_ask(pause=planned(pair), volunteer=pair.kofi, by=pair.coordinator)
        page = words(pair, pair.mentee)
        assert "Zofia is away from 12 February until 22 February." in page
        assert "Kofi can meet you until then." in page and "Boateng" not in page and "Quiet reasons" not in page
        assert reading_age_of_page(page) <= 9
        choose = reverse("matching:cover_choose", args=[cover.pk])
        page = pair.client(pair.mentee).post(choose, {"answer": "no"}, follow=True).content.decode()
        assert "That is fine. You don’t meet Kofi. Dee will be in touch with you." in page
        assert "Dee gets in touch with you every 2 weeks." in page
        assert Cover.objects.get().stopped_at


def test_l7_yes_by_the_young_person_then_by_the_cover(pair):
    with pair.on(2):
        cover = actions.cover_ask(pause=planned(pair), volunteer=pair.kofi, by=pair.coordinator)
        with pytest.raises(Refused, match="has not said yes"):
            actions.cover_mentor_answer(cover=cover, answer="yes", by=pair.peer)
        choose = reverse("matching:cover_choose", args=[cover.pk])
        pair.client(pair.mentee).post(choose, {"answer": "yes", "goals_shown": "on"})
        assert "We are asking Kofi." in words(pair, pair.mentee)
        assert "Jay would like to meet you while Zofia is away: 12 February to 22 February." in words(pair, pair.peer)
        pair.client(pair.peer).post(reverse("matching:cover_say", args=[cover.pk]), {"answer": "yes"})
        cover.refresh_from_db()
        assert cover.is_agreed and cover.goals_shown
        assert "Kofi meets you until then." in words(pair, pair.mentee)
        assert "Kofi meets Jay until then." in words(pair, pair.mentor)
        assert "You will stand in for Zofia" in words(pair, pair.peer)


def test_l7_none_of_the_three_handles_it_as_staff(pair):
    for who in (pair.mentor, pair.peer):
        membership_grant(scheme=pair.scheme, user=who, role="coordinator", by=pair.manager)
    with pair.on(2):
        pause = planned(pair)
        match_page = reverse("matching:match_show", args=[pair.scheme.slug, pair.match.pk])
        for name in DESK:
            url = reverse(f"matching:{name}", args=[pair.scheme.slug, pause.pk])
            assert pair.client(pair.mentor).get(url).status_code == 404
        assert "Quiet reasons" not in words(pair, pair.mentor, match_page)
        with pytest.raises(Refused, match="about you"):
            actions.pause_change(
                pause=pause, until_on=pair.day(30), contact_by=pair.coordinator, contact_every_days=7, by=pair.mentor
            )
        with pytest.raises(Refused, match="about you"):
            actions.cover_ask(pause=pause, volunteer=pair.kofi, by=pair.peer)
        cover = actions.cover_ask(pause=pause, volunteer=pair.kofi, by=pair.coordinator)
        with pytest.raises(Refused, match="about you"):
            actions.cover_mentee_answer(cover=cover, answer="yes", by=pair.peer)


def test_l7_why_is_for_co_ordinators_alone(pair):
    with pair.on(2):
        planned(pair)
        page = reverse("matching:match_show", args=[pair.scheme.slug, pair.match.pk])
        assert "Quiet reasons" in words(pair, pair.coordinator, page)
        for who in (pair.lead, pair.supervisor):
            assert "Zofia is away from 12 February" in words(pair, who, page)
            assert "Quiet reasons" not in words(pair, who, page)


def test_l7_a_break_that_the_young_person_wants_has_no_cover_and_is_theirs_to_end(pair):
    with pair.on(10):
        pause = planned(pair, whose="mentee")
        with pytest.raises(Refused, match="nobody stands in"):
            actions.cover_ask(pause=pause, volunteer=pair.kofi, by=pair.coordinator)
        assert "You two have a break until 22 February." in words(pair, pair.mentee)
    with pair.on(22):
        assert "I want to meet again" in words(pair, pair.mentee)
        actions.pause_return(pause=pause, by=pair.mentee)
        assert state(pair) == "active"


@pytest.mark.parametrize(
    ("whose", "mentor", "day", "until", "said"),
    [
        ("mentor", "Zofia", 2, 20, "Zofia is away from 12 February until 22 February."),
        ("mentor", YOU, 12, 20, "You are away until 22 February."),
        ("mentor", YOU, 21, 20, "You were away until 22 February."),
        ("mentor", "Zofia", 12, None, "Zofia is away for now. We look at it again on 4 March."),
        ("mentee", "Zofia", 12, 20, "You two have a break until 22 February."),
        ("mentee", "Zofia", 21, 20, "You two had a break until 22 February."),
    ],
)
def test_l7_a_pause_in_words(whose, mentor, day, until, said):
    first = START.date()
    pause = Pause(
        whose=whose, from_on=first + timedelta(days=10), until_on=until and first + timedelta(days=until),
        look_again_on=None if until else first + timedelta(days=30),
    )  # fmt: skip
    assert away_words(pause, mentor, first + timedelta(days=day)) == said


@pytest.mark.parametrize(
    ("days", "said"), [(1, "every day"), (7, "every week"), (14, "every 2 weeks"), (10, "every 10 days")]
)
def test_l7_how_often_in_words(days, said):
    assert often_words(days) == said
