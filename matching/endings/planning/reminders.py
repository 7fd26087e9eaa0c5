"""Endings that are to be planned in time, and agreed time that is up (S15)."""

from datetime import datetime

from matching.endings.dues import match_dues
from matching.endings.planning.queries import endings_coming
from mentoring.notices.rules import Due, rule
from schemes.people.holders import Holders


@rule("Something is to be planned with two people.")
def ending_to_plan(at: datetime):
    """Ninety days before the agreed end to the co-ordinators; the manager where nothing is planned a month later."""
    return _dues_at(at, "plan", manager_after=30)


@rule("The time two people agreed on is up.")
def ending_time_up(at: datetime):
    """On the agreed day to the co-ordinators, a fortnight later to the manager, until it ends or goes on."""
    return _dues_at(at, "over", manager_after=14)


def _dues_at(at, stage: str, *, manager_after: int) -> list[Due]:
    holders = Holders()
    steps = ((0, "coordinator"), (manager_after, "manager"))
    coming = [match for match in endings_coming(at) if match.stage == stage]
    return [due for match in coming for due in match_dues(match, match, match.due_on, at, steps, holders)]
