"""How many reach each stage, how many go on, and how long people wait there (S16).

One definition for volunteers (S9, S11) and young people (S10): a person has reached a stage once any dated
transition took them to it or beyond it, since people skip stages (a volunteer moved from another scheme is
approved without an interview) and a funnel in which more come out than went in helps nobody.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median


@dataclass(frozen=True)
class Stage:
    """`reached` people came this far. `of_before` is the share (0-1) of the stage before, None for the first.

    `waited` is the median days from reaching this stage to going on, of those who did (None when nobody has);
    `moved` how many that is. `here` are still at it, `here_longest` the days the longest of them has been.
    """

    name: str
    reached: int
    of_before: float | None
    moved: int
    waited: float | None
    here: int
    here_longest: int | None


Transition = tuple[Hashable, str, date]


def funnel(transitions: Iterable[Transition], *, stages: Sequence[str], today: date) -> list[Stage]:
    """The stages in order, from (person, state, day) rows.

    States that are not among the stages (withdrawn, declined, paused) end somebody's stay at the stage they
    had reached, but are not progress. Rows after `today` are left out: they have not happened yet.
    """
    first_days, last_state = arrivals(transitions, stages, today)
    result: list[Stage] = []
    for place, name in enumerate(stages):
        here = [days for days in first_days.values() if max(days) >= place]
        waits = [wait for days in here if (wait := days_to_next(days, place)) is not None]
        staying = [
            (today - days[place]).days
            for person, days in first_days.items()
            if max(days) == place and last_state[person] == name
        ]
        before = result[-1].reached if result else None
        result.append(
            Stage(
                name=name,
                reached=len(here),
                of_before=len(here) / before if before else None,
                moved=sum(max(days) > place for days in here),
                waited=median(waits) if waits else None,
                here=len(staying),
                here_longest=max(staying, default=None),
            )
        )
    return result


def arrivals(
    transitions: Iterable[Transition], stages: Sequence[str], today: date
) -> tuple[dict[Hashable, dict[int, date]], dict[Hashable, str]]:
    """For each person the first day at each stage (by its place), and the state they are in now."""
    place_of = {name: place for place, name in enumerate(stages)}
    first_days: dict[Hashable, dict[int, date]] = {}
    last_state: dict[Hashable, str] = {}
    for person, state, day in sorted(transitions, key=lambda row: row[2]):
        if day > today:
            continue
        last_state[person] = state
        if state in place_of:
            first_days.setdefault(person, {}).setdefault(place_of[state], day)
    return first_days, last_state


def days_to_next(days: dict[int, date], place: int) -> int | None:
    """Days from reaching this stage to reaching a later one; None if either day is not known."""
    later = [day for other, day in days.items() if other > place]
    if place not in days or not later:
        return None
    wait = (min(later) - days[place]).days
    return wait if wait >= 0 else None
