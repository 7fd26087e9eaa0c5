"""What a risk assessment of a pair goes through, point by point (L8). Pure."""

#: key → (heading, what to think of). The first two are each side; the rest is about the two meeting.
TOPICS = {
    "young-person": ("The young person’s side", "What might go wrong for them, or through them. Ask what they think."),
    "mentor": ("The mentor’s side", "What might go wrong for them, or through them: time, limits, own history."),
    "places": ("Places", "Where they meet and where they had better not; who else is there."),
    "travel": ("Getting there and home", "Late buses, lifts, the way home in the dark."),
    "contact": ("Phone, messages, online", "Which numbers, which hours, which apps, pictures."),
    "money": ("Money and gifts", "Who pays for what; lending; presents."),
    "health": ("Health and feelings", "Allergies, medicine, panic, drink and drugs; what helps."),
    "others": ("Who else is around", "Family, friends, partners, people to stay away from."),
}
LIKELY = {
    "none": "Does not arise",
    "unlikely": "Unlikely",
    "possible": "Possible",
    "likely": "Likely",
}


def point_lacks(likely: str, what: str, we_do: str) -> dict[str, str]:
    """Field → what is missing, for one point: whatever may happen is named, with what is done about it."""
    if likely in ("", "none"):
        return {}
    lacks = {} if what.strip() else {"what": "Say what might happen."}
    return lacks if we_do.strip() else {**lacks, "we_do": "Say what you do about it."}


def points_shown(points: list[dict]) -> list[dict]:
    """The points of an assessment as they are read: heading, how likely in words, what might happen, what is done."""
    return [
        {
            "heading": TOPICS[point["topic"]][0],
            "likely": LIKELY[point["likely"]],
            "tone": {"likely": "act", "possible": "watch"}.get(point["likely"], "plain"),
            "what": point["what"],
            "we_do": point["we_do"],
        }
        for point in points
        if point["topic"] in TOPICS and point["likely"] in LIKELY
    ]
