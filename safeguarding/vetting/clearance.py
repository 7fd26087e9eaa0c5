"""Is this volunteer clear? Pure: checks as plain rows, the scheme's number of references, the level of criminal record
check that was worked out for them, and today are passed in.

What is needed here is kept simple and honest: identity, the scheme's references, a criminal-record check at that level
and a self-declaration; any other check that was asked for is needed too, because somebody saw a reason (S9, L10).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from mentoring.web.wording import MONTHS
from safeguarding.vetting.levels import NONE, enough, how_deep, needs_barred_list
from safeguarding.vetting.rulebook import level_words

NEEDED = {
    "identity": "identity check",
    "criminal-record": "criminal record check",
    "self-declaration": "self-declaration",
}
OTHER = {"right-to-volunteer": "right to volunteer", "overseas": "overseas check"}
CRIMINAL_RECORD = "criminal-record"
NO_WAITS: Mapping[str, date] = {}
GOOD = {"clear", "conditions"}
UNSETTLED = "Which criminal record check is needed waits for a second person to agree."


class Check(Protocol):
    """What is read of a check; `decision` is "", "clear", "conditions" or "not-clear"."""

    kind: str
    level: str
    requested_on: date
    received_on: date | None
    decision: str
    status: str
    decided_on: date | None
    expires_on: date | None


@dataclass(frozen=True)
class Clearance:
    """`missing` are sentences that name the fix; `waived` name what is waited for under supervision, and until when;
    `expires_on` is the first day on which a check must be looked at."""

    is_clear: bool
    missing: list[str]
    expires_on: date | None = None
    has_conditions: bool = False
    waived: tuple[str, ...] = ()


def clearance(
    checks: Iterable[Check],
    *,
    references_needed: int,
    level: str | None,
    today: date,
    is_settled: bool = True,
    abroad: bool = False,
    waits: Mapping[str, date] = NO_WAITS,
) -> Clearance:
    """The state of one volunteer's checks. A check with conditions counts as clear; conditions are shown beside it.

    `level` is the criminal record check needed, as a code of `levels`; None: nobody has worked it out, or,
    where not `is_settled`, a second person has not agreed that it may be less than usual.
    `abroad`: they lived abroad in the last five years. `waits`: kind → last day on which two people let them start
    under supervision without it.
    """
    by_kind: dict[str, list[Check]] = {}
    for check in checks:
        by_kind.setdefault(check.kind, []).append(check)
    references = by_kind.pop("reference", [])
    problems, counted = [], []
    for kind, name in kinds_needed([*by_kind, *(["overseas"] if abroad else [])], level).items():
        problem, holding = single(name, by_kind.get(kind, []), today)
        if kind == CRIMINAL_RECORD and holding:
            problem = level_sentence(holding.level, level)
        if kind == CRIMINAL_RECORD and not is_settled:
            problem = UNSETTLED
        problems.append((kind, problem))
        counted += [holding] if holding else []
    good = [check for check in references if check.decision in GOOD and in_date(check, today)]
    if len(good) < references_needed:
        problems.append(("reference", references_sentence(references, len(good), references_needed)))
    by_kind["reference"] = references
    counted += good
    waiting = {kind for kind in waits if may_wait(by_kind.get(kind, []), waits[kind], today)}
    if level is None or needs_barred_list(level):
        waiting.discard(CRIMINAL_RECORD)  # a barred list is never waited for, whatever was agreed before (L10)
    missing = [words for kind, words in problems if words and kind not in waiting]
    return Clearance(
        is_clear=not missing,
        missing=missing,
        expires_on=min((check.expires_on for check in counted if check.expires_on), default=None),
        has_conditions=any(check.decision == "conditions" for check in counted),
        waived=tuple(wait_sentence(words, waits[kind]) for kind, words in problems if words and kind in waiting),
    )


def may_wait(checks: Iterable[Check], until: date, today: date) -> bool:
    """Is it let wait for today? Never once one was decided not clear."""
    return until >= today and all(check.decision != "not-clear" for check in checks)


def wait_sentence(problem: str, until: date) -> str:
    """A line that holds, and says why and for how long."""
    return (
        f"Under supervision until {until.day} {MONTHS[until.month - 1]} {until.year}: {problem[0].lower()}{problem[1:]}"
    )


def kinds_needed(asked_for: Iterable[str], level: str | None) -> dict[str, str]:
    """Kind → its name: always needed, or asked for because somebody saw a reason; no criminal record check where the
    rules ask for none and nobody may ask."""
    needed = {**NEEDED, **{kind: name for kind, name in OTHER.items() if kind in asked_for}}
    return {kind: name for kind, name in needed.items() if not (kind == CRIMINAL_RECORD and level == NONE)}


def level_sentence(held: str, needed: str | None) -> str:
    """What is wrong with the level of a check that is clear; "" where nothing is."""
    if needed is None:
        return "Which criminal record check is needed has not been worked out."
    if enough(held, needed):
        return ""
    has = f"is “{level_words(held)}”" if held else "does not say its level"
    return f"The criminal record check {has}. Needed is “{level_words(needed)}”."


def single(name: str, checks: list[Check], today: date) -> tuple[str, Check | None]:
    """("", the check that holds) or (what is missing, None). The newest decision governs; an open one replaces none."""
    decided = [check for check in checks if check.decision]
    if not decided:
        return open_sentence(name, checks), None
    newest = max(decided, key=newest_last)
    if newest.decision not in GOOD:
        return f"The {name} was decided not clear.", None
    if newest.status == "not-current":
        return f"The Update Service says the {name} is no longer current. Ask for a new one.", None
    if not in_date(newest, today):
        return f"The {name} has run out. Ask for a new one.", None
    return "", newest


def newest_last(check: Check) -> tuple:
    """Of decisions of one day a bad one governs, whichever came first: the day alone does not say."""
    is_bad = check.decision not in GOOD or check.status == "not-current"
    return check.decided_on, is_bad, check.requested_on, check.expires_on or date.max, how_deep(check.level)


def open_sentence(name: str, checks: list[Check]) -> str:
    if not checks:
        return f"The {name} has not been asked for."
    if any(check.received_on for check in checks):
        return f"The {name} has come back and waits for a decision."
    return f"The {name} has been asked for and has not come back."


def references_sentence(references: list[Check], good: int, needed: int) -> str:
    waiting = sum(1 for check in references if not check.decision)
    still = f" {waiting} on the way." if waiting else " Ask for another."
    return f"{good} of {needed} references are in and good.{still}"


def in_date(check: Check, today: date) -> bool:
    return check.expires_on is None or check.expires_on >= today
