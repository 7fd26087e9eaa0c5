"""Two numbers beside each other in every row: what is asked for, and what there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mentoring.web.charts.drawing import TEXT, WIDTH, Chart, bar, chart, fitted, words

ROW, THICK = 54, 12


@dataclass(frozen=True)
class Beside:
    """`asked` and `there` are lengths, None for a figure kept back (drawn dashed, its length tells nothing); `..._said`
    is what is printed."""

    label: str
    asked: int | None
    there: int | None
    asked_said: str
    there_said: str


def beside(title: str, rows: Sequence[Beside], *, headings: Sequence[str], width: int = WIDTH) -> Chart:
    """A pair of bars a row on one scale: what is asked for in teal, what there is in grey. headings: what a row is,
    then the words for the two numbers."""
    most = max((number for row in rows for number in (row.asked, row.there) if number), default=0) or 1
    said = [f"{row.asked_said} {headings[1].lower()}" for row in rows]
    said += [f"{row.there_said} {headings[2].lower()}" for row in rows]
    room = width - max((len(text) for text in said), default=0) * TEXT * 0.56 - 8
    marks = []
    for place, row in enumerate(rows):
        top = place * ROW
        marks.append(words(0, top + 13, fitted(row.label, width)))
        marks += _line(top + 18, row.asked, said[place], "now", room, most)
        marks += _line(top + 18 + THICK + 3, row.there, said[len(rows) + place], "past", room, most)
    table = [(row.label, row.asked_said, row.there_said) for row in rows]
    return chart(title, marks, headings, table, width, max(len(rows), 1) * ROW)


def _line(top: float, number: int | None, said: str, role: str, room: float, most: int) -> list:
    hidden = number is None
    length = room * 0.25 if hidden else room * number / most
    drawn = bar(0.5 if hidden else 0, top, length, THICK, "withheld" if hidden else role)
    return [drawn, words(length + 6, top + THICK - 1, said, "strong" if role == "now" else "soft")]
