"""Somebody's traits out of their record (or a plain row) and what they wished, as the engine keeps them.

The same two sides are packed that the sentences are made of, so that a number never says what the words do not.
"""

from datetime import date

from matching.pairing.engine.packing import mentee_packed, mentor_packed
from matching.pairing.engine.people import day_number
from matching.pairing.sides import mentee_side, mentor_side
from schemes.people.models import Volunteer, YoungPerson


def volunteer_packed(volunteer, profile) -> bytes:
    side = mentor_side(volunteer, profile, date.max)  # an age is not kept: any day will do
    return mentor_packed(side, born=day_number(volunteer.born_on), not_from=profile.not_from if profile else ())


def young_person_packed(young_person, profile) -> bytes:
    side = mentee_side(young_person, profile)
    return mentee_packed(side, born=day_number(young_person.born_on), not_from=young_person.not_from)


PACKED = {Volunteer: volunteer_packed, YoungPerson: young_person_packed}
