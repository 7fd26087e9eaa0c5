"""The life of a match (lifecycle.md). Pure."""

MATCH_MOVES = {
    "proposed": {"profiles-shared", "declined"},
    "profiles-shared": {"accepted", "declined"},
    "accepted": {"risk-approved", "declined"},
    "risk-approved": {"introduced", "declined"},
    "introduced": {"active", "ending"},
    "active": {"under-review", "paused", "ending"},
    "under-review": {"active", "ending"},
    "paused": {"active", "ending"},
    "ending": {"ended"},
    "ended": set(),
    "declined": set(),
}

#: States in which a pair is together; the mentor's place is taken and both see each other.
TOGETHER = ("introduced", "active", "under-review", "paused", "ending")
#: States on the way to being together; they take the mentor's place too.
ON_THE_WAY = ("proposed", "profiles-shared", "accepted", "risk-approved")
