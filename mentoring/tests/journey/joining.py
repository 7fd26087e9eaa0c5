"""The middle chapters: a volunteer and a young person come, and are made ready for each other (S9–S11)."""

from mentoring.tests.journey.people import Person, link_in
from mentoring.tests.journey.planning import HOME

JOIN = "/join/riverside/"
CHECKS = ["Identity", "Reference", "Reference", "DBS", "Self-declaration"]
MODULES = {"Boundaries": "4", "Confidentiality": "4", "Keeping people safe": "4"}


def record_of(staff: Person, volunteer: Person) -> None:
    """Open a volunteer's record from the list."""
    staff.goes_to(f"{HOME}people/volunteers/")
    staff.opens(volunteer.name)


def a_volunteer_applies(story) -> None:
    """From the public page to the interview: a minute to ask, five parts to apply, two people who score."""
    zofia, dee = story.person("mentor", "Zofia Nowak"), story.coordinator
    zofia.goes_to(JOIN)
    zofia.opens("Ask about volunteering")
    zofia.sends({"Your name": zofia.name, "Your e-mail": zofia.email}, "Ask about volunteering")
    record_of(dee, zofia)
    dee.presses("Send the application link")
    fills_in_application(zofia, link_in(story.post(zofia.email, "/application/")))
    record_of(dee, zofia)
    dee.presses("Invite to an interview")
    two_people_interview(dee, "Kai from the group")
    agreed = {"Go on to checks": True, "Why": "Warm and steady."}
    dee.sends(agreed, "Write it down", "written down")


def fills_in_application(volunteer: Person, link: str) -> None:
    """All five parts, from the private link to the thanks."""
    volunteer.page.goto(link)
    volunteer.opens("About you")
    born = {"Day": "2", "Month": "4", "Year": "1985"}
    volunteer.sends({**born, "Where you live": "Hillsborough"}, "Keep and go on")
    volunteer.sends({"Why would you like": "Somebody once did it for me."}, "Keep and go on")
    now = {"What was it": "Work", "What and where": "Nurse, Sheffield", "From": "March 2015", "To": "now"}
    volunteer.sends({**now, "No": True}, "Keep and go on")
    lines = {"A few lines about you": "I cook, I listen, I am always on time."}
    volunteer.sends({"cooking": True, "music": True, "Sat am": True, **lines}, "Keep and go on")
    volunteer.sends({"I have read what a mentor is": True, "I have read what stays": True}, "Keep and go on")
    volunteer.presses("Send my application")


def two_people_interview(staff: Person, second: str) -> None:
    """From an invited volunteer's record: the first scores, then the named second on the same screen."""
    staff.opens("Write down the interview")
    who = {"When was it": "yesterday", "Or, somebody without an account": second}
    staff.sends(who, "Go on to your scores")
    for _ in ("first", "second"):
        staff.chooses_everywhere("Good")
        staff.sends({"Two years": True}, "Hand in these scores", "scores are in")


def the_volunteer_is_checked(story) -> None:
    """Identity, two references, criminal record, self-declaration: asked for, back, decided."""
    dee, zofia = story.coordinator, story.mentor
    record_of(dee, zofia)
    dee.opens("All checks", "Work it out")
    dee.presses("Work it out")
    dee.presses("Confirm it")
    for number, kind in enumerate(CHECKS):
        record_of(dee, zofia)
        dee.opens("All checks", "Ask for a check")
        referee = {"Who gives the reference": f"Referee {number}"} if kind == "Reference" else {}
        dee.sends({"Which check": kind, **referee}, "Write it down")
        dee.opens(*(["Ask the referee", "It came back"] if referee else ["It came back"]))
        dee.sends({}, "Write it down")
        dee.opens("Decide")
        dee.sends({"Clear": True}, "Write it down")
    dee.sees("Cleared")
    record_of(dee, zofia)
    dee.presses("Begin training")


