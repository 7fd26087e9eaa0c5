"""Who came and who left: volunteers (S9, S11, S16) and young people (S10). Pure."""

from __future__ import annotations

from collections import defaultdict

from evaluation.reports.passages_seen import Side, stages_shown
from evaluation.reports.sections.section import (
    NOUGHT,
    Section,
    Seen,
    curve_chart,
    days_said,
    funnel_chart,
    median_sentence,
    reader,
    told,
)
from evaluation.turnover.figures import Figures
from mentoring.web.charts import Bar, bars
from mentoring.web.small_numbers import Shown


def volunteers_section(figures: Figures, seen: Seen) -> Section:
    people, get = figures.volunteers, reader(seen, "volunteers")
    came = by_stage(people)
    stay = curve_chart("How long mentors stay, from approval", people.stay, get("ever"), get("left ever"), get("here"))
    charts = [funnel_chart("From first enquiry to a first match", people.funnel, list(came.values()))]
    charts += [stay] if stay else []
    reasons = [name for part, name in seen if part == "volunteers" and name.startswith("because ")]
    named = [(name.removeprefix("because "), get(name)) for name in reasons if not get(name).hidden]
    if named:
        charts.append(
            bars("Why mentors left", [Bar(words, n.value) for words, n in named], headings=("Reason", "Mentors"))
        )
    return Section(
        key="volunteers",
        heading="Volunteers",
        finding=told(
            (came["enquired"], "{} people asked about volunteering"),
            (came["approved"], "{} of them have been approved"),
            (get("left"), "{} mentors left"),
        )
        + (f" {median_sentence('mentors’ stays', people.stay, stay)}" if stay else ""),
        facts=(
            ("Approved in the period", str(get("joined"))),
            ("Left in the period", str(get("left"))),
            ("With the scheme at the end", str(get("here"))),
            ("Withdrew before approval", str(get("withdrew"))),
            ("Not taken on", str(get("not taken on"))),
        ),
        charts=tuple(charts),
        missing="" if len(named) == len(reasons) else "Reasons given by fewer than 5 people are left out.",
    )


def training_finding(figures: Figures) -> str:
    """Step 11 has no section of its own: how far those who came in the period got with it."""
    came = by_stage(figures.volunteers)
    return told((came["training"], "{} volunteers reached training"), (came["approved"], "{} of them were approved"))


def by_stage(side: Side) -> dict[str, Shown]:
    """How many reached each stage, by its name; nought for a stage that is not there."""
    return defaultdict(lambda: NOUGHT, zip((stage.name for stage in side.funnel), stages_shown(side), strict=True))


def young_people_section(figures: Figures, seen: Seen) -> Section:
    young, waiting = figures.young_people, seen["young people", "waiting"]
    came = stages_shown(young)
    half = days_said(young.wait_median) if not waiting.hidden and waiting.value else ""
    return Section(
        key="young-people",
        heading="Young people",
        finding=told(
            (came[0], "{} young people came"),
            (came[-1], "{} of them have been introduced to a mentor"),
        ),
        facts=(
            ("Came in the period", str(came[0])),
            ("Of these, introduced to a mentor", str(came[-1])),
            ("Waiting for a mentor at the end", str(waiting)),
            *((("Half of them have waited at least", half),) if half else ()),
        ),
        charts=(funnel_chart("From the first word to a mentor", young.funnel, came),),
    )
