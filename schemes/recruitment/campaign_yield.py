"""What a campaign was worth: who came because of it, how far they came, what each approved mentor cost (S9, S16). Pure.

How far somebody came is defined in `schemes.people.reached`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


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
