"""One way to move a record from state to state: a lawful move, a history row, an audit row, in one transaction.

A machine is a plain mapping `{state: {states it may go to}}` beside the model. Nothing else sets a state field; the
guard test looks for it.
"""

from collections.abc import Mapping

from django.db import transaction

from mentoring.audit.actions import audit_record


class Refused(Exception):
    """The move is not possible; `reasons` are sentences a volunteer understands."""

    def __init__(self, *reasons: str):
        self.reasons = [str(reason) for reason in reasons]
        super().__init__(" ".join(self.reasons))


def locked(row):
    """The same row, read again under a lock (on SQLite the write transaction itself is the lock)."""
    return type(row)._base_manager.select_for_update().get(pk=row.pk)


@transaction.atomic
def state_move(*, row, to: str, moves: Mapping[str, set[str]], changes, why: str = "", about=(), by):
    """Move `row` to state `to` and keep the step in `changes` (the related manager of its StateChange rows).

    Returns the locked row. Raises Refused where the machine has no such move.
    """
    row = locked(row)
    if to not in moves.get(row.state, set()):
        now, then = row.get_state_display().lower(), dict(type(row).State.choices)[to].lower()
        raise Refused(f"This is “{now}” now and cannot become “{then}”.")
    came_from, row.state = row.state, to
    row.save(update_fields=["state"])
    getattr(row, changes).create(from_state=came_from, to_state=to, why=why, by=by)
    audit_record(
        verb=f"{row._meta.model_name}.{to}",
        subject=row,
        scheme=getattr(row, "scheme", row),
        about=about,
        details={"from": came_from, "to": to},
        by=by,
    )
    return row
