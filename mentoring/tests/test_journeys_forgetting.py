"""Being forgotten, and reading everything first, in a real browser (issue 6, done when 8; articles 15 and 17)."""

import os

import pytest

from safeguarding.tests.erasure.leaving import leave

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        os.environ.get("DATABASE_URL", "").startswith("postgres"),
        reason="The way through the pages is the same on every database.",
    ),
]
RECORDS = "/schemes/sheffield/records/"


def test_issue_6_erasure_stopped_by_a_legal_hold_and_carried_out_when_it_has_ended(cast, person):
    """Given a hold, when Jay asks to be forgotten, then two say yes and nothing goes until the hold has ended."""
    sam = person("Sam", cast.lead)
    sam.goes_to(RECORDS)
    sam.opens("Records to go", "Hold somebody’s records")
    held = {"Who is it about": "mentee@cast.example", "What is it for": "A claim is made", "When do you": "2099-01-05"}
    sam.sends(held, "Hold it", "Nothing of them goes")

    jay = person("Jay", cast.mentee, phone=True)
    jay.goes_to("/me/record/")
    jay.opens("Ask us to delete my record")
    jay.sends({"Is there something": "I start afresh"}, "Ask for it", "You asked")
    jay.sees("Being looked at")
    jay.sees_nothing_of("claim", "hold")
    leave(cast, cast.mentee)

    morgan = person("Morgan", cast.manager)
    morgan.goes_to("/")
    morgan.sees("Somebody asks for their records to go")
    morgan.goes_to(RECORDS + "go/")
    morgan.opens("Jay Holt")
    morgan.sees("A legal hold is on this person", "Goes", "Whether there is any is not said here")
    morgan.opens("Decide")
    morgan.presses("Hand it to a second person")
    morgan.sees("somebody else says yes")

    sam.goes_to(RECORDS + "go/")
    sam.page.locator("table").first.get_by_role("link", name="Jay Holt").click()
    sam.presses("Yes, take it away for good")
    sam.sees("A legal hold is on this person", "Waits for a second person")
    sam.goes_to(RECORDS + "go/")
    sam.page.locator("table").nth(1).get_by_role("link", name="Jay Holt").click()
    sam.sends({"Why does it end": "It is settled"}, "End it", "It has ended")
    sam.opens("Jay Holt")
    sam.presses("Yes, take it away for good")
    sam.sees("It is done", "Somebody who left", "Morgan Hale decided", "Jay Holt")

    jay.goes_to("/me/record/")
    jay.sees("Sign in")
    morgan.goes_to(RECORDS + "go/")
    morgan.opens("Somebody who left")
    morgan.sees_nothing_of("Jay")


def test_issue_6_somebody_asks_for_everything_and_takes_it(cast, person):
    """Given Jay asks for everything, when one has read it and another says yes, then he takes it from his own page."""
    jay = person("Jay", cast.mentee, phone=True)
    jay.goes_to("/me/record/")
    jay.opens("Ask for everything")
    jay.sends({"Is there something": "Why I was referred"}, "Ask for it", "You asked")

    sam = person("Sam", cast.lead)
    sam.goes_to("/")
    sam.sees("Somebody asked for what is held on them")
    sam.goes_to(RECORDS)
    sam.opens("Jay Holt")
    while sam.page.locator("ol.rows .pill", has_text="to read").count():
        sam.page.locator("ol.rows li", has_text="to read").first.get_by_role("link").click()
        for give in sam.page.get_by_label("Give it", exact=True).all():
            give.check()
        sam.page.get_by_role("main").get_by_role("button").last.click()
        sam.goes_to(RECORDS)
        sam.opens("Jay Holt")
    sam.presses("Hand it to a second person")

    morgan = person("Morgan", cast.manager)
    morgan.goes_to(RECORDS)
    morgan.opens("Jay Holt")
    morgan.presses("Give it to them")

    jay.goes_to("/me/record/")
    jay.sees("Take it")
