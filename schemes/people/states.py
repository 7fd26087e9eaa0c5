"""Which state of a person in a scheme may follow which (lifecycle.md). Pure.

"Matched" is derived from matches and is no state.
"""

VOLUNTEER_MOVES = {
    "enquired": {"applied", "withdrawn", "declined"},
    "applied": {"interviewing", "withdrawn", "declined"},
    "interviewing": {"vetting", "withdrawn", "declined"},
    "vetting": {"training", "withdrawn", "declined"},
    "training": {"suitability", "withdrawn", "declined"},
    "suitability": {"approved", "group-only", "training", "withdrawn", "declined"},
    "approved": {"paused", "left", "suitability"},
    "group-only": {"suitability", "paused", "left"},
    "paused": {"approved", "group-only", "left"},
    "left": set(),
    "withdrawn": {"enquired"},
    "declined": set(),
}

YOUNG_PERSON_MOVES = {
    "referred": {"contacted", "chose-not", "not-eligible", "signposted"},
    "contacted": {"met", "chose-not", "not-eligible", "signposted"},
    "met": {"waiting", "chose-not", "not-eligible", "signposted"},
    "waiting": {"paused", "moved-on", "chose-not", "not-eligible", "signposted"},
    "paused": {"waiting", "moved-on", "chose-not", "signposted"},
    "moved-on": {"waiting"},
    "chose-not": {"contacted"},
    "not-eligible": set(),
    "signposted": {"contacted"},
}

#: Steps that are final for somebody, or send them elsewhere: a word of why stays with the record.
WHY_NEEDED = {"declined", "withdrawn", "not-eligible", "signposted"}


def further_on(person) -> int:
    """How far somebody has come on the way of their list, as a number to compare with."""
    return list(person.moves).index(person.state) if person.moves[person.state] else -1
