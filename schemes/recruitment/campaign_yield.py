"""What a campaign was worth: who came because of it, how far they came, what each approved mentor cost (S9, S16). Pure.

One definition for the page, the plan's evidence and whoever else counts. A stage counts for everybody who *ever*
reached it: somebody who withdrew later still counts as having applied; where they are now does not matter.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

#: States whose being reached once shows the stage: each also by everything that comes after it.
APPROVED = frozenset({"approved", "group-only", "paused", "left"})
INTERVIEWED = APPROVED | {"vetting", "training", "suitability"}
APPLIED = INTERVIEWED | {"applied", "interviewing"}


@dataclass(frozen=True)
class CampaignYield:
    """People who asked, applied, were interviewed, were approved; cost in pounds."""

    asked: int = 0
    applied: int = 0
    interviewed: int = 0
    approved: int = 0
    cost: Decimal = Decimal(0)

    @property
    def cost_per_approved(self) -> Decimal | None:
        """Pounds and pence for each approved mentor; None while there is none."""
        if not self.approved:
            return None
        return (self.cost / self.approved).quantize(Decimal("0.01"), ROUND_HALF_UP)

    def __add__(self, other: "CampaignYield") -> "CampaignYield":
        return CampaignYield(
            self.asked + other.asked,
            self.applied + other.applied,
            self.interviewed + other.interviewed,
            self.approved + other.approved,
            self.cost + other.cost,
        )


def whole(yields: Iterable[CampaignYield]) -> CampaignYield:
    """The scheme as a whole: those of whom nobody knows how they heard of it among them."""
    return sum(yields, start=CampaignYield())


def stages_reached(states: Iterable[str], *, interview_held: bool = False) -> frozenset[str]:
    """Which of "applied", "interviewed", "approved" somebody reached, from all the states they were ever in."""
    been = set(states)
    reached = {"applied": bool(been & APPLIED) or interview_held}
    reached |= {"interviewed": bool(been & INTERVIEWED) or interview_held, "approved": bool(been & APPROVED)}
    return frozenset(stage for stage, yes in reached.items() if yes)
