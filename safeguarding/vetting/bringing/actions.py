"""Checks that a co-ordinator's list says came back: on the record, and undecided (S9, L10).

They count for nothing until somebody looks at the certificate or the reference and decides. They came to us with the
list, on the day it was brought in; the day the sheet says is the day of issue.
"""

from django.db import transaction
from django.utils import timezone

from mentoring.audit.actions import audit_record
from safeguarding.vetting.models import VettingCheck

KINDS = frozenset({VettingCheck.Kind.CRIMINAL_RECORD, VettingCheck.Kind.REFERENCE})


@transaction.atomic
def checks_bring_in(*, volunteer, rows, by=None) -> list[VettingCheck]:
    """One undecided check for each row of these kinds."""
    today = timezone.localdate()
    checks = [
        VettingCheck(
            volunteer=volunteer,
            kind=row.kind,
            level=row.level,
            requested_on=today,
            received_on=today,
            issued_on=row.on,
            number=row.number,
        )
        for row in rows
        if row.kind in KINDS
    ]
    VettingCheck.objects.bulk_create(checks)
    for check in checks:
        about = [volunteer.user]
        audit_record(
            verb="check.brought_in",
            subject=check,
            scheme=volunteer.scheme,
            about=about,
            details={"kind": check.kind},
            by=by,
        )
    return checks
