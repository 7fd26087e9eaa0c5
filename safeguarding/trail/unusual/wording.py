"""Findings in words a person understands. Pure."""

from mentoring.web.wording import counted
from safeguarding.trail.unusual.rules import GLASS, LEAVING, USUAL_DAYS, Finding, Rule

WEEKS = USUAL_DAYS // 7
NOTHING = f"Nothing like it in the {WEEKS} weeks before"


def what(found: Finding) -> str:
    """Says "Opened 24 different records within an hour"."""
    records, copies = counted(found.number, "different record"), counted(found.number, "copy", "copies")
    return {
        Rule.HOUR: f"Opened {records} within an hour",
        Rule.NIGHT: f"Opened {records} in one night, between ten and six",
        Rule.LEAVING: f"Opened {records} in the {LEAVING.days} days before a role of theirs ended",
        Rule.TAKEN_LEAVING: f"Took {copies} in the {LEAVING.days} days before a role of theirs ended",
        Rule.LEFT: f"Opened {records} after their last role here had ended",
        Rule.GLASS: f"Opened something without a lead {found.number} times within {GLASS.days} days",
        Rule.TAKEN: f"Took {copies} on one day",
    }[found.rule]


def usual(found: Finding) -> str:
    """Says what they usually do, to measure it by."""
    number = f"{found.usual:.0f}"
    if found.rule == Rule.LEFT:
        return "Whoever holds no role opens nothing"
    if not found.usual:
        return NOTHING
    return {
        Rule.HOUR: f"{number} in the busiest hour of a day",
        Rule.NIGHT: f"{counted(int(found.usual), 'night')} of the {USUAL_DAYS} before",
        Rule.LEAVING: f"{number} in a week",
        Rule.TAKEN: f"{number} on a day with any",
    }[found.rule]
