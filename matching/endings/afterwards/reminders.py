"""Young people who are asked how they are, three months after an ending (S15)."""

from datetime import datetime

from matching.endings.afterwards.queries import follow_ups_due
from matching.endings.dues import match_dues
from mentoring.notices.rules import rule
from schemes.people.holders import Holders


@rule("Somebody is to be asked how they are.")
def follow_up_due(at: datetime):
    """On the day to the co-ordinators, a fortnight later to the manager; never to one of the two."""
    holders = Holders()
    steps = ((0, "coordinator"), (14, "manager"))
    return [
        due
        for follow_up in follow_ups_due(at)
        for due in match_dues(follow_up, follow_up.ending.match, follow_up.due_on, at, steps, holders)
    ]
