"""Setting how long somebody may stand at a stage."""

from collections.abc import Mapping

from django.db import transaction

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from schemes.people.standing.limits import LIMITS, key_of, limit_problem
from schemes.people.standing.queries import limits_of


@transaction.atomic
def stage_limits_set(*, scheme, days: Mapping[tuple[str, str], int], by) -> None:
    """The days of these stages; the usual number takes the scheme's own away. The trail keeps each change."""
    scheme = locked(scheme)
    problems = [problem for (way, stage), number in days.items() if (problem := limit_problem(way, stage, number))]
    if problems:
        raise Refused(*dict.fromkeys(problems))
    now = limits_of(scheme)
    then = {**now, **days}
    changed = {key_of(*key): [now[key], then[key]] for key in LIMITS if now[key] != then[key]}
    if changed:
        scheme.stage_days = {key_of(*key): number for key, number in then.items() if number != LIMITS[key].days}
        scheme.save(update_fields=["stage_days"])
        audit_record(verb="scheme.stage_days_set", subject=scheme, scheme=scheme, details=changed, by=by)


def stage_limits_reset(*, scheme, by) -> None:
    """Back to the usual days, all of them."""
    stage_limits_set(scheme=scheme, days={key: limit.days for key, limit in LIMITS.items()}, by=by)
