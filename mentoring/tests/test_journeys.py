"""A new scheme from its first council to the downloaded report, in a real browser, through pages only, each role doing
its own part (issue "The house stands", done when 2). On the engine of this run: SQLite, or PostgreSQL, Redis and all;
always with the real web server, worker, scheduler and mail."""

import sys

import pytest

from mentoring.tests.journey import joining, matching, planning, together

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(sys.platform != "linux", reason="finds processes in /proc"),
]


CHAPTERS = [
    planning.a_scheme_is_opened,
    planning.its_people_are_invited,
    planning.the_plan_is_written,
    joining.a_volunteer_applies,
    joining.the_volunteer_is_checked,
    joining.the_volunteer_is_trained,
    joining.two_people_find_the_volunteer_suitable,
    joining.a_young_person_asks_for_a_mentor,
    joining.the_young_person_consents,
    matching.they_choose_each_other,
    matching.the_risk_is_weighed,
    matching.the_agreement_is_signed_by_three,
    matching.supervision_is_planned_and_they_are_introduced,
    together.a_goal_is_set,
    together.a_session_is_logged,
    together.supervision_is_recorded,
    together.the_match_is_reviewed,
    together.a_worry_is_told,
    together.the_match_ends_well,
    together.the_report_is_drawn,
]


def test_a_scheme_from_the_first_council_to_the_printed_report(story):
    for chapter in CHAPTERS:
        chapter(story)
