"""Figures of a made-up period, so that a test only says what matters to it. Pure values, no database."""

from dataclasses import replace
from datetime import date

from evaluation.turnover.figures import (
    ConcernFigures,
    DoseFigures,
    EndingFigures,
    Figures,
    GoalFigures,
    MatchFigures,
    MeetingFigures,
    VolunteerFigures,
    YoungPeopleFigures,
)
from evaluation.turnover.funnel import Stage
from evaluation.turnover.periods import Period
from evaluation.turnover.survival import survival

PERIOD = Period(date(2025, 4, 1), date(2026, 3, 31))
#: Twenty matches: six over after 30 to 300 days, fourteen going on.
STAYS = [(days, True) for days in (30, 60, 90, 120, 200, 300)] + [(days, False) for days in range(100, 380, 20)]


def stages(**reached):
    return [Stage(name, count, None, 9, 12, 0, None) for name, count in reached.items()]


def figures(**parts) -> Figures:
    """A scheme in which nothing is small; each part can be changed: `figures(matches={"ended": 3})`."""
    whole = Figures(
        period=PERIOD,
        volunteers=VolunteerFigures(
            funnel=stages(enquired=40, applied=30, approved=20, matched=12),
            joined=20, joined_before=10, left=6, left_before=0, stay=survival(STAYS), reasons={"Moved": 6},
            withdrew=8, not_taken_on=5,
        ),
        young_people=YoungPeopleFigures(stages(referred=35, waiting=25, matched=14), waiting=11, wait_median=60),
        matches=MatchFigures(
            started=14, started_before=6, ended=6, ended_before=0, stay=survival(STAYS), undated=0, six_months=9
        ),
        sessions=MeetingFigures({"held": 80, "missed-mentee": 12, "called-off": 8}, minutes=4800),
        doses=DoseFigures(100, {"full": 8, "most": 6, "thin": 6}),
        supervision=MeetingFigures({"held": 45, "missed": 5, "called-off": 10}),
        endings=EndingFigures({"planned": 6}, {"meeting": 6}, {"as-agreed": 6}, unrecorded=0),
        goals=GoalFigures({"open": 20, "reached": 10}, {"up": 9, "same": 6, "down": 5}),
        concerns=ConcernFigures(raised=7, in_time=7, open=5),
    )  # fmt: skip
    return replace(whole, **{part: replace(getattr(whole, part), **changes) for part, changes in parts.items()})
