"""The short name of a person that may stand in an address, a mail and a log."""

from django.utils.crypto import get_random_string


def new_ref(letter: str) -> str:
    """A short name for a person that tells nothing about them, easy to say on the phone."""
    return f"{letter}-{get_random_string(8, '23456789ABCDEFGHJKLMNPQRSTUVWXYZ')}"


def new_volunteer_ref() -> str:
    return new_ref("V")


def new_young_person_ref() -> str:
    return new_ref("Y")
