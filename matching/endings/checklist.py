"""What is talked about at the meeting that marks an ending (S15). Pure."""

LAST_MEETING = {
    "did": "What they did together, and what each is proud of",
    "feelings": "How it feels that it ends: glad, sad, cross, all of it",
    "goals": "What became of each goal, and who goes on with it",
    "contact": "Whether they will be in touch afterwards, and how",
    "support": "Whom the young person can ring from now on",
    "back": "That they can come back, and ask for another mentor",
    "goodbye": "A goodbye of their own: a meal, a photo, a card",
}


def talked_about_words(keys) -> tuple[list[str], list[str]]:
    """(what was talked about, what was not) in the words of the checklist."""
    said = [words for key, words in LAST_MEETING.items() if key in keys]
    return said, [words for key, words in LAST_MEETING.items() if key not in keys]
