"""Bars that lie down, with their words above them: readable on a phone, whatever the length of a label."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mentoring.web.charts.drawing import SMALL, TEXT, WIDTH, Chart, bar, chart, fitted, words

ROW, THICK = 42, 14


@dataclass(frozen=True)
class Bar:
    """`value` None is a figure kept back: drawn as an empty dashed bar, so that its length tells nothing.

    `text` is what is printed (default the value), `note` a few soft words at the right, `past` draws it grey.
    """

    label: str
    value: float | None
    text: str = ""
    note: str = ""
    past: bool = False

    @property
    def said(self) -> str:
        return self.text or ("hidden" if self.value is None else f"{self.value:,.10g}")


@dataclass(frozen=True)
class Budget:
    label: str
    planned: float
    actual: float


def bars(
    title: str,
    rows: Sequence[Bar],
    *,
    headings: Sequence[str] = ("", "Number"),
    width: int = WIDTH,
    track: bool = False,
) -> Chart:
    """One bar a row, longest as wide as the chart allows. track: a pale bar of full length behind each."""
    most = max((row.value for row in rows if row.value), default=0) or 1
    room = width - max((len(row.said) for row in rows), default=0) * TEXT * 0.56 - 8
    marks = []
    for place, row in enumerate(rows):
        top = place * ROW
        marks.append(words(0, top + 13, fitted(row.label, width - len(row.note) * SMALL * 0.54 - 8)))
        if row.note:
            marks.append(words(width, top + 13, row.note, "soft", SMALL, "end"))
        if track and row.value is not None:
            marks.append(bar(0, top + 19, room, THICK, "track"))
        length = room * 0.25 if row.value is None else room * row.value / most
        role = "withheld" if row.value is None else "past" if row.past else "now"
        marks.append(bar(0.5 if row.value is None else 0, top + 19, length, THICK, role))
        at = (room if track and row.value is not None else length) + 6
        marks.append(words(at, top + 31, row.said, "soft" if row.value is None else "strong"))
    noted = any(row.note for row in rows)
    table = [(row.label, row.said, *((row.note,) if noted else ())) for row in rows]
    return chart(title, marks, [*headings, ""][: 2 + noted], table, width, max(len(rows), 1) * ROW)


def funnel(
    title: str,
    stages: Sequence[Bar],
    *,
    headings: Sequence[str] = ("Stage", "People", ""),
    width: int = WIDTH,
) -> Chart:
    """Stages from first to last on one scale; what is lost shows as the pale rest of each bar."""
    made = bars(title, stages, headings=headings[:2], width=width, track=True)
    return Chart(made.title, made.description, made.svg, tuple(headings)[: len(made.headings)], made.rows)


def planned_actual(
    title: str,
    rows: Sequence[Budget],
    *,
    said: Callable[[float], str] = lambda amount: f"{amount:,.0f}",
    headings: Sequence[str] = ("", "Planned", "Spent", "Left"),
    width: int = WIDTH,
) -> Chart:
    """Planned in grey behind, actual in teal; what goes beyond the plan in the warning colour."""
    most = max((max(row.planned, row.actual) for row in rows), default=0) or 1
    marks = []
    for place, row in enumerate(rows):
        top = place * ROW
        note = f"{said(row.actual)} of {said(row.planned)}"
        marks.append(words(0, top + 13, fitted(row.label, width - len(note) * TEXT * 0.56 - 8)))
        marks.append(words(width, top + 13, note, "strong", TEXT, "end"))
        marks.append(bar(0, top + 19, width * row.planned / most, THICK, "track"))
        marks.append(bar(0, top + 22, width * min(row.actual, row.planned) / most, THICK - 6, "now"))
        if row.actual > row.planned:
            start = width * row.planned / most
            marks.append(bar(start, top + 22, width * row.actual / most - start, THICK - 6, "over"))
    table = [(row.label, said(row.planned), said(row.actual), said(row.planned - row.actual)) for row in rows]
    return chart(title, marks, headings, table, width, max(len(rows), 1) * ROW)
