"""Two people who turn out to know each other, and two of whom one has gone: never left lying (lifecycle.md, S15)."""

from datetime import datetime

from django.utils.timezone import localdate

from matching.endings.dues import match_dues
from matching.endings.queries import conflicts_to_decide, departed_matches
from mentoring.notices.rules import rule
from schemes.people.holders import Holders


@rule("Something about two people has to be decided today.")
def conflict_undecided(at: datetime):
    """At once to the co-ordinators, but for one it is about; the lead the day after, the manager after three days."""
    holders = Holders()
    steps = ((0, "coordinator"), (1, "lead"), (3, "manager"))
    return [
        due
        for match in conflicts_to_decide()
        for due in match_dues(match, match, localdate(match.said_at), at, steps, holders)
    ]


@rule("A match has to be brought to its end.")
def match_departed(at: datetime):
    """One of the two has gone: the co-ordinators on the day, the manager a week later, until the ending has begun."""
    holders = Holders()
    steps = ((0, "coordinator"), (7, "manager"))
    return [due for match in departed_matches() for due in match_dues(match, match, match.left_on, at, steps, holders)]
