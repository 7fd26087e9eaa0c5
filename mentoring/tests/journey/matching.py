"""The chapters in which two people choose each other and are introduced (S12, S13)."""

from mentoring.tests.journey.people import Person
from mentoring.tests.journey.planning import HOME
from safeguarding.risk.topics import TOPICS


def the_match(staff: Person) -> None:
    staff.goes_to(f"{HOME}matches/")
    staff.opens("Zofia")


def they_choose_each_other(story) -> None:
    """The co-ordinator proposes; the young person reads and chooses; the mentor is asked and says yes."""
    dee, jay, zofia = story.coordinator, story.mentee, story.mentor
    zofia.goes_to("/me/asked/")
    zofia.opens("What they can read about me", "Change what they can read")
    zofia.sends({"What I wrote about myself": True}, "Save", "Saved")
    zofia.presses("Yes, this may be shown")
    dee.goes_to(f"{HOME}matches/")
    dee.opens("Who waits, and proposals")
    dee.presses("Propose Zofia")
    dee.sees("are proposed")
    the_match(dee)
    dee.presses("Show Zofia")
    jay.goes_to("/me/profiles/")
    jay.sees("I cook, I listen")
    jay.sees_nothing_of("Nowak")
    jay.opens("Say yes or no")
    jay.sends({"Yes, I pick Zofia": True}, "Tell us", "ask Zofia")
    zofia.goes_to("/me/asked/")
    zofia.opens("Read and answer")
    zofia.sees_nothing_of("Holt")
    zofia.sends({"Yes, I’d like to mentor Jay": True}, "Tell us", "Good")


def writes_the_risk(staff: Person) -> None:
    """From the page of the match; the lead is asked to approve it next."""
    staff.opens("Write the risk assessment")
    risk = {
        "The mentor’s side: what might": "New to this: ring after each of the first three times.",
        "The young person’s side: what might": "Late buses home.",
        **{f"{heading}: how likely": "Does not arise" for heading, _ in TOPICS.values()},
        "How do they meet safely": "The library café, by day.",
        "Look again on": "tomorrow",
    }
    staff.sends(risk, "lead")


def the_risk_is_weighed(story) -> None:
    """The co-ordinator writes the assessment; a safeguarding lead who did not write it approves."""
    dee, sam = story.coordinator, story.lead
    the_match(dee)
    writes_the_risk(dee)
    sam.goes_to("/")
    sam.opens("Read the risk assessment")
    sam.presses("Approve it")


def the_agreement_is_signed_by_three(story) -> None:
    """Written by the co-ordinator with both; each of the three signs for themselves (R7)."""
    dee, jay, zofia = story.coordinator, story.mentee, story.mentor
    the_match(dee)
    dee.opens("Write the agreement")
    words = {"What is it for": "Cook a proper meal and have somebody to ring.", "When did you talk": "today"}
    dee.sends(words, "Keep these words")
    dee.presses("I agree, for the scheme")
    for person in (jay, zofia):
        person.goes_to("/me/")
        person.opens("agree")
        person.presses("I agree")
    the_match(dee)
    dee.sees("signed by all three")


def supervision_is_planned_and_they_are_introduced(story) -> None:
    """Nobody is introduced before the mentor's first supervision has a date (S12, S14)."""
    dee, lou = story.coordinator, story.supervisor
    the_match(dee)
    dee.sees("no date for supervision")
    lou.goes_to(f"{HOME}supervision/")
    lou.opens("Plan a supervision")
    plan = {"Zofia Nowak": True, "Supervisor": lou.name, "Day": "today", "Time": "23:58", "Where": "The office"}
    lou.sends(plan, "Plan it", "Planned")
    the_match(dee)
    dee.presses("Introduce them")
    dee.opens("They have met already")
    dee.sends({"Yes, they met": True}, "Write it down", "have met")
    dee.sees("Zofia")
