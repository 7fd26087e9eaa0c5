"""A copy of what is held on somebody leaves the system: by themselves, or by whoever answers for it."""

from django.db import transaction

from mentoring.audit.actions import audit_record
from mentoring.held.kinds import Person


@transaction.atomic
def record_copy(*, person: Person, kind: str, by) -> None:
    """Write it down first. kind: "pdf", "data" or "command". In the trail of each scheme that it tells of."""
    records = [*person.volunteers, *person.young_people]
    subject = person.user or records[0]
    schemes = {person.scheme.pk} if person.scheme else {record.scheme_id for record in records}
    for scheme in schemes or {None}:
        audit_record(
            verb="record.exported",
            subject=subject,
            scheme=scheme,
            about=[person.user] if person.user else [],
            details={"as": kind},
            by=by,
        )
