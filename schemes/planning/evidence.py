"""What the records show about a step: computed, never ticked. Each room gives its share in `step_evidence.py`."""

from dataclasses import dataclass
from datetime import date

from mentoring.conventions import modules


@dataclass(frozen=True)
class Evidence:
    """Sentences on what the records hold for a step, and on what they lack. `summary` is the line on the journey."""

    found: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    summary: str = ""

    def __add__(self, other: "Evidence") -> "Evidence":
        return Evidence((*self.found, *other.found), (*self.missing, *other.missing), self.summary or other.summary)

    @property
    def line(self) -> str:
        """One line: what is missing first, else the summary, else what was found first."""
        return next(iter([*self.missing[:1], self.summary, *self.found[:1]]), "") or "Nothing recorded yet"


def evidence_of(scheme, today: date) -> dict[int, Evidence]:
    """All seventeen steps; several rooms may speak to the same one, the lower room first."""
    gathered = {number: Evidence() for number in range(1, 18)}
    for room in modules("step_evidence"):
        for number, shows in room.EVIDENCE.items():
            gathered[number] += shows(scheme, today)
    return gathered
