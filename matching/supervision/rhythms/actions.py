"""Setting how often there is supervision (S14, P8, L6)."""

from datetime import date

from django.db import transaction
from django.utils.timezone import localdate

from matching.supervision.rhythm import Rhythm, rhythm_problems
from matching.supervision.rhythms.models import SupervisionRhythm
from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked


@transaction.atomic
def supervision_rhythm_set(*, scheme, rhythm: Rhythm, from_on: date, by) -> SupervisionRhythm:
    """From that day on; what held before stays as it was. Setting it twice for one day puts the first right."""
    scheme = locked(scheme)
    problems = rhythm_problems(rhythm)
    if problems:
        raise Refused(*problems.values())
    if from_on < localdate():
        raise Refused("It begins today or later: what was due before stays as it was.")
    row, _ = SupervisionRhythm.objects.update_or_create(
        scheme=scheme, from_on=from_on, defaults={**vars(rhythm), "set_by": by}
    )
    details = {**vars(rhythm), "from": from_on.isoformat()}
    audit_record(verb="supervisionrhythm.set", subject=row, scheme=scheme, details=details, by=by)
    return row
