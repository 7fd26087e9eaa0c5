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
RECORDS = ("youngperson", "volunteer")
LOOKING = ("read", "printed", "exported", "downloaded")


def said(verb: str, *, own: bool = False) -> str:
    """Says "decided on a check" for `check.decided`; a verb nobody foresaw is still readable. `own`: it was done with
    the reader's own record."""
    noun, _, did = verb.partition(".")
    words = "your record" if own and noun in RECORDS else NOUNS.get(noun) or f"a {noun.replace('_', ' ')}"
    return f"{DID[did]} {words}" if did in DID else f"took {words} on to “{did.replace('_', ' ').replace('-', ' ')}”"
