"""What the records show of step 14: supervision held, missed, and who has none ahead (S14, P8)."""

from datetime import date, timedelta

from django.utils import timezone

from matching.supervision.groups.queries import group_gaps
from matching.supervision.queries import supervision_counts, supervision_gaps, supervision_overdue
from matching.supervision.support_plans.queries import plan_gaps
from mentoring.web.wording import counted
from schemes.people.models import Volunteer
from schemes.planning.evidence import Evidence

LOOKED_BACK_DAYS = 182


def supervision(scheme, today: date) -> Evidence:
    """The last half year, and what is still to be planned or written down."""
    counts = supervision_counts(scheme, today - timedelta(days=LOOKED_BACK_DAYS), today)
    held, missed = counts.get("held", 0), counts.get("missed", 0)
    now = timezone.now()
    gaps = len(supervision_gaps(now, Volunteer.objects.filter(scheme=scheme)))
    overdue = supervision_overdue(now).filter(scheme=scheme).count()
    groups = len(group_gaps(now, [scheme]))
    plans = len(plan_gaps(now, Volunteer.objects.filter(scheme=scheme)))
    missing = []
    if not held:
        missing.append("No supervision has been held in the last half year.")
    if gaps:
        missing.append(f"{counted(gaps, 'mentor')} with a match and no supervision planned in time.")
    if groups:
        missing.append("A group supervision is due and not planned.")
    if plans:
        missing.append(f"{counted(plans, 'peer mentor')} without a support plan that holds.")
    if overdue:
        missing.append(f"{counted(overdue, 'supervision')} not written down yet.")
    found = [f"{counted(held, 'supervision')} held in the last half year, {missed} missed."] if held else []
    return Evidence(tuple(found), tuple(missing), f"{counted(held, 'supervision')} held in half a year" if held else "")
