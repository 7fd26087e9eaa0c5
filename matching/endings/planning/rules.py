"""When an ending is planned: from ninety days before the day the two agreed on (S15, L4). Pure."""

from datetime import date, timedelta

#: An ending that is talked about early is one that nobody is surprised by.
PLAN_AHEAD_DAYS = 90


def agreed_end(introduced_on: date | None, length_weeks: int | None, extended_until: date | None) -> date | None:
    """The last day they agreed on: the length in their agreement counts from the introduction, and a review may have
    given them longer. None: open-ended."""
    by_agreement = introduced_on + timedelta(weeks=length_weeks) if introduced_on and length_weeks else None
    return max((day for day in (by_agreement, extended_until) if day), default=None)


def planning_from(introduced_on: date, ends_on: date) -> date:
    """The day from which the ending is planned; two who agreed on less than ninety days plan it from the start."""
    return max(ends_on - timedelta(days=PLAN_AHEAD_DAYS), introduced_on)


def stage_of(*, introduced_on: date, ends_on: date, planned_for: date | None, today: date) -> tuple[str, date] | None:
    """What is due, and since when: ("plan", day) or ("over", day). A plan counts for the day it was made for: once they
    agreed on another, there is another ending to plan."""
    if today >= ends_on:
        return "over", ends_on
    begin = planning_from(introduced_on, ends_on)
    return ("plan", begin) if today >= begin and planned_for != ends_on else None
