"""The trail in words a person understands. Pure."""

NOUNS = {
    "youngperson": "a young person’s record",
    "volunteer": "a volunteer’s record",
    "membership": "a role",
    "invitation": "an invitation",
    "check": "a check",
    "consent": "a consent",
    "riskassessment": "a risk assessment",
    "riskdecision": "a risk decision",
    "match": "a match",
    "scheme": "the scheme",
    "step": "a step of the plan",
    "supervision": "a supervision",
    "session": "a meeting",
    "referral": "a referral",
    "report": "a report",
}
DID = {
    "read": "opened",
    "printed": "printed",
    "edited": "changed",
    "added": "added",
    "granted": "gave",
    "ended": "ended",
    "sent": "sent",
    "requested": "asked for",
    "received": "received",
    "decided": "decided on",
    "asked": "asked for",
    "given": "wrote down",
    "taken_back": "took back",
    "written": "wrote",
    "approved": "approved",
    "sent_back": "sent back",
    "exported": "took a copy of",
    "started": "started",
    "signed_off": "signed off",
}
LOOKING = ("read", "printed", "exported", "downloaded")


def said(verb: str) -> str:
    """ "check.decided" → "decided on a check"; a verb nobody foresaw is still readable."""
    noun, _, did = verb.partition(".")
    noun_words = NOUNS.get(noun) or "something about a " + noun.replace("_", " ")
    if did in DID:
        return f"{DID[did]} {noun_words}"
    return f"{noun_words}: {did.replace('_', ' ').replace('-', ' ')}"


def is_looking(verb: str) -> bool:
    """Did this act only look, and change nothing?"""
    return verb.rpartition(".")[2] in LOOKING
