"""The seventeen steps as the report shows them: what was signed off, by whom, and what was missing then (S17)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from evaluation.turnover.periods import day_said
from schemes.planning.models import Step


@dataclass(frozen=True)
class StepLine:
    number: int
    name: str
    evidence: tuple[str, ...]
    missing: tuple[str, ...]
    sign_off: str


def steps_of(scheme, today: date) -> list[StepLine]:
    """All seventeen, in order, with the evidence that the records show on the day."""
    rows = Step.objects.filter(scheme=scheme).select_related("signed_off_by")
    return [
        StepLine(
            number=step.number,
            name=f"Step {step.number}",
            evidence=(),
            missing=tuple(step.missing_at_sign_off),
            sign_off=sign_off_words(step),
        )
        for step in rows
    ]


def sign_off_words(step) -> str:
    """Who signed, when, and the reason where something was missing."""
    if not step.signed_off_at:
        return ""
    when = day_said(timezone.localdate(step.signed_off_at))
    why = f" {step.signed_off_why}" if step.signed_off_why else ""
    return f"Signed off by {step.signed_off_by} on {when}.{why}"
