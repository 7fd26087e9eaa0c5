"""What the records say of one period, as plain values: true counts, before small numbers are hidden.

These never leave the server as they are; `evaluation.reports.published` decides what may be seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evaluation.turnover.funnel import Stage
from evaluation.turnover.passage import PassageFigures
from evaluation.turnover.periods import Period
from evaluation.turnover.survival import Survival


@dataclass(frozen=True)
class VolunteerFigures:
    """`joined` were approved for the first time in the period; `left` had been approved and left in it.

    `stay` runs from approval to leaving, over everybody ever approved up to the end of the period. `reasons` are
    the words noted with each leaving. `given_up` withdrew or were not taken on before approval, in the period.
    """

    funnel: list[Stage]
    joined: int
    joined_before: int
    left: int
    left_before: int
    stay: Survival
    reasons: Mapping[str, int]
    withdrew: int
    not_taken_on: int
    passage: PassageFigures | None = None

    @property
    def ever(self) -> int:
        return self.joined + self.joined_before

    @property
    def here(self) -> int:
        return self.ever - self.left - self.left_before


@dataclass(frozen=True)
class YoungPeopleFigures:
    """`waiting` for a mentor on the last day of the period; `wait_median` in days, of those. (The longest
    wait is one person's, and is not published.)"""

    funnel: list[Stage]
    waiting: int
    wait_median: float | None
    passage: PassageFigures | None = None


@dataclass(frozen=True)
class MatchFigures:
    """Every match that was ever introduced up to the end of the period. `undated` have no day of
    introduction or an impossible one, and are left out."""

    started: int
    started_before: int
    ended: int
    ended_before: int
    stay: Survival
    undated: int
    six_months: int

    @property
    def ever(self) -> int:
        return self.started + self.started_before

    @property
    def together(self) -> int:
        return self.ever - self.ended - self.ended_before


@dataclass(frozen=True)
class MeetingFigures:
    """Sessions (or supervisions) planned for the period and now past, by outcome; `unlogged` nobody recorded."""

    outcomes: Mapping[str, int]
    minutes: int = 0
    unlogged: int = 0

    @property
    def total(self) -> int:
        return sum(self.outcomes.values()) + self.unlogged

    @property
    def due(self) -> int:
        """All that should have happened: those called off beforehand are nobody's miss."""
        return self.total - self.outcomes.get("called-off", 0)


@dataclass(frozen=True)
class DoseFigures:
    """Sessions foreseen in the period by what each two agreed; matches by how much of theirs took place (R5):
    "full", "most", "thin", "early" (`matching.relationships.doses.rules`)."""

    foreseen: int
    matches: Mapping[str, int]


@dataclass(frozen=True)
class EndingFigures:
    """Formal endings of matches that ended in the period. `unrecorded` ended without one (S15 forbids it)."""

    planned: Mapping[str, int]
    ways: Mapping[str, int]
    reasons: Mapping[str, int]
    unrecorded: int

    @property
    def total(self) -> int:
        return sum(self.planned.values())


@dataclass(frozen=True)
class GoalFigures:
    """Goals set in the period by where they stand; of those rated twice or more, how the rating moved."""

    progress: Mapping[str, int]
    moved: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.progress.values())


@dataclass(frozen=True)
class ConcernFigures:
    """Counts and nothing else (roles.md). `in_time` were acknowledged within their clock; `open` at the end."""

    raised: int
    in_time: int
    open: int


@dataclass(frozen=True)
class Figures:
    period: Period
    volunteers: VolunteerFigures
    young_people: YoungPeopleFigures
    matches: MatchFigures
    sessions: MeetingFigures
    doses: DoseFigures
    supervision: MeetingFigures
    endings: EndingFigures
    goals: GoalFigures
    concerns: ConcernFigures
