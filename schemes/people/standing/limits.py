"""How long somebody may stand at one stage before they count as stuck (reminders.md, "vetting or referral stuck"; L10).

The days are ours until a scheme sets its own; what the public pages promise, no scheme may make longer. Pure.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

#: A first answer is owed within a week; the public pages promise it.
ANSWER_WITHIN_DAYS = 7
SHORTEST, LONGEST = 1, 366
#: The manager hears so many days after the limit.
MANAGER_AFTER_DAYS = 14


@dataclass(frozen=True)
class Limit:
    """`days` as usual, `most` that a scheme may set, and how a first page says that somebody stands there."""

    words: str
    days: int
    most: int = LONGEST


#: (whose way, stage) → limit, in the order of the way. Somebody on the waiting list is thought of by the rule
#: `progress_contact`: it may take long until there is a mentor, but never long until there is a word.
LIMITS: Mapping[tuple[str, str], Limit] = {
    ("volunteer", "enquired"): Limit("asked about volunteering", ANSWER_WITHIN_DAYS, ANSWER_WITHIN_DAYS),
    ("volunteer", "applied"): Limit("sent an application", ANSWER_WITHIN_DAYS),
    ("volunteer", "interviewing"): Limit("is to be interviewed", 21),
    ("volunteer", "vetting"): Limit("waits for their checks", 42),
    ("volunteer", "training"): Limit("is in training", 91),
    ("volunteer", "suitability"): Limit("waits for the review of their suitability", 14),
    ("volunteer", "paused"): Limit("has paused: ask them how it is", 91),
    ("young-person", "referred"): Limit("asked for a mentor", ANSWER_WITHIN_DAYS, ANSWER_WITHIN_DAYS),
    ("young-person", "contacted"): Limit("has been in touch: meet them", 7),
    ("young-person", "met"): Limit("has been met: ask whether they go on", 21),
    ("young-person", "paused"): Limit("has paused: ask them how it is", 91),
    ("check", "requested"): Limit("has not come back", 21),
    ("check", "received"): Limit("came back and waits for a decision", 7),
}
#: Stages at which somebody waits for a first answer.
FIRST = {"volunteer": ("enquired", "applied"), "young-person": ("referred", "contacted")}
WAYS = {"volunteer": "A volunteer", "young-person": "A young person", "check": "A check"}


def stages_of(way: str) -> dict[str, Limit]:
    return {stage: limit for (whose, stage), limit in LIMITS.items() if whose == way}


def key_of(way: str, stage: str) -> str:
    """The stage as a scheme keeps it in `stage_days`, and as a form names it."""
    return f"{way}.{stage}"


def days_of(own: Mapping[str, int], way: str, stage: str) -> int:
    """The days that hold in a scheme with these days of its own."""
    return own.get(key_of(way, stage), LIMITS[way, stage].days)


def limit_groups(way: str, schemes: Iterable[tuple]) -> list[tuple[str, int, set]]:
    """(stage, days, keys of the schemes where so many hold) of (key, own days) of schemes: few, however many those."""
    found = defaultdict(set)
    for scheme_key, own in schemes:
        for stage in stages_of(way):
            found[stage, days_of(own, way, stage)].add(scheme_key)
    return [(stage, days, keys) for (stage, days), keys in found.items()]


def later_stages(way: str) -> tuple[str, ...]:
    return tuple(stage for stage in stages_of(way) if stage not in FIRST[way])


def limit_problem(way: str, stage: str, days: int) -> str:
    """Why so many days cannot be set, in a sentence; "" where they can."""
    limit = LIMITS.get((way, stage))
    if limit is None:
        return "There is no such stage."
    if days < SHORTEST:
        return "Give them at least one day."
    if days <= limit.most:
        return ""
    if limit.most == ANSWER_WITHIN_DAYS:
        return "At most 7 days: our public pages promise everybody an answer within a week."
    return "At most 366 days: after a year nobody should be standing at the same place unseen."
