"""When supervision is due, and whether what is planned comes in time (S14, P8, L6). Pure.

Peer mentors are supervised at a shorter interval: the scheme has two groups of care leavers to hold (P8), and at least
monthly, because what they went through may come up again (L6). British befriending schemes supervise every six weeks
one to one, and quarterly in a group.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from mentoring.web.wording import counted

#: What holds where a scheme has set nothing else, in days.
USUAL, USUAL_PEER, USUAL_GROUP = 42, 28, 91
#: The longest interval a scheme can set: a peer mentor's is a month (L6), everybody else's a quarter.
LONGEST, LONGEST_PEER = 92, 31
SHORTEST = 7
#: Fewer mentors than these are no group.
LEAST = 2
#: What is planned comes in time up to so many days after it is due; or, where it is late already, within a fortnight.
GRACE_DAYS, SOON_DAYS = 7, 14


@dataclass(frozen=True)
class Rhythm:
    """The scheme's own intervals, in days; a group's 0 where there is no group supervision."""

    every_days: int = USUAL
    peer_every_days: int = USUAL_PEER
    group_every_days: int = USUAL_GROUP
    peer_group_every_days: int = USUAL_GROUP

    def for_mentor(self, *, is_peer: bool) -> int:
        """Days between two supervisions of this kind of mentor; never longer for a peer than for others."""
        return min(self.peer_every_days, self.every_days) if is_peer else self.every_days

    def for_group(self, *, is_peer: bool) -> int:
        return self.peer_group_every_days if is_peer else self.group_every_days


def next_due(last: date, every_days: int) -> date:
    """The day by which the next one is due; a Saturday or Sunday moves to the Friday before."""
    due = last + timedelta(days=every_days)
    return due - timedelta(days=max(0, due.weekday() - 4))


def comes_in_time(planned_on: date | None, due_on: date, today: date) -> bool:
    """Does the next planned one come in time? The one answer for lists, first page, reminders, signs and the gate."""
    if planned_on is None:
        return False
    return planned_on <= max(due_on + timedelta(days=GRACE_DAYS), today + timedelta(days=SOON_DAYS))


def series_days(last: date, every_days: int, number: int, today: date) -> list[date]:
    """The next so many days of a series: from the day that is due, or the next working day where that has passed."""
    days = [max(next_due(last, every_days), working_day_after(today))]
    while len(days) < number:
        days.append(next_due(days[-1], every_days))
    return days


def working_day_after(day: date) -> date:
    return day + timedelta(days=7 - day.weekday() if day.weekday() > 3 else 1)


def rhythm_problems(rhythm: Rhythm) -> dict[str, str]:
    """{interval: why it cannot be so}; empty where the rhythm is lawful."""
    found = {}
    if not SHORTEST <= rhythm.every_days <= LONGEST:
        found["every_days"] = f"Every mentor is supervised at least once a quarter: {SHORTEST} to {LONGEST} days."
    if not SHORTEST <= rhythm.peer_every_days <= LONGEST_PEER:
        found["peer_every_days"] = (
            f"Peer mentors are supervised at least once a month: {SHORTEST} to {LONGEST_PEER} days. What they went "
            "through themselves may come up again."
        )
    elif rhythm.peer_every_days > rhythm.every_days:
        found["peer_every_days"] = "Peer mentors are supervised at least as often as the others."
    for name in ("group_every_days", "peer_group_every_days"):
        days = getattr(rhythm, name)
        if days and not SHORTEST <= days <= 366:
            found[name] = f"Write 0 for no group, or {SHORTEST} to 366 days."
    return found


def every_words(days: int) -> str:
    """Says "every 6 weeks", "every 31 days"; "not at all" for 0."""
    if not days:
        return "not at all"
    weeks, odd = divmod(days, 7)
    if odd:
        return f"every {counted(days, 'day')}"
    return "every week" if weeks == 1 else f"every {weeks} weeks"
