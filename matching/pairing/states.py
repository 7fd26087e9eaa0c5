"""The life of a match (lifecycle.md). Pure."""

MATCH_MOVES = {
    "proposed": {"profiles-shared", "declined"},
    "profiles-shared": {"accepted", "declined"},
    "accepted": {"risk-approved", "declined"},
    "risk-approved": {"introduced", "declined"},
    "introduced": {"active", "ending"},
    "active": {"under-review", "paused", "ending"},
    "under-review": {"active", "paused", "ending"},
    "paused": {"active", "ending"},
    "ending": {"ended"},
    "ended": set(),
    "declined": set(),
}

#: Why a proposal was not taken up, where the young person said so of all of them.
NONE_OF_THESE = "None of these"

#: Within a fortnight an ending can be taken back, by `match_reopen` alone: no other door leads out of "ended".
REOPENS = {"ended": {"active", "introduced"}}
#: States in which a pair is together; the mentor's place is taken and both see each other.
TOGETHER = ("introduced", "active", "under-review", "paused", "ending")
#: States on the way to being together; they take the mentor's place too.
ON_THE_WAY = ("proposed", "profiles-shared", "accepted", "risk-approved")
#: What became of a session in which the two met, be it for less time than they meant to.
MET = ("held", "partly")
