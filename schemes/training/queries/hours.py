"""What somebody gave to training in this scheme, day by day (S11). Earlier training elsewhere counts for the minimum,
and is no time given here."""

from datetime import date
from decimal import Decimal

from django.utils import timezone

from schemes.training.models import Attendance, StudyTry


def training_hours(volunteer) -> list[tuple[date, Decimal]]:
    """(day, hours) of every session they came to, all its modules together, and of every module passed alone, once."""
    came = Attendance.objects.filter(volunteer=volunteer, outcome=Attendance.State.ATTENDED)
    rows = came.select_related("session__module").prefetch_related("session__also")
    found = [
        (timezone.localdate(row.session.starts_at), sum((part.hours for part in row.session.modules), Decimal(0)))
        for row in rows
    ]
    passed = StudyTry.objects.filter(volunteer=volunteer, passed=True).order_by("-on")
    first = {module: (on, hours) for module, on, hours in passed.values_list("module_id", "on", "module__hours")}
    return found + list(first.values())


def group_days(volunteer) -> list[date]:
    """The days on which they came to the peer support group (P6)."""
    came = volunteer.group_places.filter(came=True)
    return [timezone.localdate(at) for at in came.values_list("session__starts_at", flat=True)]
