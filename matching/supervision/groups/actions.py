"""Writes about group supervision (S14, P6): the meeting and everybody's place in it change together."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from matching.supervision import actions as single
from matching.supervision.groups.models import SupervisionGroup
from matching.supervision.models import Supervision
from matching.supervision.noting import not_about_oneself
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from schemes.training.queries.groups import IN_THE_GROUP

Outcome = Supervision.Outcome


def _held_still(group, by) -> tuple[SupervisionGroup, list[Supervision]]:
    """The group and its planned places, read again with every mentor's record held, in one order."""
    rows = group.supervisions.filter(outcome=Outcome.PLANNED).order_by("volunteer")
    places = [single.held_still(row, by) for row in rows.select_related("volunteer")]
    group = locked(group)
    if group.outcome != SupervisionGroup.Outcome.PLANNED:
        raise Refused("This group has been written down already.")
    return group, places


def _noted(group, verb: str, by, **details) -> None:
    audit_record(verb=f"supervisiongroup.{verb}", subject=group, scheme=group.scheme_id, details=details, by=by)


@transaction.atomic
def supervision_group_invite(*, group, volunteers, by) -> list[Supervision]:
    """More mentors come, those without a match too (P6)."""
    group, _ = _held_still(group, by)
    new = [locked(one) for one in sorted(volunteers, key=lambda row: row.pk)]
    not_about_oneself(new, by)
    for volunteer in new:
        if volunteer.scheme_id != group.scheme_id or volunteer.state not in IN_THE_GROUP:
            raise Refused(f"{volunteer.first_name} has not done the training yet.")
    return [single.place_given(one, group.led_by, group.planned_at, group.place, group, by) for one in new]


@transaction.atomic
def supervision_group_move(*, group, planned_at: datetime, place: str = "", by) -> SupervisionGroup:
    """Another time or place for all of them."""
    group, places = _held_still(group, by)
    if localdate(planned_at) < localdate():
        raise Refused("This day has passed. Choose one to come.")
    group.planned_at, group.place = planned_at, place
    group.save(update_fields=["planned_at", "place"])
    for row in places:
        single.moved_to(row, planned_at, place, by)
    _noted(group, "moved", by)
    return group


@transaction.atomic
def supervision_group_call_off(*, group, reason: str, because: str = "", by) -> SupervisionGroup:
    group, places = _held_still(group, by)
    group.outcome, group.because = SupervisionGroup.Outcome.CALLED_OFF, because
    group.save(update_fields=["outcome", "because"])
    for row in places:
        single.outcome_set(row, Outcome.CALLED_OFF, by, reason=reason)
    _noted(group, "called-off", by)
    return group


@transaction.atomic
def supervision_group_record(*, group, topics: str, came: Mapping, by) -> SupervisionGroup:
    """Who came, and what it was about. `came`: key of each place → "held", "missed" or "called-off" (said sorry)."""
    group, places = _held_still(group, by)
    if localdate(group.planned_at) > localdate():
        raise Refused("It is planned for a day still to come. Write it down once it has been held.")
    if {row.pk for row in places} != set(came):
        raise Refused("Somebody was invited since you opened this page. Look through it once more.")
    if Outcome.HELD not in came.values():
        raise Refused("Nobody came? Then call it off, and say why.")
    group.outcome, group.topics = SupervisionGroup.Outcome.HELD, topics
    group.save(update_fields=["outcome", "topics"])
    for row in places:
        missed = {"missed_by": Supervision.MissedBy.MENTOR} if came[row.pk] == Outcome.MISSED else {}
        single.outcome_set(row, came[row.pk], by, **missed)
    _noted(group, "held", by, n=sum(outcome == Outcome.HELD for outcome in came.values()))
    return group
