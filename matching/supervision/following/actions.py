"""Writes about what was agreed in supervision: followed to done, or let go with a reason (S14)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.timezone import localdate

from matching.supervision.following.models import SupervisionAction
from matching.supervision.models import Supervision
from matching.supervision.noting import not_about_oneself, noted
from mentoring.transitions import Refused, locked


@dataclass(frozen=True)
class Todo:
    """One thing agreed. `owner`: who of the staff does it; None: the mentor."""

    words: str
    due_on: date
    owner: object = None


def actions_agreed(supervision, to_do: Iterable[Todo]) -> list[SupervisionAction]:
    """Kept with the supervision in which they were agreed; part of writing it down."""
    return [
        SupervisionAction.objects.create(supervision=supervision, words=one.words, due_on=one.due_on, owner=one.owner)
        for one in to_do
    ]


@transaction.atomic
def supervision_action_add(*, supervision, todo: Todo, by) -> SupervisionAction:
    """One more, after it was written down."""
    supervision = locked(supervision)
    not_about_oneself([supervision.volunteer], by)
    if supervision.outcome != Supervision.Outcome.HELD:
        raise Refused("Write the supervision down first.")
    [action] = actions_agreed(supervision, [todo])
    noted(supervision, "action_added", by)
    return action


@transaction.atomic
def supervision_action_close(*, action, outcome: str, because: str = "", by) -> SupervisionAction:
    """Done, or let go with a reason. The mentor says so of their own; staff of any. Twice is once."""
    action = locked(action)
    if action.outcome:
        return action
    mentor = action.supervision.volunteer.user_id
    if by.pk == mentor and not action.is_mentors:
        raise Refused("Only the scheme can say this.")
    if outcome == SupervisionAction.Outcome.DROPPED and not because.strip():
        raise Refused("Say in a few words why it is let go.")
    action.outcome, action.because = outcome, because
    action.closed_on, action.closed_by = localdate(), by
    action.save()
    noted(action.supervision, f"action_{outcome}", by)
    return action
