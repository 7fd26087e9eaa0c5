"""What each side lets the other read before they meet, and nothing more (R8, L9). Pure."""

from datetime import date

from matching.pairing.gate import age_on

#: What a mentor may show, and what a young person may show, in the words of the form.
MENTOR_SHOWS = {
    "about": "What I wrote about myself",
    "interests": "Things I like",
    "strengths": "What I can help with",
    "free": "When I am free",
    "age": "Roughly how old I am",
    "gender": "My gender",
    "languages": "Languages I speak",
    "care": "That I was in care",
    "area": "The area I live in",
}
YOUNG_PERSON_SHOWS = {
    "about": "What I wrote about myself",
    "interests": "Things I like",
    "help": "What I’d like help with",
    "free": "When I am free",
    "age": "How old I am",
    "area": "The area I live in",
}
#: Until somebody chooses: first name and what they like. Never where they live: in a village that is a name (L9).
FIRST_SHOWN = ("interests", "strengths", "help")


def first_shown(person) -> list[str]:
    """What is shown until somebody chooses; a young person's own words only where they said a mentor may read them."""
    return [*FIRST_SHOWN, "about"] if getattr(person, "may_share_about_me", False) else list(FIRST_SHOWN)


def mentor_profile(volunteer, shows, today: date) -> list[tuple[str, str]]:
    """(heading, words) a young person reads about a mentor; `shows` None means nobody has chosen yet."""
    chosen = first_shown(volunteer) if shows is None else shows
    words = {
        "about": volunteer.about_me,
        "interests": ", ".join(volunteer.interests),
        "strengths": ", ".join(volunteer.strengths),
        "free": ", ".join(volunteer.free_times),
        "age": decade_words(volunteer.born_on, today),
        "gender": volunteer.gender,
        "languages": ", ".join(volunteer.languages),
        "care": "I was in care too." if volunteer.care_experienced else "",
        "area": volunteer.area,
    }
    return _chosen(words, chosen, MENTOR_HEADINGS)


def young_person_profile(young_person, shows, today: date) -> list[tuple[str, str]]:
    """(heading, words) a mentor reads about a young person."""
    chosen = first_shown(young_person) if shows is None else shows
    words = {
        "about": young_person.about_me,
        "interests": ", ".join(young_person.interests),
        "help": ", ".join(young_person.wants_help_with),
        "free": ", ".join(young_person.free_times),
        "age": str(age_on(young_person.born_on, today)) if young_person.born_on else "",
        "area": young_person.area,
    }
    return _chosen(words, chosen, YOUNG_PERSON_HEADINGS)


MENTOR_HEADINGS = {
    "about": "In their words",
    "interests": "Likes",
    "strengths": "Can help with",
    "free": "Is free",
    "age": "Age",
    "gender": "Gender",
    "languages": "Speaks",
    "care": "Been there",
    "area": "Lives in",
}
YOUNG_PERSON_HEADINGS = {
    "about": "In their words",
    "interests": "Likes",
    "help": "Would like help with",
    "free": "Is free",
    "age": "Age",
    "area": "Lives in",
}


def _chosen(words: dict, chosen, headings: dict) -> list[tuple[str, str]]:
    return [(heading, words[key]) for key, heading in headings.items() if key in chosen and words[key]]


def decade_words(born_on: date | None, today: date) -> str:
    """A mentor's age as people say it: "in their thirties"."""
    if born_on is None:
        return ""
    decades = {1: "teens", 2: "twenties", 3: "thirties", 4: "forties", 5: "fifties", 6: "sixties"}
    return f"In their {decades.get(age_on(born_on, today) // 10, 'seventies or more')}"
