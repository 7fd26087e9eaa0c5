"""What a young person and some mentors told us, line by line beside each other, for whoever makes matches. Pure."""

from dataclasses import dataclass
from datetime import date

from matching.pairing.gate import age_on
from schemes.people.choices import FREE_TIMES

#: What a young person may ask for in a mentor's age, in words.
AGE_WISHES = {"young": "under 30", "middle": "30 to 50", "older": "over 50"}


@dataclass(frozen=True)
class ToldLine:
    """One question; each answer is a list of sentences or words, empty where nothing was said. `mentors`: (name,
    answer) of each."""

    label: str
    young_person: list[str]
    mentors: list[tuple[str, list[str]]]


def told_lines(young_person, wish, mentors, today: date) -> list[ToldLine]:
    """`wish`: the young person's profile or None; `mentors`: (volunteer, profile or None). What nobody has said
    anything about is left out."""
    theirs = _young_person(young_person, wish, today)
    ours = [_mentor(volunteer, profile, today) for volunteer, profile in mentors]
    names = [volunteer.first_name for volunteer, _ in mentors]
    lines = [
        ToldLine(label, said, list(zip(names, [one[label] for one in ours], strict=True)))
        for label, said in theirs.items()
    ]
    return [line for line in lines if line.young_person or any(said for _, said in line.mentors)]


def _young_person(person, wish, today: date) -> dict[str, list[str]]:
    would_like = "Would like: {}"
    return {
        "Kind of mentor": _said(person.get_mentor_kind_display()),
        "Likes": _list(person.interests),
        "Help": [would_like.format(", ".join(person.wants_help_with))] if person.wants_help_with else [],
        "Free": _list(_in_week(person.free_times)),
        "Lives in": _place(person),
        "Nobody from": _list(person.not_from or []),
        "Languages": _list(person.languages),
        "Age": _said(_age(person, today), _wished(AGE_WISHES.get(wish.mentor_age_wish if wish else "", ""))),
        "Gender": _said(person.gender, _wished(person.mentor_gender_wish)),
        "Background": _said(
            person.get_background_wish_display() if person.background_wish else "", *_communities(wish)
        ),
        "How long": _said(_wished(_months(wish))),
        "Why now": _list(person.why_now_kinds),
        "In their words": _said(person.about_me, person.mentor_wish),
    }


def _mentor(volunteer, profile, today: date) -> dict[str, list[str]]:
    return {
        "Kind of mentor": ["A peer mentor: was in care too"] if volunteer.is_peer else ["A traditional mentor"],
        "Likes": _list(volunteer.interests),
        "Help": [f"Can help with: {', '.join(volunteer.strengths)}"] if volunteer.strengths else [],
        "Free": _list(_in_week(volunteer.free_times)),
        "Lives in": _place(volunteer),
        "Nobody from": _list(profile.not_from if profile else []),
        "Languages": _list(volunteer.languages),
        "Age": _said(_age(volunteer, today)),
        "Gender": _said(volunteer.gender),
        "Background": _communities(profile),
        "How long": _said(_months(profile)),
        "Why now": [f"Knows about: {', '.join(profile.knows_about)}"] if profile and profile.knows_about else [],
        "In their words": _said(volunteer.about_me),
    }


def _said(*words) -> list[str]:
    return [word for word in words if word]


def _list(words) -> list[str]:
    return _said(", ".join(words))


def _wished(words: str) -> str:
    return f"Would like: {words}" if words else ""


def _place(person) -> list[str]:
    return _said(
        f"{person.area} ({person.outcode})" if person.area and person.outcode else person.area or person.outcode
    )


def _age(person, today: date) -> str:
    return str(age_on(person.born_on, today)) if person.born_on else ""


def _communities(profile) -> list[str]:
    words = ", ".join(profile.communities or []) if profile else ""
    return [f"Feels part of: {words}"] if words else []


def _months(profile) -> str:
    return f"about {profile.months} months" if profile and profile.months else ""


def _in_week(times) -> list[str]:
    """Free times from Monday on; words of the person's own come last."""
    return sorted(times, key=lambda time: FREE_TIMES.index(time) if time in FREE_TIMES else len(FREE_TIMES))
