"""From the mentor's first page to a session written down: four taps at most, and one text (S13)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from matching.relationships import actions

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MOST_TAPS = 4
COUNTED = "addEventListener('pointerdown', (event) => { if (event.isTrusted) window.tapped(); }, true)"


@pytest.fixture
def zofia(pair, person):
    """The mentor at a phone that counts how often the glass is touched: `taps`."""
    mentor = person("Zofia", pair.mentor, phone=True)
    mentor.taps = []
    mentor.context.expose_function("tapped", lambda: mentor.taps.append(1))
    mentor.context.add_init_script(COUNTED)
    mentor.goes_to("/")
    return mentor


def test_s13_a_session_is_written_down_in_four_taps_and_one_text(pair, zofia):
    planned = actions.session_plan(match=pair.match, planned_at=timezone.now() - timedelta(hours=3), by=pair.mentor)
    zofia.goes_to("/")
    zofia.page.get_by_role("link", name="Log a session").tap()
    zofia.page.get_by_text("Yes, we met").tap()
    zofia.page.get_by_label("What did you do?").tap()
    zofia.page.keyboard.type("We cooked soup.")
    zofia.page.get_by_role("button", name="Write it down").tap()
    zofia.sees("Written down. Thank you.")
    assert 0 < len(zofia.taps) <= MOST_TAPS
    session = pair.match.mentoringsessions.get()
    assert (session.pk, session.outcome, session.minutes) == (planned.pk, "held", 60)
    assert session.shared_note == "We cooked soup."


def test_s13_the_way_begins_where_the_phone_shows_it_without_scrolling(zofia):
    box = zofia.page.get_by_role("link", name="Log a session").bounding_box()
    assert box["y"] + box["height"] <= 640


def test_s13_what_is_not_asked_of_the_answer_is_not_on_the_page(zofia):
    zofia.page.get_by_role("link", name="Log a session").tap()
    minutes, who = zofia.page.get_by_label("Minutes?"), zofia.page.get_by_text("Who called it off?")
    assert not minutes.is_visible()
    zofia.page.get_by_text("Yes, we met").tap()
    assert minutes.is_visible()
    assert not who.is_visible()
    zofia.page.get_by_text("No, it was called off").tap()
    assert who.is_visible()
    assert not minutes.is_visible()
    assert not zofia.page.get_by_text("Did Jay get home safely?").is_visible()
    zofia.page.get_by_text("Yes, we met").tap()
    zofia.page.get_by_label("What kind?").select_option("workshop")
    assert zofia.page.get_by_text("Did Jay get home safely?").is_visible()
