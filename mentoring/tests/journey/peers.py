"""A peer mentor's own chapters: trained, asked six questions, at home in the group without a match (P1, P6)."""

from mentoring.tests.journey.joining import record_of
from mentoring.tests.journey.planning import HOME

PHONE = {"width": 360, "height": 740}


def the_volunteer_is_a_peer(story) -> None:
    """Somebody who was in care too; a supervisor named, the role statement signed, invited to their own page."""
    dee, zofia = story.coordinator, story.mentor
    record_of(dee, zofia)
    dee.opens("Change details")
    signed = {"Role statement signed": "today", "Supervisor": story.supervisor.name, "Would be a peer mentor": True}
    dee.sends(signed, "Save")
    dee.presses("Invite Zofia to sign in")
    zofia.takes_up_invitation()


def the_peer_is_trained(story) -> None:
    """A course from the ready programme, one session of two modules, the register kept on a phone."""
    dee, tess, zofia = story.coordinator, story.trainer, story.mentor
    dee.goes_to(f"{HOME}training/")
    dee.opens("Add a course")
    dee.presses("Peer mentors: ten")
    dee.sees("Getting to know each other")
    dee.goes_to(f"{HOME}training/")
    dee.opens("Plan a session")
    session = {"Module": "Boundaries", "Day": "today", "Time": "00:05", "Place": "The library"}
    also = {"Trainer": tess.name, "Confidentiality": True, "How many places": "6"}
    dee.sends({**session, **also}, "Plan it")
    dee.sends({zofia.name: True}, "Give these places", "1 place given")
    tess.page.set_viewport_size(PHONE)
    tess.goes_to(f"{HOME}training/")
    tess.opens("Boundaries")
    tess.sends({"Attended": True}, "Keep the register", "register is kept")
    zofia.goes_to("/me/training/")
    zofia.sees("Boundaries and Confidentiality", "You came")


def they_choose_the_group_only(story) -> None:
    """Not ready to be matched, and nobody says they failed: two people honour what the peer mentor wants."""
    dee, sam, zofia = story.coordinator, story.lead, story.mentor
    record_of(dee, zofia)
    dee.presses("Review their suitability")
    dee.opens("Open the review")
    dee.chooses_everywhere("Yes")
    known = {"Ready: how do you know": "Speaks of it calmly.", "Own support: how do you know": "An aunt, every week."}
    dee.fills({"Ready to be matched": True, "Why": "Zofia would rather have the group for now.", **known})
    dee.presses("Write it down")
    dee.sees("Able: say how you know")
    assert dee.page.get_by_label("Own support: how do you know").input_value() == "An aunt, every week."
    dee.sends({"Ready for group support only": True}, "Write it down", "second person")
    sam.goes_to("/")
    sam.opens("Look at it")
    sam.sees("Own support: yes. An aunt, every week.")
    sam.presses("I agree")
    sam.sees("Confirmed by the two of you")


def the_group_is_theirs(story) -> None:
    """The group meets; the peer mentor sees it on their page; who came is noted."""
    dee, lou, zofia = story.coordinator, story.supervisor, story.mentor
    dee.goes_to(f"{HOME}training/")
    dee.opens("Peer support group", "Plan the next time")
    dee.sends({"Day": "today", "Time": "23:58", "Place": "The den", "What is it about": "Food and talk"}, "Plan it")
    zofia.goes_to("/me/")
    zofia.opens("Your group")
    zofia.sees("You belong here", "as long as you like", "The den")
    lou.goes_to(f"{HOME}training/group/")
    lou.opens("11.58 pm")
    lou.sends({zofia.name: True}, "Keep it", "Noted")
    zofia.goes_to("/me/group/")
    zofia.sees("You have been 1 time")


def nobody_can_match_them(story) -> None:
    """Group support only is no waiting list: no page offers them to a young person."""
    dee, zofia = story.coordinator, story.mentor
    record_of(dee, zofia)
    dee.sees("Group support only")
    dee.goes_to(f"{HOME}matches/propose/")
    dee.sees_nothing_of(zofia.name)
