"""How many young people may want a mentor (S1).

The seventeen-steps guide: eligible care leavers leaving this year, and those who left in earlier years and are still
under 21, divided by four; "the actual number will also depend on other provision". It calls this an indicative rule
of thumb, so the working is always shown with it and the four can be changed.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from schemes.planning import figures

RULE_OF_THUMB = 4
PROXY = (
    "The figures count care leavers aged 17–18 and 19–21. We take 17–18 for those leaving this year and 19–21 for "
    "those who left before; that includes some who are already 21, whom the figures do not show apart."
)
WHERE = "Each young person is counted by the council that looked after them, wherever they live now."


@dataclass(frozen=True)
class WorkingLine:
    """One line of the working: what it is, and the number as people say it."""

    words: str
    number: str


@dataclass(frozen=True)
class Estimate:
    """`expected` young people, with `eligible` it came from and each line of how. `at_least`: a figure is hidden."""

    year: int
    eligible: int
    expected: int
    at_least: bool
    working: tuple[WorkingLine, ...]
    caveats: tuple[str, ...]

    @property
    def words(self) -> str:
        return f"{'at least' if self.at_least else 'about'} {self.expected:,} young people"


def expected_interest(
    codes: Iterable[str], *, year: int | None = None, factor: float = RULE_OF_THUMB, already_served: int = 0
) -> Estimate:
    """The estimate for these councils. `factor` > 0; `already_served` ≥ 0 young people others mentor or support.

    Raises ValueError on a factor or number that makes no sense, KeyError on an unknown council or year.
    """
    if factor <= 0 or already_served < 0:
        raise ValueError("The factor must be more than nought, and the number already served not less.")
    chosen = tuple(dict.fromkeys(codes))
    year = year or figures.figures().latest
    leaving, left = (figures.total(chosen, year, [group]) for group in figures.AGE_GROUPS)
    both = figures.total(chosen, year)
    expected = max(0, int(both.number / factor + 0.5) - already_served)
    working = (
        WorkingLine(f"Leaving this year (aged 17–18, year to 31 March {year})", leaving.words),
        WorkingLine("Left in earlier years (aged 19–21)", left.words),
        WorkingLine("Together", both.words),
        WorkingLine(f"Divided by {factor:g}, the guide’s rule of thumb", f"{both.number / factor:,.2f}"),
        WorkingLine("Less those whom others already support", f"{already_served:,}"),
        WorkingLine("May want a mentor from this scheme", f"{expected:,}"),
    )
    return Estimate(year, both.number, expected, bool(both.hidden), working, _caveats(chosen, both))


def _caveats(codes: tuple[str, ...], both: figures.Total) -> tuple[str, ...]:
    said = [PROXY, WHERE]
    if both.hidden:
        said.append(f"A figure is hidden so that nobody can be recognised: {', '.join(both.hidden)}.")
    if both.absent:
        said.append(f"No figure of their own in this year: {', '.join(both.absent)}.")
    notes = (figures.authority(code).note for code in codes)
    return tuple(said + [note for note in notes if note])
