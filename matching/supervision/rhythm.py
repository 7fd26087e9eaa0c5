"""When supervision is due (S14, P8). Pure.

Peer mentors are supervised at a shorter interval: the scheme has two groups of care leavers to hold (P8, L6).
"""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Rhythm:
    """The scheme's own intervals, in days."""

    every_days: int
    peer_every_days: int

    def for_mentor(self, *, is_peer: bool) -> int:
        """Days between two supervisions of this kind of mentor; never longer for a peer than for others."""
        return min(self.peer_every_days, self.every_days) if is_peer else self.every_days


def next_due(last: date, every_days: int) -> date:
    """The day by which the next one is due; a Saturday or Sunday moves to the Friday before."""
    due = last + timedelta(days=every_days)
    return due - timedelta(days=max(0, due.weekday() - 4))
