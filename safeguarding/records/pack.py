"""What the person gets in the end: a folder to keep, and in plain words what stays back and why."""

from django.utils import timezone

from mentoring.held.packing import folder_of
from safeguarding.records.models import AccessDecision
from safeguarding.records.queries import given_to

TITLE = "Everything that is held about you"
WORDS = (
    "You asked for this. Keep it somewhere that only you can open.",
    "",
    "What you write only for yourself is not in here: nobody but you can take it out. Find it under “My record”.",
    "Where something was told to keep somebody safe, whether there is anything of that kind is not said.",
    "",
    "Something is wrong? Tell us under “My record”. Not content with this? The Information Commissioner’s Office",
    "looks after these rights: ico.org.uk, 0303 123 1113.",
)


def kept_back(request) -> list[str]:
    """How many lines stay, or lost some words, and why. (Of what may not be hinted at, the number is no part.)"""
    decided = request.decisions.exclude(line__startswith="safeguarding.")
    reasons = dict(AccessDecision.Reason.choices)
    kept = [decision.reason for decision in decided if decision.outcome == AccessDecision.Outcome.KEEP]
    lines = [f"Kept back: {kept.count(reason)}. {words}." for reason, words in reasons.items() if reason in kept]
    parts = sum(decision.outcome == AccessDecision.Outcome.PART for decision in decided)
    return [*lines, *([f"Given with words left out, marked [left out]: {parts}."] if parts else [])]


def pack_of(request) -> bytes:
    words = (*WORDS, "", *kept_back(request))
    return folder_of(given_to(request), title=TITLE, words=words, at=timezone.localtime())
