"""How time together ends, on telephones and in the co-ordinator's browser (issue "Time together", done when 1; S15).

They are together already, by the rooms' own actions.
"""

import os
from datetime import timedelta

import pytest
from django.utils import timezone

from matching.models import Ending, EndingTakenBack, Match
from matching.relationships.actions import session_log
from matching.relationships.goals.actions import goal_add
from matching.tests.readying import mentee_ready, mentor_ready, together
from mentoring.tests.kept import kept
from schemes.people.actions import young_person_move

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        os.environ.get("DATABASE_URL", "").startswith("postgres"),
        reason="The way through the pages is the same on every database.",
    ),
]
STAFF = "/schemes/sheffield/"


@kept
def pair(cast):
    """Zofia and Jay, who agreed on twelve weeks and have met twice."""
    volunteer, young_person = mentor_ready(cast, cast.volunteer), mentee_ready(cast, cast.young_person)
    cast.match = together(cast, volunteer, young_person)
    cast.match.agreements.update(length_weeks=12)
    for days in (2, 1):
        session_log(
            match=cast.match, outcome="held", planned_at=timezone.now() - timedelta(days=days), minutes=90,
            channel="in-person", by=cast.mentor,
        )  # fmt: skip


def of(world) -> str:
    """The page of their match."""
    return f"{STAFF}matches/{world.match.pk}/"


def fits_the_phone(somebody) -> None:
    assert somebody.page.evaluate("document.documentElement.scrollWidth") <= 360, "wider than the phone"


def begins_the_ending(dee, world, why: str) -> None:
    dee.goes_to(of(world))
    dee.opens("It is coming to an end")
    dee.sends({"Why is it coming": why}, "Begin the ending")


def test_s15_a_planned_ending(pair, person):
    """Given an agreed end that is near, when it is planned, said from both sides, marked at a meeting and closed, then
    the goal goes on with somebody, the mentor has thanks on paper, and neither reads the other's words."""
    goal_add(match=pair.match, words="Pass my theory test", by=pair.mentee)
    dee = person("Dee", pair.coordinator)
    jay, zofia = person("Jay", pair.mentee, phone=True), person("Zofia", pair.mentor, phone=True)
    dee.goes_to("/")
    dee.sees("Plan how Zofia and Jay come to a good end")
    dee.opens("Plan how Zofia and Jay")
    dee.sees("Pass my theory test")
    plan = {"When do they meet for the last": "1 March 2099", "What will they do": "Cook the first soup again"}
    dee.sends(plan, "Keep the plan", "Planned")
    jay.goes_to("/me/")
    jay.opens("Our last weeks")
    jay.sees("Cook the first soup again")
    fits_the_phone(jay)

    begins_the_ending(dee, pair, "The time agreed is up")
    for one, answers in (
        (jay, {"We did what we wanted to do": True, "What was it like": "I kept going"}),
        (zofia, {"I’d rather not say": True, "What was it like": "I learnt to listen"}),
    ):
        one.goes_to("/me/")
        one.opens("Looking back: what was it like")
        fits_the_phone(one)
        one.sends(answers, "Tell us", "Thank you")
    zofia.goes_to("/me/")
    zofia.sees_nothing_of("I kept going")

    dee.goes_to(of(pair))
    dee.sees("I kept going", "I learnt to listen")
    dee.opens("Record the ending")
    ended = {"Planned": True, "Why?": "The time agreed was up", "It goes on": True, "With whom": "The college mentor"}
    marked = {"A meeting": True, "Meeting with the co-ordinator held on": "today", "A goodbye of their own": True}
    dee.sends({**ended, **marked}, "Close the match", "its ending is on record")
    dee.sees("The college mentor", "Somebody asks Jay")
    zofia.goes_to("/me/")
    with zofia.page.expect_download() as download:
        zofia.page.get_by_role("link", name="My certificate (PDF)").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")
    jay.goes_to("/me/")
    jay.sees_nothing_of("Our last weeks", "I learnt to listen")


def test_s15_a_premature_ending_by_letter_and_two_who_go_on_after_all(pair, person):
    """Given an ending nobody wanted, when the letter is put on Jay's own page, then it stays there once the match is
    over, and Dee sees that it was read; taken back within the fortnight, they are together and nothing is lost."""
    dee, jay = person("Dee", pair.coordinator), person("Jay", pair.mentee, phone=True)
    begins_the_ending(dee, pair, "Zofia starts a new job")
    dee.goes_to(of(pair))
    dee.opens("Record the ending")
    dee.sends({"Earlier than agreed": True, "Why?": "The mentor", "A letter": True}, "Keep it for now")
    dee.sees("These are first words")
    assert "sooner than you two had hoped" in dee.page.locator("textarea[name=letter]").input_value()
    dee.sends({"Put it on their own page": True}, "Keep the letter", "on their own page now")
    dee.presses("Close the match")
    dee.sees("its ending is on record", "not read yet")

    jay.goes_to("/me/")
    jay.opens("Read it")
    jay.sees("Dear Jay", "Your time with Zofia")
    fits_the_phone(jay)
    jay.goes_to("/me/")
    jay.opens("Your letter of")
    dee.goes_to(of(pair))
    dee.sees("read on")

    dee.opens("They go on after all")
    dee.sends({"Why do they go on": "The job fell through"}, "Open it again", "together again")
    dee.sees("It had ended before")
    assert Match.objects.get().state == "active"
    assert EndingTakenBack.objects.get().told["letter"]
    assert not Ending.objects.exists()


def test_s15_a_departed_young_person_and_three_months_on(pair, person):
    """Given that Jay has gone, then the pair is chased, Jay gets the letter by post, Dee records the rest, and is asked
    three months later how Jay is."""
    young_person_move(young_person=pair.young_person, to="moved-on", why="To Leeds", by=pair.coordinator)
    dee, zofia = person("Dee", pair.coordinator), person("Zofia", pair.mentor, phone=True)
    dee.goes_to("/")
    dee.opens("Jay has gone")
    begins_the_ending(dee, pair, "Jay lives in Leeds now")
    dee.goes_to(of(pair))
    dee.opens("Record the ending")
    dee.sees("Jay has gone. They get a letter")
    rest = {"Not planned": True, "Why?": "moved away", "What was it like": "Jay said on the telephone it was good"}
    dee.fills({**rest, "A meeting": True, "Meeting with the co-ordinator held on": "today"})
    dee.presses("Close the match")
    dee.sees("Jay has gone. Write them a letter, and send it.")
    dee.presses("Keep it for now")
    dee.sends({"I have posted it": True, "Letter sent on": "today"}, "Keep the letter", "posted")
    dee.presses("Close the match")
    dee.sees("its ending is on record", "Written down by staff")
    dee.presses("They have the letter")
    dee.sees("they have it")
    dee.opens("Write down how they are")
    spoken = {"Yes, we spoke": True, "How are they": "Works at the garage and likes it"}
    dee.sends(spoken, "Write it down", "Works at the garage")
    zofia.goes_to("/me/")
    zofia.sees_nothing_of("garage", "on the telephone")
