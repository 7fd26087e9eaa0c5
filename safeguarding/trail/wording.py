"""The trail in words a person understands. Pure."""

NOUNS = {
    "youngperson": "a young person’s record",
    "volunteer": "a volunteer’s record",
    "profile": "a profile",
    "membership": "a role",
    "invitation": "an invitation",
    "interview": "an interview",
    "import": "a spreadsheet",
    "check": "a check",
    "reference": "a reference",
    "referencequestions": "the questions to referees",
    "vettingexemption": "a start under supervision",
    "vettingneed": "which check is needed",
    "consent": "a consent",
    "riskassessment": "a risk assessment",
    "riskdecision": "a risk decision",
    "course": "a course",
    "module": "a part of a course",
    "trainingsession": "a training session",
    "suitabilityreview": "a suitability review",
    "match": "a match",
    "technique": "a step towards a match",
    "conflict": "a reason against a match",
    "setaside": "a pair set aside",
    "session": "a meeting",
    "supervision": "a supervision",
    "ending": "an ending",
    "scheme": "the scheme",
    "step": "a step of the plan",
    "need": "the need for the scheme",
    "decision": "a decision",
    "report": "a report",
    "evaluation": "an evaluation",
    "mailing": "a message to a list",
    "pair": "a pair of records",
    "trainingclaim": "training that a list claims",
    "vettingcheck": "the list of checks",
    "ageexception": "an exception from the age rules",
    "agreement": "an agreement",
    "application": "an application",
    "asking": "what somebody began to ask",
    "attendance": "a register",
    "campaign": "a campaign",
    "carespell": "a stretch of time in care",
    "certificate": "a certificate",
    "contact": "a contact",
    "equivalence": "earlier training",
    "category": "what somebody is in law",
    "firstmeeting": "a first meeting",
    "group": "the peer group",
    "groupsession": "a session of the peer group",
    "hold": "a hold",
    "infobooking": "a place at an information session",
    "inforegister": "the register of an information session",
    "infosession": "an information session",
    "mail": "a letter",
    "pack": "a pack",
    "policy": "a part of the manual",
    "signpost": "other support",
    "studytry": "a try at a self-study check",
    "trainingstandard": "the minimum of training",
}
#: What the same things are called to whom they are about.
OWN = {"youngperson": "your record", "volunteer": "your record", "profile": "your profile", "match": "your match"}
DID = {
    "added": "added",
    "agreed": "agreed to",
    "status_seen": "looked up",
    "applied": "took over",
    "approved": "approved",
    "asked": "asked for",
    "confirmed": "confirmed",
    "decided": "decided on",
    "declared": "wrote down",
    "discarded": "threw away",
    "downloaded": "took a copy of",
    "edited": "changed",
    "begun": "began",
    "cancelled": "cancelled",
    "changed": "changed",
    "followed_up": "asked again about",
    "held": "held",
    "invited": "sent the link to",
    "kept": "kept",
    "marked": "marked",
    "purged": "deleted",
    "removed": "removed",
    "signed": "signed",
    "ended": "ended",
    "exported": "took a copy of",
    "given": "wrote down",
    "granted": "gave",
    "logged": "wrote down",
    "made": "made",
    "merged": "put together two records of one:",
    "parted": "found two people in",
    "not_needed": "found not needed:",
    "planned": "planned",
    "printed": "printed",
    "proposed": "proposed",
    "answered": "answered about",
    "brought_in": "brought over from a list",
    "read": "opened",
    "received": "received",
    "recorded": "wrote down",
    "reopened": "opened again",
    "retried": "sent again",
    "settled": "looked at",
    "requested": "asked for",
    "sent": "sent",
    "sent_back": "sent back",
    "signed_off": "signed off",
    "started": "started",
    "taken_back": "took back",
    "uploaded": "brought in",
    "withdrawn": "took back",
    "written": "wrote",
}
LOOKING = ("read", "printed", "exported", "downloaded")


def said(verb: str, *, own: bool = False) -> str:
    """Says "decided on a check" for `check.decided`; a verb nobody foresaw is still readable. `own`: it was done with
    the reader's own record."""
    noun, _, did = verb.partition(".")
    words = (own and OWN.get(noun)) or NOUNS.get(noun) or f"a {noun.replace('_', ' ')}"
    if did in DID:
        return f"{DID[did]} {words}"
    return f"worked on {words}" if own else f"took {words} on to “{did.replace('_', ' ').replace('-', ' ')}”"


def told_once(lines: list[dict]) -> list[dict]:
    """The lines without those that say the same as the one before: same person, same thing, same day."""
    kept: list[dict] = []
    for line in lines:
        last = kept[-1] if kept else None
        if last and (last["who"], last["what"], last["at"].date()) == (line["who"], line["what"], line["at"].date()):
            continue
        kept.append(line)
    return kept
