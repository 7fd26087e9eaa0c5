"""Where the first half of a postcode lies, from a table that is shipped: nobody outside is asked (L9).

The table is OS Code-Point Open under the Open Government Licence (see the head of `outcodes.csv`).
"""

import csv
from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

EARTH_KM = 6371.0088


@cache
def middles() -> dict[str, tuple[float, float, float]]:
    """{outcode: its middle as a point of the unit sphere}."""
    with (Path(__file__).parent / "outcodes.csv").open() as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        return {row["outcode"]: _point(float(row["latitude"]), float(row["longitude"])) for row in rows}


def _point(latitude: float, longitude: float) -> tuple[float, float, float]:
    up, east = radians(latitude), radians(longitude)
    return cos(up) * cos(east), cos(up) * sin(east), sin(up)


def tidy(outcode: str) -> str:
    """As the table writes it."""
    return "".join(outcode.upper().split())


@cache
def kilometres(one: str, other: str) -> float | None:
    """Great circle between the middles of two first halves of postcodes; None where one is not in the table."""
    here, there = middles().get(tidy(one)), middles().get(tidy(other))
    if here is None or there is None:
        return None
    chord = sqrt(sum((a - b) ** 2 for a, b in zip(here, there, strict=True)))
    return 2 * EARTH_KM * asin(min(1.0, chord / 2))
