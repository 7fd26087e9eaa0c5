"""Writes about a young person's way to a mentor."""

from schemes.young_people.actions.care import care_spell_add, care_spell_remove, category_confirm
from schemes.young_people.actions.meetings import first_meeting_record
from schemes.young_people.actions.sharing import sharing_decide
from schemes.young_people.actions.waiting import contact_record, signpost_add, signpost_follow_up

__all__ = [
    "care_spell_add",
    "care_spell_remove",
    "category_confirm",
    "contact_record",
    "first_meeting_record",
    "sharing_decide",
    "signpost_add",
    "signpost_follow_up",
]
