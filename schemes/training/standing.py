"""How a volunteer stands against the scheme's minimum of training (S11, P2). Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

#: Heard by everybody before they are matched, whatever the scheme's course says (P2).
ALWAYS = frozenset({"boundaries", "confidentiality"})


@dataclass(frozen=True)
class Standing:
    """Hours attended of the hours needed, and the required topics still missing (as their keys)."""

    hours: Decimal
    hours_needed: Decimal
    missing: tuple[str, ...]

    @property
    def is_met(self) -> bool:
        return self.hours >= self.hours_needed and not self.missing


def standing_of(
    attended: Collection[tuple[str, Decimal]], required: Collection[str], hours_needed: Decimal
) -> Standing:
    """`attended`: (topic, hours) of every session attended; a topic heard twice counts its hours twice, which is more
    training, not less. `required`: topics needed before matching, boundaries and confidentiality always among them."""
    heard = {topic for topic, _ in attended}
    missing = tuple(sorted((set(required) | ALWAYS) - heard))
    return Standing(sum((hours for _, hours in attended), Decimal(0)), hours_needed, missing)
