"""L7: whoever stands in opens what they need for exactly those dates, at every request; and nothing else."""

import pytest
from django.urls import reverse

from matching.cover import actions
from matching.cover.models import Cover
from matching.endings.actions import match_ending_begin
from matching.models import Match
from matching.relationships.goals.actions import goal_add
from matching.tests.cover.conftest import covered
from schemes.people.actions import volunteer_move

PAGES = ("cover_show", "cover_session_plan", "cover_session_log")


def statuses(pair, cover, user=None) -> set[int]:
    browser = pair.client(user or pair.peer)
    return {browser.get(reverse(f"matching:{name}", args=[cover.pk])).status_code for name in PAGES}


@pytest.mark.parametrize(("day", "hour", "status"), [(9, 23, 404), (10, 0, 200), (20, 23, 200), (21, 0, 404)])
def test_l7_the_cover_has_access_from_the_first_day_to_the_last_and_on_no_other(pair, day, hour, status):
    with pair.on(2):
        cover = covered(pair)
    with pair.on(day, hour):
        assert statuses(pair, cover) == {status}


def test_l7_a_pause_that_is_shortened_lengthened_or_withdrawn_counts_at_the_next_request(pair):
    with pair.on(2):
        cover = covered(pair)
    staff = {"contact_by": pair.coordinator, "contact_every_days": 7, "by": pair.coordinator}
    with pair.on(12):
        actions.pause_change(pause=cover.pause, until_on=pair.day(14), **staff)
    with pair.on(15, 0):
        assert statuses(pair, cover) == {404}
        actions.pause_change(pause=cover.pause, until_on=pair.day(16), **staff)
        assert statuses(pair, cover) == {200}
    with pair.on(17, 0):
        assert statuses(pair, cover) == {404}


@pytest.mark.parametrize(
    "ends",
    [
        lambda w, c: actions.pause_return(pause=c.pause, because="Back early.", by=w.coordinator),
        lambda w, c: actions.cover_stop(cover=c, because="Ill.", by=w.coordinator),
        lambda w, c: actions.cover_mentee_answer(cover=c, answer="no", by=w.mentee),
        lambda w, c: actions.cover_mentor_answer(cover=c, answer="no", by=w.peer),
        lambda w, c: match_ending_begin(match=w.match, why="Zofia has left.", by=w.coordinator),
        lambda w, c: volunteer_move(volunteer=w.kofi, to="paused", by=w.coordinator),
        lambda w, c: volunteer_move(volunteer=w.kofi, to="left", by=w.coordinator),
    ],
    ids=["back early", "taken away", "young person says no", "cover says no", "ending", "cover paused", "cover left"],
)
def test_l7_access_ends_at_the_next_request_whatever_ends_it(pair, ends):
    with pair.on(2):
        cover = covered(pair)
    with pair.on(12):
        actions.pause_begin(pause=cover.pause, by=None)
        assert statuses(pair, cover) == {200}
        ends(pair, cover)
        assert statuses(pair, cover) == {404}
        page = pair.client(pair.peer).get("/me/").content.decode()
        assert "You and Jay" not in page


def test_l7_the_cover_opens_nothing_of_the_match_itself(pair):
    """No earlier notes, no messages, no goals, no reviews, no check-ins: on any day of the pause."""
    with pair.on(2):
        cover = covered(pair)
        goal = goal_add(match=pair.match, words="Quartzgoal", by=pair.mentee)
    with pair.on(12):
        browser, keys = pair.client(pair.peer), [pair.match.pk]
        for name in (
            "session_list_mine", "session_log", "session_plan_mine", "message_list_mine", "agreement_mine",
            "goal_list_mine", "review_say", "check_in_list_mine", "ending_plan_mine", "conflict_say", "pulse_say",
        ):  # fmt: skip
            assert browser.get(reverse(f"matching:{name}", args=keys)).status_code == 404, name
        assert browser.get(reverse("matching:goal_show_mine", args=[goal.pk])).status_code == 404
        assert "Quartzgoal" not in browser.get(reverse("matching:cover_show", args=[cover.pk])).content.decode()
        assert not Match.objects.visible_to(pair.actor(pair.peer)).filter(pk=pair.match.pk).exists()


def test_l7_goals_are_shown_where_the_young_person_said_so_and_only_their_words(pair):
    with pair.on(2):
        goal_add(match=pair.match, words="Cook for six", by=pair.mentee)
        cover = covered(pair)
        Cover.objects.update(goals_shown=True)
    with pair.on(12):
        assert (
            "Cook for six"
            in pair.client(pair.peer).get(reverse("matching:cover_show", args=[cover.pk])).content.decode()
        )


def test_l7_it_is_nobody_elses_page(pair):
    with pair.on(2):
        cover = covered(pair)
    with pair.on(12):
        for who in ("mentor", "mentee", "uncleared", "coordinator", "lead", "outsider", "site_admin"):
            assert statuses(pair, cover, getattr(pair, who)) == {404}, who


def test_l7_one_who_is_only_asked_reads_a_first_name_and_the_days(pair):
    with pair.on(2):
        cover = covered(pair)
        Cover.objects.update(mentor_answer="", mentor_answered_at=None)
        say = reverse("matching:cover_say", args=[cover.pk])
        page = pair.client(pair.peer).get(say).content.decode()
        assert "Could you meet Jay?" in page and "12 February to 22 February" in page
        for secret in ("Holt", pair.mentee.email, "Quiet reasons", "library"):
            assert secret not in page
        assert statuses(pair, cover) == {404}
    with pair.on(12):
        assert statuses(pair, cover) == {404}, "a yes is needed, and not the day alone"


def test_l7_before_the_young_person_said_yes_the_cover_does_not_know_of_it(pair):
    with pair.on(2):
        cover = covered(pair)
        Cover.objects.update(mentor_answer="", mentor_answered_at=None)
        Cover.objects.update(mentee_answer="", mentee_answered_at=None)
        assert pair.client(pair.peer).get(reverse("matching:cover_say", args=[cover.pk])).status_code == 404
        assert "stand in" not in pair.client(pair.peer).get("/me/").content.decode()
