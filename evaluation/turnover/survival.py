"""How long matches and volunteers last, counting those that are still going (S16).

Averaging only the matches that have ended makes every young scheme look worse than it is: the long ones are
still open. The product-limit estimate uses both (Kaplan & Meier, "Nonparametric estimation from incomplete
observations", J. Am. Stat. Assoc. 53 (1958) 457-481). The band is Greenwood's variance on the log(-log)
scale, which stays between 0 and 1 (Kalbfleisch & Prentice, "The Statistical Analysis of Failure Time Data").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import exp, log, sqrt

Z_95 = 1.959963984540054


@dataclass(frozen=True)
class Step:
    """From `day` on, `share` (0-1) are still going, `low`-`high` its 95 % interval."""

    day: int
    at_risk: int
    ended: int
    share: float
    low: float
    high: float


@dataclass(frozen=True)
class Survival:
    """A whole curve. `median` in days, None when fewer than half have ended by the last day that was seen."""

    steps: tuple[Step, ...]
    total: int
    ended: int
    longest: int

    @property
    def open(self) -> int:
        return self.total - self.ended

    @property
    def median(self) -> int | None:
        return next((step.day for step in self.steps if step.share <= 0.5 + 1e-12), None)

    @property
    def median_interval(self) -> tuple[int | None, int | None]:
        """95 % interval of the median (Brookmeyer & Crowley 1982): the days the band crosses one half."""
        low = next((step.day for step in self.steps if step.low <= 0.5 + 1e-12), None)
        high = next((step.day for step in self.steps if step.high <= 0.5 + 1e-12), None)
        return low, high

    @property
    def median_said(self) -> str:
        return "not reached" if self.median is None else f"{self.median} days"

    def share_at(self, day: int) -> float | None:
        """Share still going after `day` days; None beyond the last day anybody was followed."""
        if day > self.longest:
            return None
        return next((step.share for step in reversed(self.steps) if step.day <= day), 1.0)


def durations(spells: Iterable[tuple[date, date | None]], *, today: date) -> list[tuple[int, bool]]:
    """(days, ended) of each (began, ended or None). A spell that is open, or ends later, is cut at `today`.

    A spell that begins after `today` has not been seen at all and is left out. One that ends before it began
    is a mistake in the records: ValueError, so that no picture is drawn from it.
    """
    seen = []
    for began, ended in spells:
        if began > today:
            continue
        if ended is not None and ended < began:
            raise ValueError(f"ended on {ended} before it began on {began}")
        closed = ended is not None and ended <= today
        seen.append((((ended if closed else today) - began).days, closed))
    return seen


def survival(observations: Iterable[tuple[int, bool]]) -> Survival:
    """The product-limit curve of (days, ended) pairs; pairs that have not ended are censored at their days.

    Ties follow Kaplan and Meier: somebody censored on a day is still at risk for the endings of that day.
    """
    seen = sorted(observations)
    if any(days < 0 for days, _ in seen):
        raise ValueError("a duration cannot be negative")
    share, spread, steps = 1.0, 0.0, []
    for day in sorted({days for days, ended in seen if ended}):
        at_risk = sum(days >= day for days, _ in seen)
        ended = sum(days == day and over for days, over in seen)
        share *= 1 - ended / at_risk
        if at_risk > ended:
            spread += ended / (at_risk * (at_risk - ended))
        low, high = band(share, spread)
        steps.append(Step(day, at_risk, ended, share, low, high))
    return Survival(
        steps=tuple(steps),
        total=len(seen),
        ended=sum(over for _, over in seen),
        longest=max((days for days, _ in seen), default=0),
    )


def band(share: float, spread: float) -> tuple[float, float]:
    """95 % interval of a share from Greenwood's sum; a share of 0 or 1 has no width on this scale."""
    if share <= 0 or share >= 1:
        return share, share
    width = Z_95 * sqrt(spread) / abs(log(share))
    return share ** exp(width), share ** exp(-width)
