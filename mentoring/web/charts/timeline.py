"""The plan drawn over time (S4): what runs when, what is done, where today stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.dateformat import format as dated

from mentoring.web.charts.drawing import SMALL, WIDTH, Chart, bar, chart, fitted, line, words

ROW, THICK, HEAD = 38, 12, 26


@dataclass(frozen=True)
class Span:
    """One action. `start` None: drawn as a point on its due day. Late is due before today and not done."""

    label: str
    start: date | None
    due: date
    done: bool = False

    @property
    def begins(self) -> date:
        return min(self.start or self.due, self.due)

    def state(self, today: date) -> str:
        if self.done:
            return "done"
        if self.due < today:
            return f"{(today - self.due).days} days late"
        return "to come" if self.begins > today else "under way"


def timeline(title: str, spans: Sequence[Span], *, today: date, width: int = WIDTH) -> Chart:
    """Gantt chart: grey is done, teal is now and to come, the warning colour late, dashed is today."""
    days = [day for span in spans for day in (span.begins, span.due)] or [today]
    first, last = min([*days, today]).replace(day=1), max([*days, today])
    length = max((last - first).days, 27) + 4

    def across(day: date) -> float:
        return width * (day - first).days / length

    height = HEAD + max(len(spans), 1) * ROW + 4
    marks = list(months(first, last, across, height))
    for place, span in enumerate(spans):
        top, state = HEAD + place * ROW, span.state(today)
        role = "past" if span.done else "over" if state.endswith("late") else "now"
        marks.append(words(0, top + 13, fitted(span.label, width - len(state) * SMALL * 0.56 - 8)))
        marks.append(words(width, top + 13, state, "soft", SMALL, "end"))
        start = across(span.begins)
        marks.append(bar(start, top + 19, max(across(span.due) - start, 6), THICK, role))
    marks.append(line(across(today), HEAD - 6, across(today), height, "today"))
    table = [(span.label, dated(span.begins, "j M Y"), dated(span.due, "j M Y"), span.state(today)) for span in spans]
    return chart(title, marks, ("Action", "Starts", "Due", "State"), table, width, height)


def months(first: date, last: date, across, height: float) -> Iterator[str]:
    """A rule at the start of each month (or quarter, or year, when there are many), named above."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    every = 1 if count <= 7 else 3 if count <= 24 else 12
    for index in range(0, count, every):
        year, month = divmod(first.year * 12 + first.month - 1 + index, 12)
        x = across(date(year, month + 1, 1))
        yield line(x, HEAD - 8, x, height, "rule")
        yield words(x + 2, HEAD - 12, dated(date(year, month + 1, 1), "M Y" if every > 1 else "M"), "soft", SMALL)
