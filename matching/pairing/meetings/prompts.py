"""A short card before two people meet for the first time: one for the mentor, one for the young person (S13, L8).

Pure. What they could talk about comes from what each of them lets the other read, and from nothing else (R8).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from mentoring.web.wording import listed

#: So many shared interests are a beginning; more would be a questionnaire.
MOST_SHARED = 3
#: What the kind of place asks of the mentor, where it asks anything.
OF_THE_PLACE = {
    "public": "Look for a table where others can see you and nobody can listen.",
    "outdoors": "Dress for rain, and know where you could go indoors.",
    "group": "They know this place and you do not: let them show you.",
    "video": "Try camera and sound before. Sit where nobody else can listen.",
}


@dataclass(frozen=True)
class Prompts:
    """What one of the two reads: each a few short sentences."""

    helps: tuple[str, ...]
    talk: tuple[str, ...]
    limits: tuple[str, ...]
    if_they_do_not_come: str
    call: str


def both_like(ones: Iterable[str], others: Iterable[str]) -> list[str]:
    """What both like, in the words of `others` and in their order, whatever the case it is written in."""
    known = {word.strip().casefold() for word in ones} - {""}
    return [word.strip() for word in others if word.strip().casefold() in known][:MOST_SHARED]


def for_mentor(*, name: str, staff: str, phone: str, shared: list[str], place_kind: str) -> Prompts:
    """`name` of the young person; `staff` who is there with them; `shared` what both like and let the other read."""
    of_place = OF_THE_PLACE.get(place_kind)
    return Prompts(
        helps=(
            "Come ten minutes early, and bring nothing but time.",
            "Say who you are and why you do this. Then listen more than you talk.",
            "Silence is fine, and so is a short meeting.",
            *([of_place] if of_place else []),
        ),
        talk=(
            f"You both like {_said(shared)}. Begin there." if shared else f"Ask {name} what a good day looks like.",
            f"Ask {name} what they would rather not be asked.",
        ),
        limits=(
            "Leave the past alone. They tell of it if and when they want to.",
            "No presents, no money, no promises you cannot keep. The rest is in what you two agreed.",
            f"Keep no secret that worries you: tell {staff}.",
        ),
        if_they_do_not_come=(
            f"Wait a quarter of an hour with {staff}, who finds out what happened. Do not take it to heart: many need "
            "a second try."
        ),
        call=_call(staff, phone, "Late, ill, or not sure about something?"),
    )


def for_young_person(*, name: str, staff: str, phone: str, shared: list[str]) -> Prompts:
    """`name` of the mentor. In plain words, and nothing that somebody has to do."""
    return Prompts(
        helps=(
            "You don’t have to tell your story. Not now, and not later.",
            "You can have a break, or stop. Just say so.",
            f"Would you like to bring somebody? Tell {staff}.",
        ),
        talk=(
            f"You both like {_said(shared)}. You could start there."
            if shared
            else f"You could tell {name} what you like to do.",
            f"You can ask {name} things too.",
        ),
        limits=(
            "You don’t have to give your number, or anything online.",
            f"If you are in danger, {name} can’t keep it secret. {name} tells us, and tells you first.",
        ),
        if_they_do_not_come=f"{staff} is there and sorts it out. It is not about you.",
        call=_call(staff, phone, "Can’t come, or don’t want to? That’s OK."),
    )


def _said(shared: list[str]) -> str:
    """Likes within a sentence: a first capital is not kept, one within a word is (PlayStation)."""
    return listed([word[0].lower() + word[1:] if word[1:].islower() else word for word in shared])


def _call(staff: str, phone: str, when: str) -> str:
    return f"{when} Call {staff} on {phone}." if phone else f"{when} Tell {staff}."
