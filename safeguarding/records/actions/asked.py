"""What is the same of all that somebody may ask about their record: it is written down, answered by those who may,
taken back by the person, and every step stands in the trail."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked, state_move
from safeguarding.records.queries import answerers_of

NOBODY = (
    "Nobody is left here who could answer this. You can take it to the Information Commissioner’s Office, which looks "
    "after these rights: 0303 123 1113."
)


def ask(model, already: str, *, asked_on=None, by, **said):
    """A new row in its first state, its clock running from the day they asked; `already`: said where one is open."""
    asked_on = asked_on or timezone.localdate()
    if asked_on > timezone.localdate():
        raise Refused("This day has not come yet. Check the date.")
    try:
        with transaction.atomic():
            row = model.objects.create(asked_on=asked_on, logged_by=by, **said)
    except IntegrityError as there:
        raise Refused(already) from there
    if not answerers_of(row):
        raise Refused(NOBODY)
    row.state_changes.create(to_state=row.state, by=by)
    note("asked", row, by)
    return row


def take_back(row, by):
    """The person thought again."""
    if row.user_id != by.pk:
        raise Refused("You cannot do this.")
    return move(row, type(row).State.TAKEN_BACK, by)


def answered_by(row, by, *permission):
    """The row under a lock, for one of those who may answer it."""
    row = locked(row)
    if by not in answerers_of(row, *permission):
        raise Refused("You cannot do this.")
    return row


def move(row, to, by):
    return state_move(row=row, to=to, moves=type(row).moves, changes="state_changes", about=about(row), by=by)


def about(row) -> list:
    return [row.user] if row.user_id else []


def note(did: str, row, by, **details) -> None:
    audit_record(
        verb=f"{row._meta.model_name}.{did}", subject=row, scheme=row.scheme, about=about(row), details=details, by=by
    )
