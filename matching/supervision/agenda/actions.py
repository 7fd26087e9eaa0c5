"""Writes about the agenda of the next supervision (S14)."""

from collections.abc import Iterable

from django.db import transaction

from matching.supervision.agenda.models import SupervisionPoint
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked

#: So many points can wait at once: more is no agenda.
MOST = 30


@transaction.atomic
def supervision_point_add(*, volunteer, words: str, by) -> SupervisionPoint:
    """The mentor's own point, or one of staff about the mentor. Pressing twice writes one."""
    volunteer = locked(volunteer)
    is_mentors = volunteer.user_id == by.pk
    waiting = list(SupervisionPoint.objects.open().filter(volunteer=volunteer))
    if same := next((one for one in waiting if (one.words, one.by_id) == (words, by.pk)), None):
        return same
    if len(waiting) >= MOST:
        raise Refused("There are many points waiting already. Talk about some of them first.")
    point = SupervisionPoint.objects.create(volunteer=volunteer, words=words, is_mentors=is_mentors, by=by)
    _noted(point, "added", by)
    return point


@transaction.atomic
def supervision_point_drop(*, point, by) -> None:
    """Whoever wrote it takes it back, while it waits."""
    point = locked(point)
    if point.by_id != by.pk:
        raise Refused("Only whoever wrote it can take it back.")
    if point.settled_in_id:
        raise Refused("You have talked about this already.")
    _noted(point, "taken_back", by)
    point.delete()


def _noted(point, verb: str, by) -> None:
    about = [point.volunteer.user_id] if point.is_mentors else []
    audit_record(
        verb=f"supervisionpoint.{verb}", subject=point, scheme=point.volunteer.scheme_id, about=about, by=by
    )  # fmt: skip


def points_settled(supervision, points: Iterable) -> None:
    """Talked about in this supervision; part of writing it down."""
    keys = [point.pk for point in points]
    waiting = SupervisionPoint.objects.open().filter(volunteer=supervision.volunteer_id, pk__in=keys)
    waiting.update(settled_in=supervision)
