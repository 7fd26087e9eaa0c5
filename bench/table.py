"""Lines of the one table. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

HEADINGS = ("item", "ours", "reference", "ratio", "goal", "")


@dataclass(frozen=True)
class Line:
    """One measured thing: `ours` and `reference` as they are shown, `ratio` with the goal it is held to."""

    item: str
    ours: str
    reference: str
    ratio: float
    goal: str

    @property
    def met(self) -> bool:
        """The goal is "≥ number" or "≤ number"."""
        sign, number = self.goal.split()
        return self.ratio >= float(number) if sign == "≥" else self.ratio <= float(number)

    def cells(self) -> tuple[str, ...]:
        ratio = f"{self.ratio:.3g}" if self.ratio < 100 else f"{self.ratio:.0f}"
        return self.item, self.ours, self.reference, ratio, self.goal, "ok" if self.met else "not"


def ratio_of(ours: Sequence[float], reference: Sequence[float]) -> float:
    """Median of the rounds' own ratios: both sides of each were measured side by side."""
    return median(one / other for one, other in zip(ours, reference, strict=True))


def per_second(rates: Sequence[float]) -> str:
    return f"{median(rates):,.0f}/s"


def milliseconds(seconds: Sequence[float]) -> str:
    return f"{1000 * median(seconds):,.1f} ms"


def as_text(lines: Iterable[Line]) -> str:
    """The lines under their headings, columns side by side; a Markdown table too."""
    rows = [HEADINGS, *(line.cells() for line in lines)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEADINGS))]
    shown = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    return "\n".join([shown[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *shown[1:]])
