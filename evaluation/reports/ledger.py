"""All counts of one period in one book, with the sums between them, hidden together.

Hiding table by table is not enough: the matches that ended stand in one table and their endings in another. Pure.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from evaluation.turnover.figures import ConcernFigures, Figures
from mentoring.web.small_numbers import LIMIT, SMALL, Shown, Sum, protect

Name = tuple[str, str]


def ledger(figures: Figures) -> dict[Name, Shown]:
    """Every count of the figures by (part, name), as it may be seen."""
    counts, sums = book(figures)
    return protect(counts, sums) | concern_counts_shown(figures.concerns)


def book(figures: Figures) -> tuple[dict[Name, int], list[Sum]]:
    """The true counts and the sums a reader can do with them."""
    counts: dict[Name, int] = {("young people", "waiting"): figures.young_people.waiting}
    sums: list[Sum] = []

    def whole(part: str, name: str, parts: Mapping[str, int], prefix: str = "") -> None:
        keys = [(part, prefix + key) for key in parts]
        counts.update({(part, prefix + key): count for key, count in parts.items()})
        counts[part, name] = sum(parts.values())
        sums.append(((part, name), keys))

    people = figures.volunteers
    whole("volunteers", "ever", {"joined": people.joined, "joined before": people.joined_before})
    whole("volunteers", "left ever", {"left": people.left, "left before": people.left_before})
    whole("volunteers", "ever", {"here": people.here, "left ever": people.left + people.left_before})
    whole("volunteers", "left", people.reasons, "because ")
    counts["volunteers", "withdrew"] = people.withdrew
    counts["volunteers", "not taken on"] = people.not_taken_on
    matches = figures.matches
    whole("matches", "ever", {"started": matches.started, "started before": matches.started_before})
    whole("matches", "ended ever", {"ended": matches.ended, "ended before": matches.ended_before})
    whole("matches", "ever", {"together": matches.together, "ended ever": matches.ended + matches.ended_before})
    whole("matches", "ever", {"six months": matches.six_months, "shorter": matches.ever - matches.six_months})
    for part, meetings in (("sessions", figures.sessions), ("supervision", figures.supervision)):
        whole(part, "all", {**meetings.outcomes, "unlogged": meetings.unlogged})
    whole("doses", "matches", figures.doses.matches)
    counts["doses", "foreseen"] = figures.doses.foreseen
    undated = counts["doses", "matches"] - matches.together - matches.ended
    if undated >= 0:  # who was together in the period is still so, or ended in it
        counts["doses", "undated"] = undated
        still = [("matches", "together"), ("matches", "ended"), ("doses", "undated")]
        sums.append((("doses", "matches"), still))
    endings = figures.endings
    for field, parts in (("planned", endings.planned), ("way", endings.ways), ("reason", endings.reasons)):
        whole("endings", "recorded", parts, f"{field} ")
    whole("endings", "all", {"recorded": endings.total, "unrecorded": endings.unrecorded})
    if counts["endings", "all"] == matches.ended:
        sums.append((("endings", "all"), [("matches", "ended")]))
    whole("goals", "set", figures.goals.progress)
    whole("goals", "rated", figures.goals.moved)
    return counts, sums


def concern_counts_shown(concerns: ConcernFigures) -> dict[Hashable, Shown]:
    """Nought is hidden here too: that nobody raised anything, and then somebody did, must not be readable."""
    few = {("concerns", name): SMALL for name in ("raised", "in_time", "late", "open")}
    if concerns.raised >= LIMIT:
        late = concerns.raised - concerns.in_time
        few |= protect(
            {
                ("concerns", "raised"): concerns.raised,
                ("concerns", "in_time"): concerns.in_time,
                ("concerns", "late"): late,
            },
            [(("concerns", "raised"), [("concerns", "in_time"), ("concerns", "late")])],
        )
    if concerns.open >= LIMIT:
        few["concerns", "open"] = Shown(concerns.open, f"{concerns.open:,}")
    return few
