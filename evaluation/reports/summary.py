"""Is it working? Five plain sentences, and how far each objective of the plan has come (S2, S17). Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from evaluation.reports.published import Published
from evaluation.reports.sections.section import percent, reader, told
from evaluation.reports.sections.together import supervision_kept
from mentoring.web.wording import counted


@dataclass(frozen=True)
class ObjectiveLine:
    """One objective: `reached` as it may be seen; state "reached", "on course", "behind", "not measured"."""

    words: str
    measure: str
    kind: str
    target: str
    reached: str
    due_on: date
    state: str


def objective_lines(objectives: Iterable, found: Published) -> list[ObjectiveLine]:
    """Objectives of the plan with what the records, or the scheme's own entry, say of each."""
    lines = []
    for objective in objectives:
        text, value = reached(objective, found)
        lines.append(
            ObjectiveLine(
                words=objective.words,
                measure=objective.measure,
                kind=objective.get_kind_display(),
                target=f"{objective.target:,.10g}".removesuffix(".0"),
                reached=text,
                due_on=objective.due_on,
                state=state_of(objective, value, found.figures.period.to_on),
            )
        )
    return lines


def reached(objective, found: Published) -> tuple[str, float | None]:
    """(as it may be seen, the true value or None) of one objective."""
    volunteers, matches, endings = (reader(found.seen, part) for part in ("volunteers", "matches", "endings"))
    figures = found.figures
    kept = supervision_kept(figures, found.seen)
    planned, ended = figures.endings.planned.get("planned", 0), figures.endings.total
    of_records = {
        "mentors-approved": (str(volunteers("ever")), figures.volunteers.ever),
        "matches-started": (str(matches("ever")), figures.matches.ever),
        "matches-six-months": (str(matches("six months")), figures.matches.six_months),
        "planned-endings": (
            percent(endings("planned planned"), endings("recorded")) or "hidden",
            100 * planned / ended if ended else None,
        ),
        "supervision-kept": ("hidden" if kept is None else f"{kept:.0%}", None if kept is None else 100 * kept),
    }
    if objective.counted_as:
        return of_records[objective.counted_as]
    by_hand = objective.reached
    return ("not entered yet", None) if by_hand is None else (f"{by_hand:,.10g}".removesuffix(".0"), float(by_hand))


def state_of(objective, value: float | None, today: date) -> str:
    """How it stands against a straight line from the baseline, on the day it was set, to the target when due."""
    if value is None:
        return "not measured"
    base, target = float(objective.baseline), float(objective.target)
    if (value >= target) if target >= base else (value <= target):
        return "reached"
    began = objective.created_at.date()
    whole = max((objective.due_on - began).days, 1)
    gone = min(max((today - began).days / whole, 0), 1)
    hoped = base + (target - base) * gone
    return "on course" if ((value >= hoped) if target >= base else (value <= hoped)) else "behind"


def is_it_working(found: Published, objectives: Sequence[ObjectiveLine]) -> list[str]:
    """Five sentences: the plan, the young people, the matches, the care taken, the endings."""
    findings = {section.key: section.finding for section in found.sections}
    return [
        objectives_sentence(objectives),
        findings["young-people"] + waiting_sentence(found),
        findings["matches"] + together_sentence(found),
        f"{findings['sessions']} {findings['supervision']}",
        f"{findings['endings']} {findings['goals']}",
    ]


def objectives_sentence(objectives: Sequence[ObjectiveLine]) -> str:
    if not objectives:
        return "No objectives have been set, so there is nothing yet to measure success against."
    good = sum(line.state in ("reached", "on course") for line in objectives)
    unmeasured = sum(line.state == "not measured" for line in objectives)
    rest = f"; {unmeasured} cannot be measured yet" if unmeasured else ""
    return f"{good} of {counted(len(objectives), 'objective')} are reached or on course{rest}."


def waiting_sentence(found: Published) -> str:
    waiting = found.seen["young people", "waiting"]
    return " Nobody is waiting." if waiting.value == 0 else " " + told((waiting, "{} are waiting for one"))


def together_sentence(found: Published) -> str:
    if not found.figures.matches.ever:
        return ""
    together, ever = (found.seen["matches", name] for name in ("together", "ever"))
    rest = "" if ever.hidden or ever == together else f" of the {ever} ever introduced"
    return " " + told((together, "{}" + rest + " are together now"))
