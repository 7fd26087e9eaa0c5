"""Risk assessments that have to be looked at again, of the pairs they are still about (L8, reminders.md)."""

from datetime import date, timedelta

from matching.pairing.models import Match
from matching.pairing.states import TOGETHER
from safeguarding.risk.queries import risks_running_out

#: Days ahead on which co-ordinators are told.
AHEAD = (60, 30, 7)


def risks_to_renew(today: date, days: int, scheme_ids=None) -> list[tuple]:
    """(match, day to look again), the earliest first: pairs on their way past both yeses, or together."""
    live = Match.objects.filter(state__in=[Match.State.ACCEPTED, Match.State.RISK_APPROVED, *TOGETHER])
    live = live.exclude(state=Match.State.ENDING)
    live = live if scheme_ids is None else live.filter(scheme_id__in=scheme_ids)
    matches = {match.pk: match for match in live.select_related("scheme", "volunteer", "young_person")}
    found = risks_running_out(matches, today + timedelta(days=days))
    return sorted(((matches[risk.pair_key], risk.review_on) for risk in found), key=lambda pair: pair[1])
