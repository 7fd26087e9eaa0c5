"""The way of a volunteer and of a young person in words: what each step is called, and what pressing it does. Pure."""

#: What happened, for the story of a record.
HAPPENED = {
    "enquired": "Asked about volunteering",
    "applied": "Sent an application",
    "interviewing": "Invited to an interview",
    "vetting": "Checks began",
    "training": "Training began",
    "suitability": "Suitability review began",
    "approved": "Approved to be matched",
    "group-only": "Approved for group support",
    "left": "Left the scheme",
    "withdrawn": "Decided not to go on",
    "declined": "Not taken on",
    "referred": "Came to the scheme",
    "contacted": "First contact made",
    "met": "Met face to face",
    "waiting": "Said yes: waiting for a mentor",
    "paused": "Paused",
    "moved-on": "Moved on",
    "chose-not": "Chose not to go on",
    "not-eligible": "Not eligible",
    "signposted": "Pointed to other support",
}

#: What a button says that takes somebody there.
BUTTONS = {
    "enquired": "They want to start again",
    "applied": "Their application is in",
    "interviewing": "Invite to an interview",
    "vetting": "Begin the checks",
    "training": "Begin training",
    "suitability": "Review their suitability",
    "approved": "Back from the pause",
    "group-only": "Back from the pause",
    "paused": "Pause for now",
    "left": "They have left",
    "withdrawn": "They decided not to go on",
    "declined": "Don’t take on",
    "contacted": "I have been in touch",
    "met": "We have met",
    "waiting": "They want a mentor: add to the waiting list",
    "moved-on": "They have moved on",
    "chose-not": "They chose not to go on",
    "not-eligible": "Not eligible",
    "signposted": "Point to other support",
}

#: What follows, said before it is done.
CONSEQUENCES = {
    "declined": "They will not be able to go on in this scheme. Tell them yourself, kindly, before you record it.",
    "withdrawn": "They leave the list of people on their way. If they come back, they start with an enquiry.",
    "left": "They leave for good; their record stays as long as the rules on keeping records say.",
    "suitability": "Two people look at it together. Until they have, nobody new can be matched with this volunteer.",
    "paused": "They stay in the scheme but cannot be matched until they are back.",
    "not-eligible": "They cannot join this scheme. Say why, and think what else could help them.",
    "signposted": "Say where you pointed them to, so that whoever asks next knows.",
    "moved-on": "They leave the scheme on their own terms. They can come back to the waiting list any time.",
    "chose-not": "It is their choice and needs no reason. They can change their mind.",
}

#: Steps forward; the rest are ways to pause or leave, which are shown apart and ask first.
FORWARD = (
    *("applied", "interviewing", "vetting", "training", "suitability"),
    *("approved", "group-only", "contacted", "met", "waiting", "enquired"),
)

#: Steps back that open something again; they ask first.
BACKWARD = {("approved", "suitability"), ("group-only", "suitability"), ("withdrawn", "enquired")}


def next_steps(moves: dict[str, set[str]], state: str, decided_elsewhere: set[str] = frozenset()) -> dict[str, list]:
    """{"forward": [(state, button)], "aside": […]}: lawful steps from here, without those another page decides."""
    lawful = moves.get(state, set()) - set(decided_elsewhere)
    ahead = [step for step in FORWARD if step in lawful and (state, step) not in BACKWARD]
    forward = [(step, BUTTONS[step]) for step in ahead]
    aside = [(step, words) for step, words in BUTTONS.items() if step in lawful and step not in ahead]
    return {"forward": forward, "aside": aside}


def volunteer_steps(moves: dict[str, set[str]], state: str, paused_from: str = "") -> dict[str, list]:
    """The same for a volunteer: an interview opens the checks, a review decides approval, a pause ends as it began."""
    elsewhere = {
        "interviewing": {"vetting"},
        "suitability": {"approved", "group-only", "training"},
        "paused": {"approved", "group-only"} - {paused_from},
    }
    return next_steps(moves, state, elsewhere.get(state, set()))


def young_person_pages(moves: dict[str, set[str]], state: str) -> dict[str, bool]:
    """Which of the steps that need a page of their own are open: the first meeting, other support, a contact."""
    lawful = moves.get(state, set())
    return {
        "first_meeting": state in {"referred", "contacted", "met"},
        "signpost": state not in {"not-eligible"},
        "leaves_by_signpost": "signposted" in lawful,
    }
