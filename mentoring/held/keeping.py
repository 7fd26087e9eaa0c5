"""How long each class of record is kept, and why: each room says it in its `retention.py`. Pure.

UK GDPR, article 5(1)(e): no longer than it is needed for. Article 17(3): some of it stays although somebody asks for it
to go. Every time counts from the day on which somebody's time in the scheme ends.
"""

from dataclasses import dataclass
from datetime import date

from mentoring.conventions import modules

YEAR = 12  # months
LAST_DAY = 28  # every month has it


@dataclass(frozen=True)
class Keep:
    """One class of record.

    models: labels of kinds with spaces between. whom: whose notice tells of it, young-people, mentors, others (who
    referred somebody, or wrote a reference). law: why it stays although they ask for it to go, in words that they read.
    silent: whether there is any is told to nobody who cannot open it. whole: labels of which whole rows go; of the
    others what tells of somebody goes, and the row stays to be counted.
    """

    key: str
    name: str
    models: str
    months: int
    why: str
    whom: str = "young-people mentors"
    law: str = ""
    silent: bool = False
    whole: str = ""

    @property
    def labels(self) -> list[str]:
        return self.models.split()

    @property
    def how_long(self) -> str:
        if not self.months:
            return "Until you leave"
        number, unit = (self.months, "month") if self.months % YEAR else (self.months // YEAR, "year")
        return f"{number} {unit}{'s' if number > 1 else ''} after you leave"

    def until(self, left_on: date) -> date:
        """The first day on which it need not be here any more."""
        years, month = divmod(left_on.month - 1 + self.months, YEAR)
        return left_on.replace(year=left_on.year + years, month=month + 1, day=min(left_on.day, LAST_DAY))

    def stays(self, left_on: date, today: date) -> bool:
        """Has it to stay although they ask for it to go?"""
        return bool(self.law) and today < self.until(left_on)


def keeps() -> list[Keep]:
    """Every class of record of every room, lowest room first."""
    return [keep for room in modules("retention") for keep in room.KEEPS]


def keeps_of(whom: str) -> list[Keep]:
    """What a notice of privacy for these people tells of."""
    return [keep for keep in keeps() if whom in keep.whom.split()]


def longest_asked_for() -> int:
    """Months after which the record of somebody who left is due to be looked at."""
    return max(keep.months for keep in keeps() if not keep.law)
