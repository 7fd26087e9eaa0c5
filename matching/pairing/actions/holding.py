"""Which rows are held still while a pair is written about, always in one order: scheme, mentor, young person, match.

Whoever changes what the gate asks of a person holds that person's row first (a row that points at them does so by
itself). So a change either has been committed when the gate is read under these locks, or waits for the introduction.
On SQLite the write transaction itself is the lock.
"""

from matching.pairing.models import Match
from mentoring.transitions import Refused, locked


def pair_held(volunteer, young_person) -> tuple:
    """Both people, read again under a lock."""
    return locked(volunteer), locked(young_person)


def match_held(match) -> Match:
    """The match, read again with both its people held."""
    volunteer, young_person = pair_held(match.volunteer, match.young_person)
    match = locked(match)
    match.volunteer, match.young_person = volunteer, young_person
    return match


def scheme_held(scheme) -> None:
    """Nobody joins or leaves the staff, and no rule of the scheme is changed; records may still be added to it."""
    type(scheme)._base_manager.select_for_update(no_key=True).get(pk=scheme.pk)


def not_one_of_two(volunteer, young_person, by) -> None:
    """Staff who are one of the two decide nothing about the pair (S12, L8); they answer as everybody does."""
    if by and by.pk in {volunteer.user_id, young_person.user_id}:
        raise Refused("This is about you. Somebody else of the scheme has to do it.")
