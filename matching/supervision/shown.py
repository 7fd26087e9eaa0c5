"""What the records show of step 14: supervision held, missed, and who has none ahead (S14, P8)."""

from datetime import date, timedelta

from django.utils import timezone

from matching.supervision.queries import supervision_counts, supervision_gaps, supervision_overdue
from mentoring.web.wording import counted
from schemes.planning.evidence import Evidence

LOOKED_BACK_DAYS = 182


def supervision(scheme, today: date) -> Evidence:
    """The last half year, and what is still to be planned or written down."""
    counts = supervision_counts(scheme, today - timedelta(days=LOOKED_BACK_DAYS), today)
    held, missed = counts.get("held", 0), counts.get("missed", 0)
    now = timezone.now()
    gaps = sum(gap.volunteer.scheme_id == scheme.pk for gap in supervision_gaps(now))
    overdue = supervision_overdue(now).filter(scheme=scheme).count()
    missing = []
    if not held:
        missing.append("No supervision has been held in the last half year.")
    if gaps:
        missing.append(f"{counted(gaps, 'mentor')} with a match and no supervision planned.")
    if overdue:
        missing.append(f"{counted(overdue, 'supervision')} not written down yet.")
    found = [f"{counted(held, 'supervision')} held in the last half year, {missed} missed."] if held else []
    return Evidence(tuple(found), tuple(missing), f"{counted(held, 'supervision')} held in half a year" if held else "")
