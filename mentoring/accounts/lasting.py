"""How long a sign-in lasts: until nobody has done anything for a while, and no longer than a working day.

A young person's telephone is lent, a library's computer is shared, an office has visitors (ASVS 5.0, 7.3.1 and 7.3.2).
Pure: seconds since 1970.
"""

from collections.abc import Mapping

MINUTE = 60
#: Nobody did anything for so long: young people, everybody else; and at most so long in all.
IDLE_YOUNG, IDLE = 10 * MINUTE, 20 * MINUTE
LONGEST = 8 * 60 * MINUTE
#: A sign of life is noted at most so often, which spares the database; one may end so much early, never late.
NOTED_EVERY = 15

#: What a session keeps of it.
BEGUN, SEEN, MAY_IDLE = "signed_in_at", "seen_at", "may_idle"


def begun(now: float, may_idle: int) -> dict[str, float]:
    """What a session keeps from the moment of signing in."""
    return {BEGUN: now, SEEN: now, MAY_IDLE: may_idle}


def seconds_left(kept: Mapping, now: float) -> float:
    """Seconds until this sign-in ends by itself; 0 or less: it is over. A session that kept nothing is over."""
    idle = kept.get(SEEN, 0) + kept.get(MAY_IDLE, 0) - now
    return min(idle, kept.get(BEGUN, 0) + LONGEST - now)


def is_to_note(kept: Mapping, now: float) -> bool:
    """Is it time to note that somebody is there?"""
    return now - kept[SEEN] >= NOTED_EVERY
