"""How a volunteer stands against the minimum of training of their programme (S11, P2). Pure."""

from calendar import monthrange
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

#: Heard by everybody before they are matched, whatever the scheme's course says (P2).
ALWAYS = frozenset({"boundaries", "confidentiality"})
NOTHING_RUNS_OUT: Mapping[str, int] = {}


class Heard(NamedTuple):
    """A topic heard for so many hours on a day (None: the day is not known, and it never runs out)."""

    topic: str
    hours: Decimal
    on: date | None = None


@dataclass(frozen=True)
class Standing:
    """Hours attended of the hours needed, the required topics still missing (as their keys), and the required topics
    that were heard but have run out."""

    hours: Decimal
    hours_needed: Decimal
    missing: tuple[str, ...]
    run_out: tuple[str, ...] = ()

    @property
    def is_met(self) -> bool:
        return self.hours >= self.hours_needed and not self.missing


def plus_months(day: date, months: int) -> date:
    """The same day so many months on; the last of the month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def runs_out_on(heard: Heard, refresh: Mapping[str, int]) -> date | None:
    """The first day on which it no longer counts; None for what never runs out. `refresh`: topic -> months."""
    months = refresh.get(heard.topic)
    return plus_months(heard.on, months) if months and heard.on else None


def in_date(heard: Heard, refresh: Mapping[str, int], today: date | None) -> bool:
    ends = runs_out_on(heard, refresh)
    return ends is None or today is None or today < ends


def standing_of(
    heard: Collection[Heard],
    required: Collection[str],
    hours_needed: Decimal,
    refresh: Mapping[str, int] = NOTHING_RUNS_OUT,
    today: date | None = None,
) -> Standing:
    """Only what is in date counts, for hours and for topics. A topic heard twice counts its hours twice, which is more
    training, not less. `required`: topics needed before matching, boundaries and confidentiality always among them."""
    counted = [one for one in heard if in_date(one, refresh, today)]
    topics = {one.topic for one in counted}
    missing = tuple(sorted((set(required) | ALWAYS) - topics))
    once = {one.topic for one in heard}
    run_out = tuple(topic for topic in missing if topic in once)
    return Standing(sum((one.hours for one in counted), Decimal(0)), hours_needed, missing, run_out)


def newest(heard: Iterable[Heard]) -> dict[str, Heard]:
    """The last time each topic was heard; a day that is not known counts as the oldest."""
    found: dict[str, Heard] = {}
    for one in heard:
        if one.topic not in found or (found[one.topic].on or date.min) < (one.on or date.min):
            found[one.topic] = one
    return found
