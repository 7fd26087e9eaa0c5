"""How volunteers come: a poster, an evening, an application, an interview by two on their own accounts (S9)."""

from urllib.parse import urlsplit

from mentoring.tests.journey.joining import fills_in_application, record_of
from mentoring.tests.journey.people import Person, link_in
from mentoring.tests.journey.planning import HOME


def a_poster_is_made(story) -> None:
    """A campaign with what it costs; its poster carries its own address, in words beside the square."""
    dee = story.coordinator
    dee.goes_to(f"{HOME}people/campaigns/")
    dee.opens("Add a campaign")
    campaign = {"Channel": "Market stall", "When did it begin": "yesterday", "Cost": "40"}
    dee.sends(campaign, "Add it", "Added")
    story.campaign = urlsplit(dee.page.url).path
    dee.opens("Poster to print")
    assert dee.page.locator(".poster-square svg").count() == 1
    story.poster = dee.page.locator(".poster-address").inner_text().strip()


def somebody_reads_it_off_the_poster_and_asks(story) -> None:
    """On their own telephone, in under a minute; nobody asks how they heard of it."""
    asks_by_poster(story, story.person("mentor", "Zofia Nowak", phone=True))


def asks_by_poster(story, volunteer: Person) -> None:
    volunteer.page.goto(story.poster)
    volunteer.sees_nothing_of("How did you hear")
    answers = {"Your name": volunteer.name, "Your e-mail": volunteer.email}
    volunteer.sends(answers, "Ask about volunteering", "Thank you for asking")


def they_come_to_an_evening(story) -> None:
    """Planned by staff, booked without an account, the register kept: the record that is there already is found."""
    dee, zofia = story.coordinator, story.mentor
    dee.goes_to(f"{HOME}people/information-sessions/")
    dee.opens("Plan a session")
    dee.sends({"Day": "today", "Time": "23:59", "Where": "Town hall"}, "Plan it", "Planned")
    evening = urlsplit(dee.page.url).path
    zofia.goes_to("/join/riverside/")
    zofia.opens("come and hear about it", "Book a place")
    booking = {"Your name": zofia.name, "Your e-mail": zofia.email}
    zofia.sends(booking, "Book a place", "Thank you for booking")
    zofia.page.goto(link_in(story.post(zofia.email, "/place/")))
    zofia.sees("You have a place", "Town hall")
    dee.goes_to(evening)
    dee.sends({"Came": True}, "Keep the register", "register is kept")
    dee.goes_to(f"{HOME}people/volunteers/")
    assert dee.page.get_by_role("link", name=zofia.name).count() == 1


def they_apply(story) -> None:
    zofia = story.mentor
    fills_in_application(zofia, link_in(story.post(zofia.email, "/application/")))
    zofia.sees("Your application is in")


def two_people_interview_them(story) -> None:
    """Each scores on their own account before they see the other's; either writes down what they agreed."""
    dee, sam, zofia = story.coordinator, story.lead, story.mentor
    interviewed_by_two(dee, sam, zofia)
    agreed = {"Go on to checks": True, "Why": "Warm and steady."}
    sam.sends(agreed, "Write it down", "written down")
    record_of(dee, zofia)
    dee.sees("Checks")


def interviewed_by_two(first: Person, second: Person, volunteer: Person) -> None:
    """Up to the page on which they agree, with the second one looking at it."""
    record_of(first, volunteer)
    first.presses("Invite to an interview")
    first.opens("Write down the interview")
    held = {"When was it": "yesterday", "Who interviewed with you": second.name}
    first.sends(held, "Go on to your scores")
    scores(first, "Good")
    first.sees("Waiting for the other scores")
    second.goes_to("/")
    second.opens(f"Interview with {volunteer.name}")
    second.sees_nothing_of("What each of the two thought")
    scores(second, "Very good")
    second.sees("What each of the two thought")


def scores(interviewer: Person, words: str) -> None:
    interviewer.chooses_everywhere(words)
    interviewer.sends({"Two years": True}, "Hand in these scores", "scores are in")


def the_campaign_counts_them(story) -> None:
    """One asked and was approved: forty pounds for each."""
    dee = story.coordinator
    dee.goes_to(story.campaign)
    dee.sees("For each approved mentor", "£40.00")


def another_one_is_not_taken_on(story) -> None:
    """The same way up to the interview; then a kind no, with its reason, and no way on."""
    dee, sam, tom = story.coordinator, story.lead, story.person("declined", "Tom Ellery", phone=True)
    asks_by_poster(story, tom)
    fills_in_application(tom, link_in(story.post(tom.email, "/application/")))
    interviewed_by_two(dee, sam, tom)
    sam.presses("Write it down")
    sam.sees("Say why you decided so")
    reason = {"Not taken on": True, "Why": "Wants to be a friend at once, and could not think again about it."}
    sam.sends(reason, "Write it down", "written down")
    record_of(dee, tom)
    dee.sees("Not taken on", "Decided at the interview")
    dee.sees_nothing_of("Begin the checks", "Begin training")
    dee.goes_to(story.campaign)
    dee.sees("£40.00")
