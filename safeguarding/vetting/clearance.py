"""Is this volunteer clear? Pure: checks as plain rows, the scheme's number of references and today are passed in.

What is needed here is kept simple and honest: identity, the scheme's references, a criminal-record check and a
self-declaration; any other check that was asked for is needed too, because somebody saw a reason for it (S9, L10).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

NEEDED = {
    "identity": "identity check",
    "criminal-record": "criminal record check",
    "self-declaration": "self-declaration",
}
OTHER = {"right-to-volunteer": "right to volunteer", "overseas": "overseas check"}
GOOD = {"clear", "conditions"}


class Check(Protocol):
    """What is read of a check; `decision` is "", "clear", "conditions" or "not-clear"."""

    kind: str
    requested_on: date
    received_on: date | None
    decision: str
    decided_on: date | None
    expires_on: date | None


@dataclass(frozen=True)
class Clearance:
    """`missing` are sentences that name the fix; `expires_on` is the first day on which a check must be looked at."""

    is_clear: bool
    missing: list[str]
    expires_on: date | None = None
    has_conditions: bool = False


def clearance(checks: Iterable[Check], *, references_needed: int, today: date) -> Clearance:
    """The state of one volunteer's checks. A check with conditions counts as clear; conditions are shown beside it."""
    by_kind: dict[str, list[Check]] = {}
    for check in checks:
        by_kind.setdefault(check.kind, []).append(check)
    references = by_kind.pop("reference", [])
    missing, counted = [], []
    for kind, name in {**NEEDED, **{kind: name for kind, name in OTHER.items() if kind in by_kind}}.items():
        problem, holding = single(name, by_kind.get(kind, []), today)
        missing += [problem] if problem else []
        counted += [holding] if holding else []
    good = [check for check in references if check.decision in GOOD and in_date(check, today)]
    if len(good) < references_needed:
        missing.append(references_sentence(references, len(good), references_needed))
    counted += good
    ends = [check.expires_on for check in counted if check.expires_on]
    return Clearance(
        is_clear=not missing,
        missing=missing,
        expires_on=min(ends, default=None),
        has_conditions=any(check.decision == "conditions" for check in counted),
    )


def single(name: str, checks: list[Check], today: date) -> tuple[str, Check | None]:
    """("", the check that holds) or (what is missing, None). The newest decision governs; an open one replaces none."""
    decided = [check for check in checks if check.decision]
    if not decided:
        return open_sentence(name, checks), None
    newest = max(decided, key=lambda check: (check.decided_on, check.requested_on))
    if newest.decision not in GOOD:
        return f"The {name} was decided not clear.", None
    if not in_date(newest, today):
        return f"The {name} has run out. Ask for a new one.", None
    return "", newest


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
