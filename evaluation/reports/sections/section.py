"""What a section is made of, and the ways to say a count that may be hidden. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from evaluation.reports.ledger import Name
from evaluation.turnover.funnel import Stage
from evaluation.turnover.survival import Survival
from mentoring.web.charts import Bar, Chart, bars, funnel, survival_curve
from mentoring.web.charts.lines import months_said
from mentoring.web.small_numbers import LIMIT, WITHHELD, Shown
from mentoring.web.wording import counted, listed

STAGE_WORDS = {
    "enquired": "Enquired",
    "applied": "Applied",
    "interviewing": "Interviewed",
    "vetting": "Checks",
    "training": "Training",
    "suitability": "Suitability review",
    "approved": "Approved",
    "referred": "Referred, or asked themselves",
    "contacted": "Contacted",
    "met": "Met",
    "waiting": "Ready for a mentor",
    "matched": "Introduced to somebody",
}
NOUGHT = Shown(0, "0")
Seen = Mapping[Name, Shown]


@dataclass(frozen=True)
class Section:
    """`finding` is one plain sentence; `facts` are (label, text) rows; `missing` says what the figures lack."""

    key: str
    heading: str
    finding: str
    facts: tuple[tuple[str, str], ...]
    charts: tuple[Chart, ...] = ()
    missing: str = ""


def reader(seen: Seen, part: str) -> Callable[[str], Shown]:
    """Looks up the counts of one part; one that nobody noted is nought."""
    return lambda name: seen.get((part, name), NOUGHT)


def told(*clauses: tuple[Shown, str]) -> str:
    """A sentence of those clauses whose number may be named: ((36, "{} joined"), (hidden, "{} left")).

    "fewer than 5" is a number people can read; "hidden" is none, and its clause is left out.
    """
    said = [words.format(in_words(shown, words)) for shown, words in clauses if shown != WITHHELD]
    sentence = listed(said) or "the numbers are too small to show"
    return f"{sentence[0].upper()}{sentence[1:]}."


def in_words(shown: Shown, words: str) -> str:
    if shown.value == 0:
        return "none" if words.startswith("{} of") else "no"
    return shown.text


def share(part: Shown, whole: Shown) -> float | None:
    """A share of two counts that may both be seen; None otherwise, and where there is nothing to share."""
    if part.hidden or whole.hidden or not whole.value:
        return None
    return part.value / whole.value


def percent(part: Shown, whole: Shown) -> str:
    found = share(part, whole)
    return "" if found is None else f"{found:.0%}"


def days_said(days: float | None) -> str:
    return "" if days is None else counted(round(days), "day")


def funnel_chart(title: str, stages: Sequence[Stage], shown: Sequence[Shown]) -> Chart:
    """Counts and conversion of stages as they may be seen; a wait is given when five or more people made it."""
    rows = []
    for place, (stage, seen) in enumerate(zip(stages, shown, strict=True)):
        went = percent(seen, shown[place - 1]) if place else ""
        before = stages[place - 1] if place else None
        wait = days_said(before.waited) if before and before.moved >= LIMIT and not seen.hidden else ""
        note = f"{went} go on" + (f", after {wait}" if wait else "") if went else ""
        rows.append(Bar(STAGE_WORDS[stage.name], seen.value, seen.text, note))
    return funnel(title, rows, headings=("Stage", "People", "From the stage before"))


def curve_chart(title: str, stay: Survival, whole: Shown, ended: Shown, going: Shown) -> Chart | None:
    """The curve while at least five are left in it; none where its steps would give hidden counts away."""
    if whole.hidden or ended.hidden or going.hidden or not ended.value:
        return None
    steps = [step for step in stay.steps if step.at_risk >= LIMIT]
    if not steps:
        return None
    longest = stay.longest if len(steps) == len(stay.steps) else stay.steps[len(steps)].day
    median = stay.median if stay.median is not None and stay.median <= longest else None
    points = [(step.day, step.share, step.low, step.high) for step in steps]
    title = f"{title} ({whole} in all, {ended} of them over)"
    return survival_curve(title, points, longest=longest, median=median)


def counts_chart(
    title: str, words: Mapping[str, str], seen: Seen, part: str, prefix: str = "", head: str = "Number"
) -> Chart:
    """One bar for each name that is in the book."""
    rows = [
        Bar(text, seen[part, prefix + key].value, seen[part, prefix + key].text)
        for key, text in words.items()
        if (part, prefix + key) in seen
    ]
    return bars(title, rows, headings=("", head))


def median_sentence(what: str, stay: Survival, chart: Chart | None) -> str:
    """How long they last, in one sentence that is true also when too few have ended."""
    if not stay.total:
        return f"There are no {what} yet."
    if not stay.ended:
        return f"None of the {what} has ended yet, so it is too early to say how long they last."
    if chart is None:
        return f"Too few {what} have ended to say how long they last without pointing at single people."
    if stay.median is None:
        return f"More than half of all {what} are still going, so it is too early to say how long they last."
    return f"Half of all {what} last {months_said(stay.median)} or more."
