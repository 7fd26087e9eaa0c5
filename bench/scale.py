"""How much is measured. The full run gives the table; the small one only shows that the table can still be made."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scale:
    """Rows of each kind, rounds in which the variants take turns, and seconds per turn."""

    short_list: int
    long_list: int
    concerns: int
    mails: int
    volunteers: int
    young_people: int
    mentors: int
    pairs: int
    rounds: int
    seconds: float


FULL = Scale(
    short_list=1_000,
    long_list=100_000,
    concerns=200_000,
    mails=600,
    volunteers=5_000,
    young_people=3_000,
    mentors=2_000,
    pairs=1_000,
    rounds=5,
    seconds=2,
)
SMALL = Scale(
    short_list=20,
    long_list=50,
    concerns=50,
    mails=10,
    volunteers=60,
    young_people=60,
    mentors=50,
    pairs=60,
    rounds=1,
    seconds=0.2,
)
