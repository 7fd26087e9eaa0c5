"""How young people come, in a real browser: asking by themselves on a small phone, or referred by a worker (S10)."""

import os

import pytest

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        os.environ.get("DATABASE_URL", "").startswith("postgres"),
        reason="The way through the pages is the same on every database.",
    ),
]
JOIN, STAFF = "/join/sheffield/", "/schemes/sheffield/"


def test_s10_from_asking_on_a_small_phone_to_the_waiting_list(cast, person):
    """Given a young person with a borrowed phone, when they stop, go on on another and are met, then they wait."""
    noor = person("Noor", phone=True)
    noor.goes_to(JOIN)
    noor.opens("Ask for a mentor")
    noor.sees("within a week", "Leave this page")
    noor.opens("Start")
    noor.sends({"Your name": "Noor"}, "Go on")
    noor.sends({"Your phone": "07700 900456"}, "Go on")
    noor.fills({"Who else sees": "my carer"})
    noor.presses("Stop here")
    noor.presses("Keep it and show me the code")
    code = noor.reads(r"\b[2-9A-Z]{4}-[2-9A-Z]{4}\b")

    later = person("Noor", phone=True)
    later.goes_to(JOIN + "mentor/")
    later.opens("I have a code")
    later.sends({"Your code": code.lower()}, "Go on")
    later.sees("What would you like a mentor for?")
    later.sends({"In your own words": "Somebody to cook with"}, "Go on")
    later.sends({"Somebody who was in care too": True}, "Go on")
    later.opens("Skip this")
    later.sends({"cooking": True}, "Go on")
    later.sends({"Is there a place": "Leith"}, "Go on")
    later.sees("my carer", "Leith", "07700 900456")
    later.presses("Ask for a mentor")
    later.sees("You did it")

    dee = person("Dee", cast.coordinator, phone=True)
    dee.goes_to(STAFF + "people/young-people/")
    dee.opens("Noor")
    dee.sees("Nobody has answered them yet", "my carer")
    dee.opens("Write down the first meeting")
    met = {"Who was there": "Noor and me", "Why now, in": "A new flat", "They want a mentor": True}
    dee.sends(met, "Write it down", "Written down")
    dee.opens("Young people", "Waiting list")
    dee.sees("Noor", "has not been asked for", "The order, and why")


def test_s10_a_worker_refers_and_sees_the_stage_and_nothing_else(cast, person):
    """Given a referrer with an account, when the scheme gets in touch, then they read so, and never why."""
    ruth, dee = person("Ruth", cast.referrer), person("Dee", cast.coordinator)
    ruth.goes_to("/me/referrals/")
    ruth.opens("Refer somebody")
    told = {
        "What the young person likes": "Ash",
        "Their phone": "07700 900777",
        "What they say they want": "Somebody to play chess with",
        "They know about this": True,
        "Your role": "Personal adviser, leaving care",
        "What you hope for": "Keeps the tenancy",
    }
    ruth.sends(told, "Send the referral")
    ruth.sees("We have it")
    ruth.goes_to("/me/referrals/")
    ruth.opens("Ash")
    ruth.sees("We have it", "Keeps the tenancy", "stay yours")

    dee.goes_to(STAFF + "people/young-people/")
    dee.opens("Ash")
    dee.sees("These stay the referrer’s words")
    dee.presses("I have been in touch")
    dee.opens("Point to other support")
    away = {"Where did you point": "The chess club", "Why there": "Moves to Leeds in May", "No: this takes": True}
    dee.sends(away, "Write it down", "Written down")

    ruth.goes_to("/me/referrals/")
    ruth.sees("Not with us now")
    ruth.opens("Ash")
    ruth.sees_nothing_of("chess club", "Leeds", "Pointed")
