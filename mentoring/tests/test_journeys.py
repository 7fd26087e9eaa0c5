"""A new scheme from its first council to the downloaded report, in a real browser, through pages only, each role doing
its own part (issue "The house stands", done when 2). On the engine of this run: SQLite, or PostgreSQL, Redis and all;
always with the real web server, worker, scheduler and mail."""

import os
import sys
from types import SimpleNamespace

import pytest

from mentoring.tests.installation import Installation
from mentoring.tests.journey import joining, matching, planning, together
from mentoring.tests.journey.people import Person

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(sys.platform != "linux", reason="finds processes in /proc"),
]


class Story(SimpleNamespace):
    """Who takes part so far, and the installation they use."""

    def person(self, key: str, name: str, **kind) -> Person:
        somebody = Person(self.browser, self.installation.url, name, self.post, **kind)
        setattr(self, key, somebody)
        return somebody

    def post(self, email: str) -> str:
        """The newest mail to this address."""
        self.installation.wait_for_that(lambda: any(email in to for to, _ in self.sink.messages), 30)
        return next(text for to, text in reversed(self.sink.messages) if email in to)


@pytest.fixture
def story(chromium, smtp_sink, tmp_path, request):
    broker = request.getfixturevalue("redis_server").url if os.environ.get("REDIS_URL") else ""
    env = {
        "DJANGO_SETTINGS_MODULE": "mentoring.tests.journey.settings",
        "DEMO": "0",
        "DEBUG": "1",
        "EMAIL_URL": smtp_sink.url,
    }
    whole = Installation(tmp_path, redis_url=broker, env=env)
    whole.start()
    yield Story(browser=chromium, installation=whole, sink=smtp_sink)
    whole.remove()


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
