"""A young person complains about their co-ordinator, in a real browser on a small phone (P8)."""

import os
import re

import pytest

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        os.environ.get("DATABASE_URL", "").startswith("postgres"),
        reason="The way through the pages is the same on every database.",
    ),
]
COMPLAINTS = "/schemes/sheffield/complaints/"


def test_p8_a_complaint_about_the_co_ordinator_that_she_never_learns_of(cast, person):
    """Given Jay on a phone, when he complains about Dee, then Morgan answers him and for Dee there is nothing."""
    jay = person("Jay", cast.mentee, phone=True)
    jay.goes_to("/me/")
    jay.opens("Something was not fair", "Tell us")
    jay.sees("Not Dee Parker", "Morgan Hale and Sam Okoye")
    said = {"Something went wrong": True, "Tell us about it": "She read my letter aloud", "Dee Parker": True}
    jay.sends(said, "Send it", "It has gone")
    jay.sees("Who reads it", "Not the co-ordinator", "She read my letter aloud")

    morgan = person("Morgan", cast.manager)
    morgan.goes_to("/")
    morgan.sees("Somebody wrote to you")
    morgan.sees_nothing_of("letter")
    morgan.opens("Read")
    morgan.presses("Say that I have it")
    where = re.search(r"/schemes/.*", morgan.page.url).group()
    morgan.opens("Answer")
    morgan.sends({"Your answer": "Dee should have asked you first. She will from now on."}, "Send the answer")

    dee = person("Dee", cast.coordinator)
    dee.goes_to("/")
    dee.sees_nothing_of("wrote to you", "letter")
    dee.goes_to(COMPLAINTS)
    dee.sees("Nothing here")
    assert dee.page.goto(where).status == 404
    dee.goes_to("/notices/")
    dee.sees_nothing_of("something to read")

    jay.goes_to("/notices/")
    jay.opens("You have something to read")
    jay.sees("Morgan Hale answered", "She will from now on")
    jay.presses("Yes, that is fine")
    jay.sees("this is fine now")
