"""The seventeen steps as the report shows them: what the records show, what is missing, who signed off (S17)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from evaluation.turnover.periods import day_said
from schemes.planning.queries import journey


@dataclass(frozen=True)
class StepReport:
    """`sign_off` is a sentence, "" where nobody has signed; it tells what was missing on that day, and why."""

    number: int
    name: str
    phase: str
    found: tuple[str, ...]
    missing: tuple[str, ...]
    sign_off: str


def steps_of(scheme, today: date) -> list[StepReport]:
    """All seventeen, in order, as they stand on the day."""
    return [
        StepReport(
            number=line.number,
            name=line.name,
            phase=line.phase,
            found=line.evidence.found,
            missing=line.evidence.missing,
            sign_off=sign_off_words(line.record),
        )
        for line in journey(scheme, today)
    ]


def sign_off_words(step) -> str:
    """Who signed, when, and the reason where something was missing then."""
    if not step.signed_off_at:
        return ""
    when = day_said(timezone.localdate(step.signed_off_at))
    lacked = "; ".join(step.missing_at_sign_off)
    why = f" Missing then: {lacked}. Signed all the same: {step.signed_off_why}" if lacked else ""
    return f"Signed off by {step.signed_off_by} on {when}.{why}"
