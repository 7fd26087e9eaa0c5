"""The limits and who is beyond them, as their pages show them."""

from django.utils.timezone import localtime

from schemes.people.models import Volunteer, YoungPerson
from schemes.people.standing.limits import LIMITS, WAYS, key_of, stages_of
from schemes.people.standing.queries import due_on

KINDS = {"volunteers": "volunteer", "young-people": "young-person"}
STATES = {
    "volunteer": dict(Volunteer.State.choices),
    "young-person": dict(YoungPerson.State.choices),
    "check": {"requested": "Asked for", "received": "Came back, waits for a decision"},
}
#: {(way, stage): what staff call the stage}
LABELS = {(way, stage): str(STATES[way][stage]) for way, stage in LIMITS}


def row(person, way: str, today) -> dict:
    return {
        "person": person,
        "stem": way.replace("-", "_"),
        "days": (today - localtime(person.since).date()).days,
        "limit": person.limit_days,
        "over": (today - due_on(person)).days,
    }


def initial(limits) -> dict[str, int]:
    return {key_of(way, stage): days for (way, stage), days in limits.items()}


def is_own(limits) -> bool:
    """Has this scheme set anything of its own?"""
    return any(days != LIMITS[key].days for key, days in limits.items())


def ways(form) -> list[tuple[str, list]]:
    """(heading, its fields) in the order of the way."""
    return [(words, [form[key_of(way, stage)] for stage in stages_of(way)]) for way, words in WAYS.items()]
