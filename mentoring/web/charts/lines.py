"""Charts along a line: a trend over years, how long matches last, one answer from 0 to 10."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext

from mentoring.web.charts.drawing import SMALL, WIDTH, Chart, chart, dot, fitted, line, mark, words

HEIGHT, TOP, FOOT = 210, 26, 28
DAYS_A_MONTH = 365.25 / 12


def trend(
    title: str,
    points: Sequence[tuple[str, float | None]],
    *,
    headings: Sequence[str] = ("Year", "Number"),
    missing: str = "not published",
    most: float = 0,
    width: int = WIDTH,
) -> Chart:
    """A line over (label, value or None) points, from nought up: the past in grey, the last point in teal. `most`: the
    top of the scale, where it has one; else the largest value is.

    A missing value leaves a gap in the line and is named, not bridged.
    """
    most = most or max((value for _, value in points if value is not None), default=0) or 1
    gap = (width - 60) / max(len(points) - 1, 1)
    base = HEIGHT - FOOT
    spots = [
        (30 + place * gap, None if value is None else base - (base - TOP) * value / most)
        for place, (_, value) in enumerate(points)
    ]
    last = max((place for place, (_, y) in enumerate(spots) if y is not None), default=-1)
    marks = [line(0, base, width, base, "rule"), *segments(spots)]
    for place, ((label, value), (x, y)) in enumerate(zip(points, spots, strict=True)):
        marks.append(words(x, base + 19, label, "label" if place == last else "soft", SMALL, "middle"))
        if y is None:
            marks.append(words(x, base - 8, "–", "soft", anchor="middle"))
            continue
        now = place == last
        marks.append(dot(x, y, "now" if now else "past"))
        marks.append(words(x, y - 10, f"{value:,.10g}", "strong" if now else "soft", anchor="middle"))
    table = [(label, missing if value is None else f"{value:,.10g}") for label, value in points]
    return chart(title, marks, headings, table, width, HEIGHT)


def segments(spots: Sequence[tuple[float, float | None]]) -> Iterator[str]:
    for (x1, y1), (x2, y2) in zip(spots, spots[1:], strict=False):
        if y1 is not None and y2 is not None:
            yield line(x1, y1, x2, y2, "past-line")


def survival_curve(
    title: str,
    steps: Sequence[tuple[int, float, float, float]],
    *,
    longest: int,
    median: int | None,
    width: int = WIDTH,
) -> Chart:
    """Share still going by time since the start. steps: (day, share, low, high), shares 0-1; longest in days.

    The band is the 95 % interval. The median is marked where the curve falls to one half, if it does.
    """
    left, base, right = 40, HEIGHT - FOOT, width - 6
    months = max(longest / DAYS_A_MONTH, 1)

    def across(day: float) -> float:
        return left + (right - left) * day / DAYS_A_MONTH / months

    def up(share: float) -> float:
        return base - (base - TOP) * share

    marks = [line(left, up(share), right, up(share), "rule") for share in (0, 0.5, 1)]
    marks += [words(left - 6, up(s) + 4, f"{s:.0%}", "soft", SMALL, "end") for s in (0, 0.5, 1)]
    every = next(n for n in (1, 2, 3, 6, 12, 24) if months / n <= 8 or n == 24)
    for month in range(0, int(months) + 1, every):
        marks.append(words(across(month * DAYS_A_MONTH), base + 18, month, "soft", SMALL, "middle"))
    marks.append(words(left, TOP - 12, "still going, by months since they met", "soft", SMALL))
    tops = staircase([(day, high) for day, _, _, high in steps], longest, across, up)
    floors = staircase([(day, low) for day, _, low, _ in steps], longest, across, up)
    marks.append(mark("polygon", "band", points=joined([*tops, *reversed(floors)])))
    curve = staircase([(day, share) for day, share, _, _ in steps], longest, across, up)
    marks.append(mark("polyline", "now-line", points=joined(curve)))
    if median is not None:
        marks.append(line(across(median), up(0.5), across(median), base, "today"))
        said = f"half last {months_said(median)} or more"
        side = "end" if across(median) > width * 0.55 else "start"
        marks.append(words(across(median) + (-6 if side == "end" else 6), base - 8, said, "strong", SMALL, side))
    table = [reading(month * DAYS_A_MONTH, steps) for month in range(every, int(months) + 1, every)]
    return chart(title, marks, ("After", "Still going", "95 % interval"), table, width, HEIGHT)


def reading(days: float, steps: Sequence[tuple[int, float, float, float]]) -> tuple[str, str, str]:
    """One row of the table: the curve read off after so many days."""
    _, share, low, high = next((step for step in reversed(steps) if step[0] <= days), (0, 1.0, 1.0, 1.0))
    return months_said(days), f"{share:.0%}", "–" if share == 1 else f"{low:.0%} to {high:.0%}"


def staircase(values, longest, across, up) -> list[tuple[float, float]]:
    """Corner points of a step line that begins at 1 and keeps its last value until `longest`."""
    corners, share = [(across(0), up(1))], 1.0
    for day, value in values:
        corners += [(across(day), up(share)), (across(day), up(value))]
        share = value
    return [*corners, (across(longest), up(share))]


def joined(corners: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)


def months_said(days: float) -> str:
    """Days as people say a length of time: weeks up to two months, months after that."""
    if days < 2 * DAYS_A_MONTH:
        weeks = round(days / 7)
        return f"{weeks} week" if weeks == 1 else f"{weeks} weeks"
    return f"{round(days / DAYS_A_MONTH)} months"


def scale(
    title: str,
    now: float,
    *,
    before: float | None = None,
    ends: tuple[str, str] = ("", ""),
    width: int = WIDTH,
) -> Chart:
    """One answer from 0 to 10, with where it stood before in grey."""
    left, right, y = 16, width - 16, 44

    def at(value: float) -> float:
        return left + (right - left) * min(max(value, 0), 10) / 10

    marks = [line(left, y, right, y, "rule")]
    marks += [line(at(n), y - (7 if n % 5 == 0 else 4), at(n), y + (7 if n % 5 == 0 else 4), "rule") for n in range(11)]
    said_now = gettext("now %(number)s") % {"number": f"{now:g}"}
    if before is not None and before != now:
        said_before = gettext("before %(number)s") % {"number": f"{before:g}"}
        marks.append(line(at(before), y, at(now), y, "now-line"))
        marks.append(dot(at(before), y, "past", 6))
        marks.append(words(at(before), y + 26, said_before, "soft", SMALL, "middle"))
    marks += [
        dot(at(now), y, "now", 8),
        words(at(now), y - 16, said_now, "strong", anchor="middle"),
    ]
    marks.append(words(0, 92, fitted(ends[0], width / 2, SMALL), "soft", SMALL))
    marks.append(words(width, 92, fitted(ends[1], width / 2, SMALL), "soft", SMALL, "end"))
    table = [(gettext("Before"), f"{before:g}")] if before is not None else []
    return chart(title, marks, (gettext("When"), gettext("0 to 10")), [*table, (gettext("Now"), f"{now:g}")], width, 98)
