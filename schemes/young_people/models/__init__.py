"""A young person's way to a mentor: the first meeting, care and what the law calls it, contact while they wait."""

from schemes.young_people.models.care import CareSpell, CategoryConfirmation
from schemes.young_people.models.meetings import FirstMeeting
from schemes.young_people.models.waiting import Contact, Signpost

__all__ = ["CareSpell", "CategoryConfirmation", "Contact", "FirstMeeting", "Signpost"]
