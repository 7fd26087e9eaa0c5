"""Writes about people of a scheme: roles, invitations, and the steps of a volunteer's and a young person's way."""

from schemes.people.actions.copies import record_copy
from schemes.people.actions.memberships import (
    invitation_send,
    invitation_take_up,
    invitation_withdraw,
    leads_group,
    membership_end,
    membership_grant,
    person_link,
)
from schemes.people.actions.people import (
    list_download_note,
    not_oneself,
    volunteer_add,
    volunteer_edit,
    volunteer_move,
    volunteer_reached,
    volunteer_step,
    young_person_add,
    young_person_edit,
    young_person_move,
)

__all__ = [
    "invitation_send",
    "invitation_take_up",
    "invitation_withdraw",
    "leads_group",
    "membership_end",
    "membership_grant",
    "list_download_note",
    "not_oneself",
    "person_link",
    "record_copy",
    "volunteer_add",
    "volunteer_edit",
    "volunteer_move",
    "volunteer_reached",
    "volunteer_step",
    "young_person_add",
    "young_person_edit",
    "young_person_move",
]
