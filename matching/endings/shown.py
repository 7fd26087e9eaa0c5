"""What the records show of step 15: matches that ended with a recorded formal ending (S15)."""

from datetime import date

from django.utils import timezone

from matching.endings.models import Ending
from matching.endings.queries import ending_counts, endings_not_recorded
from matching.endings.rules import HURRIED
from matching.pairing.models import Match
from mentoring.web.wording import counted
from schemes.planning.evidence import Evidence


def endings(scheme, today: date) -> Evidence:
    """How the ended matches ended; what is coming to an end without being recorded; reviews that wait."""
    counts = ending_counts(scheme, date.min, today)
    ended, planned = sum(counts.values()), counts.get(Ending.Planned.PLANNED, 0)
    late = endings_not_recorded(timezone.now()).filter(scheme=scheme).count()
    waiting = Ending.objects.filter(
        match__scheme=scheme, match__state=Match.State.ENDED, planned__in=HURRIED, review_signed_at__isnull=True
    ).count()
    missing = []
    if late:
        missing.append(f"{counted(late, 'match', 'matches')} coming to an end without a recorded ending.")
    if waiting:
        missing.append(f"{counted(waiting, 'ending')} that nobody planned not looked back on yet.")
    if not ended:
        return Evidence(missing=tuple(missing), summary="No match has ended yet")
    found = f"{counted(ended, 'match', 'matches')} ended, each with a formal ending; {planned} of them planned."
    return Evidence((found,), tuple(missing), f"{ended} ended, {planned} as planned")
