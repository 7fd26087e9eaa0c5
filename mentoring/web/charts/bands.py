"""Answers on a short scale over time: one line for each question, under each other, so that none hides another."""

from __future__ import annotations

from collections.abc import Sequence

from mentoring.web.charts.drawing import WIDTH, Chart, chart, dot, line, words
from mentoring.web.charts.lines import segments

BAND, HEAD, DRAWN, EDGE = 86, 22, 48, 10

#: (what was asked, a place on the scale from 1 or None for each time, the words of the scale from low to high)
Band = tuple[str, Sequence[int | None], Sequence[str]]


def bands(title: str, times: Sequence[str], lines: Sequence[Band], *, width: int = WIDTH) -> Chart:
    """The past in grey, the newest answer in teal and in words. A time without an answer leaves a gap."""
    marks: list = []
    for place, band in enumerate(lines):
        marks += _band(place * BAND, band, width)
    rows = [(when, *(_said(values[place], scale) for _, values, scale in lines)) for place, when in enumerate(times)]
    return chart(title, marks, ("Day", *(label for label, _, _ in lines)), rows, width, len(lines) * BAND)


def _band(top: float, band: Band, width: float) -> list:
    label, values, scale = band
    gap = (width - 2 * EDGE) / max(len(values) - 1, 1)
    foot = top + HEAD + DRAWN

    def spot(place: int, value: int | None) -> tuple[float, float | None]:
        return EDGE + place * gap, None if value is None else foot - DRAWN * (value - 1) / (len(scale) - 1)

    spots = [spot(place, value) for place, value in enumerate(values)]
    last = max((place for place, value in enumerate(values) if value is not None), default=-1)
    newest = _said(values[last], scale) if last >= 0 else ""
    marks = [words(0, top + 13, label), words(width, top + 13, newest, "strong", anchor="end")]
    marks += [line(0, y, width, y, "rule") for y in (foot - DRAWN, foot)]
    marks += segments(spots)
    marks += [dot(x, y, "now" if place == last else "past") for place, (x, y) in enumerate(spots) if y is not None]
    return marks


def _said(value: int | None, scale: Sequence[str]) -> str:
    return "–" if value is None else scale[value - 1]
