"""Writing down what came of asking."""

from django.db import transaction

from mentoring.audit.actions import audit_record
from mentoring.transitions import Refused, locked
from safeguarding.trail.unusual.models import LookAnswer
from schemes.people.models import Membership
from schemes.people.permissions import Role


@transaction.atomic
def look_answer(*, scheme, row, outcome: str, note: str, by) -> LookAnswer:
    """They were asked about it: never by themselves, and about concerns by leads alone. Of that the trail that managers
    read does not tell either."""
    scheme = locked(scheme)
    if str(by.pk) == row.who:
        raise Refused("This is about you. Somebody else asks about it.")
    roles = (Role.LEAD,) if row.is_shut else (Role.MANAGER, Role.LEAD)
    if not Membership.objects.filter(user=by, scheme=scheme, role__in=roles, ended_at__isnull=True).exists():
        raise Refused("Only those who read the trail here can answer this.")
    if not note.strip():
        raise Refused("Write down what they said, and how you know.")
    answer = LookAnswer.objects.create(
        scheme=scheme,
        key=row.key,
        rule=row.finding.rule,
        day=row.finding.day,
        number=row.finding.number,
        is_shut=row.is_shut,
        who_id=row.who,
        outcome=outcome,
        note=note.strip(),
        by=by,
    )
    verb = "concern.look_answered" if row.is_shut else "lookanswer.written"
    audit_record(verb=verb, subject=answer, scheme=scheme, by=by)
    return answer
