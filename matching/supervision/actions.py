"""Writes about supervision (S14)."""

import uuid
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from matching.supervision.models import Supervision
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked


@transaction.atomic
def supervision_plan(*, volunteers, supervisor, planned_at: datetime, place: str = "", by) -> list[Supervision]:
    """Plan one supervision: one to one, or a row for each mentor where several come together."""
    volunteers = list(volunteers)
    if not volunteers:
        raise Refused("Choose at least one mentor.")
    in_group = len(volunteers) > 1
    key = uuid.uuid4() if in_group else None
    return [_plan(volunteer, supervisor, planned_at, place, key, by) for volunteer in volunteers]


def _plan(volunteer, supervisor, planned_at, place, group_key, by) -> Supervision:
    supervision = Supervision.objects.create(
        scheme=volunteer.scheme,
        volunteer=volunteer,
        supervisor=supervisor,
        kind=Supervision.Kind.GROUP if group_key else Supervision.Kind.INDIVIDUAL,
        group_key=group_key,
        planned_at=planned_at,
        place=place,
    )
    audit_record(
        verb="supervision.planned", subject=supervision, scheme=volunteer.scheme, about=[volunteer.user], by=by
    )
    return supervision


@transaction.atomic
def supervision_record(*, supervision, outcome: str, notes: dict, next_at: datetime | None = None, by) -> Supervision:
    """Write down whether it was held and what was agreed; the next one is planned in the same breath.

    `notes`: shared_note, private_note, to_do. Written down once; a later correction is a new supervision's note.
    """
    locked(supervision.volunteer)  # whoever introduces them at this moment sees it, or came first
    supervision = locked(supervision)
    if supervision.outcome != Supervision.Outcome.PLANNED:
        raise Refused("This supervision has been written down already.")
    if outcome == Supervision.Outcome.HELD and localdate(supervision.planned_at) > localdate():
        raise Refused("It is planned for a day still to come. Write it down once it has been held.")
    supervision.outcome = outcome
    for name in ("shared_note", "private_note", "to_do"):
        setattr(supervision, name, notes.get(name, ""))
    supervision.save()
    audit_record(
        verb=f"supervision.{outcome}",
        subject=supervision,
        scheme=supervision.scheme,
        about=[supervision.volunteer.user],
        by=by,
    )
    if next_at:
        supervision_plan(
            volunteers=[supervision.volunteer],
            supervisor=supervision.supervisor,
            planned_at=next_at,
            place=supervision.place,
            by=by,
        )
    return supervision