def the_volunteer_is_trained(story) -> None:
    """A course, its modules, a session today; the trainer keeps the register."""
    dee, tess, zofia = story.coordinator, story.trainer, story.mentor
    dee.goes_to(f"{HOME}training/")
    dee.opens("Add a course")
    dee.sends({"Title": "First steps"}, "Add it")
    for topic, hours in MODULES.items():
        dee.sends({"Topic": topic, "Hours": hours}, "Add it", "Added")
    for topic in MODULES:
        dee.goes_to(f"{HOME}training/")
        dee.opens("Plan a session")
        session = {"Module": topic, "Day": "today", "Time": "00:05", "Place": "The library", "Trainer": tess.name}
        dee.sends(session, "Plan it")
        dee.sends({zofia.name: True}, "Give these places")
    for topic in MODULES:
        tess.goes_to(f"{HOME}training/")
        tess.opens(topic)
        tess.sends({"Attended": True}, "Keep the register", "register is kept")
    # A trainer sees the names of their own sessions and opens no record
    tess.page.goto(f"{HOME}people/young-people/")
    tess.sees("not open to you")


def two_people_find_the_volunteer_suitable(story) -> None:
    """The co-ordinator writes, the safeguarding lead confirms; a course that ended approves nobody."""
    dee, sam, zofia = story.coordinator, story.lead, story.mentor
    record_of(dee, zofia)
    dee.presses("Review their suitability")
    dee.opens("Open the review")
    dee.sends({"Ready to be matched": True, "Why": "Steady, kind, on time."}, "Write it down", "second person")
    sam.goes_to("/")
    sam.opens("Look at it")
    sam.presses("I agree")
    record_of(dee, zofia)
    dee.sees("Approved")
    dee.opens("Change details")
    signed = {"Role statement signed": "today", "Supervisor": story.supervisor.name}
    dee.sends(signed, "Save")
    dee.presses("Invite Zofia to sign in")
    zofia.takes_up_invitation()
    zofia.sees("Zofia")


def a_young_person_asks_for_a_mentor(story) -> None:
    """On a phone, one question a page; then the co-ordinator rings, meets, writes down the yes."""
    jay, dee = story.person("mentee", "Jay Holt", phone=True), story.coordinator
    jay.goes_to(JOIN)
    jay.opens("Ask for a mentor")
    jay.opens("Start")
    jay.sends({"Your name": "Jay"}, "Go on")
    jay.sends({"Or your e-mail": jay.email}, "Go on")
    jay.sends({"When is a good time": "After 4"}, "Go on")
    jay.sends({"In your own words": "Somebody to cook with"}, "Go on")
    jay.sends({"Either is fine": True}, "Go on")
    jay.sends({"Anything else you would like": "Somebody calm"}, "Go on")
    jay.sends({"cooking": True}, "Go on")
    jay.sends({"Your town": "Hillsborough", "Day": "14", "Month": "3", "Year": "2007"}, "Go on")
    jay.presses("Ask for a mentor")
    record_of_jay(dee)
    dee.sees("Somebody to cook with")
    dee.presses("I have been in touch")
    dee.presses("We have met")
    dee.opens("Change details")
    dee.sends({"Last said they want a mentor": "today"}, "Save")
    dee.presses("Invite Jay to sign in")
    jay.takes_up_invitation()
    record_of_jay(dee)
    dee.presses("They want a mentor")


def record_of_jay(staff: Person) -> None:
    staff.goes_to(f"{HOME}people/young-people/")
    staff.opens("Jay")


def the_young_person_consents(story) -> None:
    """Asked by the co-ordinator, said by the young person on their own page (S12)."""
    dee, jay = story.coordinator, story.mentee
    record_of_jay(dee)
    dee.opens("Consent", "Ask for consent")
    dee.sends({"Whose consent": "own"}, "Write it down")
    jay.goes_to("/me/consent/")
    jay.presses("Yes")
    record_of_jay(dee)
    dee.unfolds("Consent")  # what is done is folded
    dee.sees("All there")
