"""What each side lets the other read before they meet, and nothing more (R8, L9). Pure.

What a young person lets a mentor read is defined in `schemes.people.sharing`, for every room.
"""

from datetime import date

from matching.pairing.gate import age_on

#: What a mentor may show, in the words of the form.
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
#: Until they choose: first name, likes and strengths. Never where they live: in a village that is a name (L9).
FIRST_SHOWN = ("interests", "strengths")


def mentor_profile(volunteer, shows, today: date) -> list[tuple[str, str]]:
    """(heading, words) a young person reads about a mentor; `shows` None means nobody has chosen yet."""
    chosen = FIRST_SHOWN if shows is None else shows
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


def _chosen(words: dict, chosen, headings: dict) -> list[tuple[str, str]]:
    return [(heading, words[key]) for key, heading in headings.items() if key in chosen and words[key]]


def decade_words(born_on: date | None, today: date) -> str:
    """A mentor's age as people say it: "in their thirties"."""
    if born_on is None:
        return ""
    decades = {1: "teens", 2: "twenties", 3: "thirties", 4: "forties", 5: "fifties", 6: "sixties"}
    return f"In their {decades.get(age_on(born_on, today) // 10, 'seventies or more')}"
