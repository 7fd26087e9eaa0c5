"""The pencil box of the charts: marks with a role, texts, and the frame that makes an accessible picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

WIDTH = 360  # drawing units; small, so that 14-unit text stays readable on a 360 px phone
TEXT, SMALL = 14, 12
FONT = "Atkinson Hyperlegible Next, DejaVu Sans, sans-serif"

# Role of a mark -> its colours on paper. Each is a class too, coloured by charts.css on screen.
PAPER = {
    "now": {"fill": "#0e5a5a"},
    "past": {"fill": "#8a938f"},
    "over": {"fill": "#b4472e"},
    "track": {"fill": "#f1ece3"},
    "band": {"fill": "#cfe4e1"},
    "withheld": {"fill": "#ffffff", "stroke": "#8a938f", "stroke-dasharray": "3 3"},
    "now-line": {"fill": "none", "stroke": "#0e5a5a", "stroke-width": "2.5"},
    "past-line": {"fill": "none", "stroke": "#8a938f", "stroke-width": "2"},
    "rule": {"stroke": "#ddd5c7", "stroke-width": "1"},
    "today": {"stroke": "#b4472e", "stroke-width": "1.5", "stroke-dasharray": "4 3"},
    "label": {"fill": "#22302f"},
    "soft": {"fill": "#55625f"},
    "strong": {"fill": "#0a4343", "font-weight": "700"},
}


@dataclass(frozen=True)
class Chart:
    """A finding (`title`), its picture, and the same figures as a table (headings, rows of texts)."""

    title: str
    description: str
    svg: SafeString
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def mark(name: str, role: str = "", content: str = "", **attributes: object) -> SafeString:
    """One SVG element; `role` gives class and paper colours, underscores in names become hyphens."""
    given = {key.replace("_", "-"): number(value) for key, value in attributes.items()}
    every = ({"class": role} | PAPER[role] if role else {}) | given
    text = "".join(f' {key}="{escape(value)}"' for key, value in every.items())
    return mark_safe(f"<{name}{text}>{content}</{name}>" if content else f"<{name}{text}/>")  # noqa: S308 escaped


def number(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def words(x: float, y: float, text: object, role: str = "label", size: int = TEXT, anchor: str = "") -> SafeString:
    where = {"text_anchor": anchor} if anchor else {}
    return mark("text", role, escape(text), x=x, y=y, font_size=size, font_family=FONT, **where)


def bar(x: float, y: float, width: float, height: float, role: str) -> SafeString:
    return mark("rect", role, x=x, y=y, width=width, height=height, rx=2) if width > 0 else SafeString()


def line(x1: float, y1: float, x2: float, y2: float, role: str) -> SafeString:
    return mark("line", role, x1=x1, y1=y1, x2=x2, y2=y2)


def dot(x: float, y: float, role: str, radius: float = 4.5) -> SafeString:
    return mark("circle", role, cx=x, cy=y, r=radius)


def fitted(text: str, width: float, size: int = TEXT) -> str:
    """The text, cut with an ellipsis where it would run over `width` (about 0.52 of its size a letter)."""
    room = int(width / (size * 0.52))
    return text if len(text) <= room else text[: room - 1].rstrip() + "…"


def picture(title: str, description: str, marks: Iterable[str], width: float, height: float) -> SafeString:
    """An `<svg>` that screen readers and the PDF's tags know by its title, and can describe."""
    head = mark("title", content=escape(title)) + mark("desc", content=escape(description))
    return mark(
        "svg",
        content=head + "".join(marks),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        role_="img",
    ).replace("role-=", "role=", 1)


def chart(
    title: str,
    marks: Iterable[str],
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    width: float,
    height: float,
) -> Chart:
    """Picture and table together; the description reads the table's rows aloud."""
    table = tuple(tuple(str(cell) for cell in row) for row in rows)
    description = "; ".join(": ".join([row[0], ", ".join(c for c in row[1:] if c)]) for row in table)
    svg = mark_safe(picture(title, description, marks, width, height))  # noqa: S308 every part was escaped
    return Chart(title, description, svg, tuple(headings), table)
