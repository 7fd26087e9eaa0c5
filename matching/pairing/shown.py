"""What the records show of step 12: pairs, the techniques that brought them together, who still waits (S12)."""

from datetime import date, timedelta

from matching.pairing.home import NOBODY_PROPOSED_DAYS
from matching.pairing.models import Match, Technique
from matching.pairing.queries import people_waiting
from mentoring.web.wording import counted
from schemes.planning.evidence import Evidence


def matching(scheme, today: date) -> Evidence:
    """Both what was done and what still waits are counted from the matches themselves."""
    matches = Match.objects.filter(scheme=scheme)
    introduced = matches.filter(introduced_on__isnull=False).count()
    together = matches.together().count()
    pairs = counted(matches.count(), "pair")
    found, missing = [], []
    if introduced:
        found.append(f"{pairs} proposed, {introduced} introduced, {together} together now.")
    else:
        missing.append("Nobody has been introduced yet." if matches.exists() else "No pair has been proposed yet.")
    used = set(Technique.objects.filter(scheme=scheme).values_list("kind", flat=True))
    names = [str(label).lower() for kind, label in Technique.Kind.choices if kind in used]
    if names:
        found.append(f"Brought together by: {', '.join(names)}.")
    if len(names) < 2:
        missing.append("Matching by more than one technique is not shown yet: events, interviews, profiles.")
    since = today - timedelta(days=NOBODY_PROPOSED_DAYS)
    waiting = people_waiting(scheme).filter(open_proposals=0, waiting_since__date__lte=since).count()
    if waiting:
        missing.append(f"{counted(waiting, 'young person', 'young people')} waiting long with nobody proposed.")
    summary = f"{together} together, {introduced} introduced in all" if introduced else ""
    return Evidence(tuple(found), tuple(missing), summary)
