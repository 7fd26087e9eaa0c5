"""The seventeen steps as the report shows them: what the records show, what is missing, who signed off (S17).

On the journey, staff see true counts of people. A paper leaves the building: from step 9 on, where steps count
people, the report says what its own sections say, small numbers hidden, and takes the counts out of the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from evaluation.reports.published import Published
from evaluation.reports.sections.joining import training_finding
from evaluation.turnover.periods import day_said
from mentoring.web.wording import MONTHS
from schemes.planning.queries import journey

#: Step that counts people → the section of the report that speaks for it.
SECTION_OF = {
    9: "volunteers",
    10: "young-people",
    11: "training",
    12: "matches",
    13: "goals",
    14: "supervision",
    15: "endings",
    16: "sessions",
}
A_COUNT = re.compile(rf"\b\d{{1,3}}(?:,\d{{3}})*\b(?!\s+(?:{'|'.join(MONTHS)}))(?:\s*%)?")


@dataclass(frozen=True)
class StepReport:
    """`sign_off` is a sentence, "" where nobody has signed; it tells what was missing on that day, and why."""

    number: int
    name: str
    phase: str
    found: tuple[str, ...]
    missing: tuple[str, ...]
    sign_off: str


def steps_of(scheme, found: Published, today: date) -> list[StepReport]:
    """All seventeen, in order, as they stand on the day."""
    return [step_report(line, found) for line in journey(scheme, today)]


def step_report(line, found: Published) -> StepReport:
    sections = {section.key: section.finding for section in found.sections}
    sections["training"] = training_finding(found.figures)
    key = SECTION_OF.get(line.number)
    return StepReport(
        number=line.number,
        name=line.name,
        phase=line.phase,
        found=line.evidence.found if key is None else (sections[key],),
        missing=tuple(uncounted(words) if key else words for words in line.evidence.missing),
        sign_off=sign_off_words(line.record, counts=key is None),
    )


def uncounted(words: str) -> str:
    """The sentence without how many: "3 volunteers have no check" → "Some volunteers have no check". Dates stay."""
    said = A_COUNT.sub("some", words)
    return said[:1].upper() + said[1:]


def sign_off_words(step, *, counts: bool) -> str:
    """Who signed, when, and the reason where something was missing then."""
    if not step.signed_off_at:
        return ""
    when = day_said(timezone.localdate(step.signed_off_at))
    lacked = " ".join(words if counts else uncounted(words) for words in step.missing_at_sign_off)
    why = f" Missing then: {lacked} Signed all the same: {step.signed_off_why}" if lacked else ""
    return f"Signed off by {step.signed_off_by} on {when}.{why}"
