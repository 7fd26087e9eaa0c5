"""From enquiry to approved, and from the first word to a mentor: time and loss, by stage and by characteristic (R12).

Counts come from `evaluation.reports.passages_seen`, coarse enough to be seen. Pure.
"""

from __future__ import annotations

from evaluation.reports.passages_seen import (
    ALL,
    CAME,
    THROUGH_OR_NOT,
    PassageSeen,
    Side,
    Span,
    is_timed,
    passage_seen,
)
from evaluation.reports.sections.section import STAGE_WORDS, Section, Seen, days_said
from evaluation.turnover.figures import Figures
from evaluation.turnover.passage import GroupOutcome
from mentoring.web.charts import Bar, Chart, bars
from mentoring.web.small_numbers import LIMIT
from mentoring.web.wording import listed


def volunteers_passage_section(figures: Figures, seen: Seen) -> Section:
    return passage_section("from-enquiry", "From enquiry to approved", "volunteers", "approved", figures.volunteers)


def young_people_passage_section(figures: Figures, seen: Seen) -> Section:
    heading = "From the first word to a mentor"
    return passage_section("to-a-mentor", heading, "young people", "introduced to a mentor", figures.young_people)


def passage_section(key: str, heading: str, who: str, through: str, side: Side) -> Section:
    seen = passage_seen(side)
    if seen is None:
        few = f"Too few {who} came to say more." if side.passage and side.passage.whole.came else f"No {who} came."
        return Section(key, heading, few, ())
    together = "Groups that hold a number from 1 to 4 are told together, or not told apart at all."
    return Section(
        key=key,
        heading=heading,
        finding=f"Of {seen.whole.came:,} {who} who came, {how_far(seen.whole, seen.level, through)}.",
        facts=tuple(facts(seen, through)),
        charts=(*stages_chart(seen), *whys_chart(seen), *by_charts(seen, through)),
        missing=f"Whoever was lost is counted at the furthest stage they reached. {together}",
    )


def how_far(group: GroupOutcome, level: int, through: str) -> str:
    """ "20 are approved, half within 100 days, 10 were lost and 5 are on the way", as far as it may be told."""
    if level <= CAME:
        return "too few got far enough to say more"
    time = f", half within {days_said(group.days)}" if is_timed(group, level) else ""
    if level == THROUGH_OR_NOT:
        return f"{group.through:,} are {through}{time}, and {group.lost + group.here:,} are not, or not yet"
    return listed(
        [f"{group.through:,} are {through}{time}", f"{group.lost:,} were lost", f"{group.here:,} are on the way"]
    )


def facts(seen: PassageSeen, through: str):
    whole = seen.whole
    yield "Came in the period", f"{whole.came:,}"
    if seen.level >= THROUGH_OR_NOT:
        yield through.capitalize(), f"{whole.through:,}"
    if seen.level == ALL:
        yield "Lost on the way", f"{whole.lost:,}"
        yield "Still on the way", f"{whole.here:,}"
    if is_timed(whole, seen.level):
        yield f"Half were {through} within", days_said(whole.days)


def stages_chart(seen: PassageSeen) -> list[Chart]:
    """Where people were lost, and how long those who went on needed there."""
    rows = [Bar(span_words(span), span.lost, "", span_note(span)) for span in seen.spans]
    return [bars("Lost at each stage", rows, headings=("Stage", "Lost", "And"))] if rows else []


def span_words(span: Span) -> str:
    first, last = STAGE_WORDS[span.stages[0].name], STAGE_WORDS[span.stages[-1].name]
    return first if first == last else f"{first} to {last[0].lower()}{last[1:]}"


def span_note(span: Span) -> str:
    [*before, stage] = span.stages
    timed = not before and stage.went_on >= LIMIT and stage.waited is not None
    return f"{span.here:,} still there" + (f"; others went on after {days_said(stage.waited)}" if timed else "")


def whys_chart(seen: PassageSeen) -> list[Chart]:
    rows = [Bar(why, count) for why, count in seen.whys.items()]
    return [bars("Why they were lost", rows, headings=("Reason", "People"))] if rows else []


def by_charts(seen: PassageSeen, through: str) -> list[Chart]:
    """One picture for each characteristic: who came, and how far they got."""
    return [
        bars(
            f"{kind}: who came, and how far they got" if level > CAME else f"{kind}: who came",
            [Bar(name, group.came, "", group_note(group, level, through)) for name, group in groups.items()],
            headings=(kind, "Came", "Of these"),
        )
        for kind, (level, groups) in seen.by.items()
    ]


def group_note(group: GroupOutcome, level: int, through: str) -> str:
    if level <= CAME:
        return ""
    time = f", half within {days_said(group.days)}" if is_timed(group, level) else ""
    return f"{group.through:,} {through}{time}" + (f"; {group.lost:,} lost" if level == ALL else "")
