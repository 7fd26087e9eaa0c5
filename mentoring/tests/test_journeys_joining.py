"""Volunteers from a poster to approved, and one who is not taken on, in a real browser, through pages only (issue
"Joining", done when 1). Always with the real web server, worker, scheduler and mail."""

import sys

import pytest

from mentoring.tests.journey import joining, planning, recruiting

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(sys.platform != "linux", reason="finds processes in /proc"),
]

CHAPTERS = [
    planning.a_scheme_is_opened,
    planning.its_people_are_invited,
    recruiting.a_poster_is_made,
    recruiting.somebody_reads_it_off_the_poster_and_asks,
    recruiting.they_come_to_an_evening,
    recruiting.they_apply,
    recruiting.two_people_interview_them,
    joining.the_volunteer_is_checked,
    joining.the_volunteer_is_trained,
    joining.two_people_find_the_volunteer_suitable,
    recruiting.the_campaign_counts_them,
    recruiting.another_one_is_not_taken_on,
]


def test_a_volunteer_from_the_poster_to_approved_and_one_who_is_not_taken_on(story):
    for chapter in CHAPTERS:
        chapter(story)
