"""Who came, how far they got, where and why they were lost, and how long each stage took (S16, R12). Pure.

One definition for volunteers (from enquiry to approved) and for young people (from the first word to a mentor), over
those who first came in the period. At every stage: reached = went on + lost there + still there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from evaluation.turnover.funnel import arrivals, days_to_next

Move = tuple[Hashable, str, date, str]
OUTCOMES = THROUGH, LOST, HERE = "through", "lost", "here"
#: Groups of one kind that are named; the rest are told together.
GROUPS_MOST = 8
OTHERS, UNKNOWN = "All others", "Not known"
UNSAID = "No reason noted"

#: Words in a noted reason -> what it is counted as; the first that fits.
WHY = (
    ("Moved away", r"\bmov(?:ed|ing)\b|\bleft the area\b|\brelocat"),
    ("Health or family", r"\bill\b|\bhealth|\bfamily\b|\bbaby\b|\bbereave|\bcarer\b|\bpregnan"),
    ("Not enough time", r"\btime\b|\bjob\b|\bwork\b|\bshifts?\b|\bbusy\b|\bcommit|\bcollege\b|\bstud(?:y|ies)\b"),
    ("Too far to travel", r"\btravel|\btoo far\b|\bdistance\b|\bbus(?:es)?\b"),
    ("Could not be reached", r"\bno (?:answer|reply)\b|\bnot? (?:answer|reach|respond)|\bout of touch\b|\bsilent\b"),
    ("Checks or references", r"\bcheck|\breference|\bdbs\b|\bpvg\b|\bdisclosure\b|\bvetting\b"),
    ("Not right for it now", r"\bsuitab|\bnot ready\b|\bnot yet\b|\binterview\b|\breview\b"),
    ("Outside the scheme’s age or area", r"\boutside\b|\bage\b|\beligib|\btoo (?:old|young)\b"),
    ("Found other help", r"\bother (?:support|help|scheme)|\bhousing\b|\belsewhere\b|\bdrop-in\b|\balready has\b"),
    ("Changed their mind", r"\bmind\b|\bdecided\b|\bdon.?t want\b|\bnot want\b|\bchose\b"),
)


@dataclass(frozen=True)
class Passage:
    """One person's way. `stage` is the place of the furthest stage, `days` from coming to the last stage (None before
    that), `outcome` through, lost or here (still on the way), `why` the group of the reason where they were lost."""

    came_on: date
    stage: int
    outcome: str
    days: int | None
    why: str
    waits: Mapping[int, int]


@dataclass(frozen=True)
class StageOutcome:
    """`reached` = `went_on` + `lost` + `here`; `waited` the median days until those went on, None without any."""

    name: str
    reached: int
    went_on: int
    lost: int
    here: int
    waited: float | None


@dataclass(frozen=True)
class GroupOutcome:
    """`came` = `through` + `lost` + `here`; `days` the median from coming to the last stage, of those through; `each`
    the days of every one of them, for groups that are told together."""

    came: int
    through: int
    lost: int
    here: int
    days: float | None
    each: tuple[int, ...] = ()


@dataclass(frozen=True)
class PassageFigures:
    """All of one side: by stage (`last` is left out: whoever reached it is through), by reason, by characteristic
    ({kind: {group: outcome}}, kinds and groups in the order in which they are shown)."""

    last: str
    whole: GroupOutcome
    stages: tuple[StageOutcome, ...]
    whys: Mapping[str, int]
    by: Mapping[str, Mapping[str, GroupOutcome]]


def why_group(words: str) -> str:
    """The group of a noted reason; the words themselves never leave the record."""
    said = " ".join(words.lower().split())
    if not said:
        return UNSAID
    return next((group for group, pattern in WHY if re.search(pattern, said)), "Another reason")


def passages(
    moves: Iterable[Move], *, stages: Sequence[str], lost_in: Collection[str], today: date
) -> dict[Hashable, Passage]:
    """Everybody's way, from (person, state, day, noted reason) rows. Somebody who reached the last stage is through,
    whatever came after; somebody who came back is on the way again. Rows after `today` have not happened yet."""
    seen = sorted((row for row in moves if row[2] <= today), key=lambda row: row[2])
    days, now_in = arrivals((row[:3] for row in seen), stages, today)
    said = {who: words for who, _, _, words in seen}
    return {who: _passage(first, now_in[who] in lost_in, said[who], len(stages) - 1) for who, first in days.items()}


def _passage(first: dict[int, date], is_lost: bool, words: str, last: int) -> Passage:
    stage, came_on = max(first), min(first.values())
    outcome = THROUGH if stage == last else LOST if is_lost else HERE
    waits = {place: wait for place in first if (wait := days_to_next(first, place)) is not None}
    return Passage(
        came_on=came_on,
        stage=stage,
        outcome=outcome,
        days=(first[last] - came_on).days if outcome == THROUGH else None,
        why=why_group(words) if outcome == LOST else "",
        waits=waits,
    )


def passage_figures(
    found: Mapping[Hashable, Passage], *, stages: Sequence[str], groups: Mapping[str, Mapping[Hashable, str]]
) -> PassageFigures:
    """All figures of one side. `groups`: {kind: {person: group}}; somebody without a group is "Not known"."""
    return PassageFigures(
        last=stages[-1],
        whole=group_outcome(found.values()),
        stages=tuple(stage_outcome(found.values(), place, name) for place, name in enumerate(stages[:-1])),
        whys=dict(Counter(one.why for one in found.values() if one.outcome == LOST).most_common()),
        by={kind: by_group(found, of) for kind, of in groups.items()},
    )


def stage_outcome(found: Collection[Passage], place: int, name: str) -> StageOutcome:
    at = Counter(one.outcome for one in found if one.stage == place)
    waits = [one.waits[place] for one in found if place in one.waits]
    return StageOutcome(
        name=name,
        reached=sum(one.stage >= place for one in found),
        went_on=sum(one.stage > place for one in found),
        lost=at[LOST],
        here=at[HERE],
        waited=median(waits) if waits else None,
    )


def group_outcome(found: Iterable[Passage]) -> GroupOutcome:
    found = list(found)
    counts = Counter(one.outcome for one in found)
    days = tuple(sorted(one.days for one in found if one.days is not None))
    median_days = median(days) if days else None
    return GroupOutcome(len(found), counts[THROUGH], counts[LOST], counts[HERE], median_days, days)


def told_together(groups: Sequence[GroupOutcome]) -> GroupOutcome:
    """Several groups as one."""
    came, through, lost, here = (sum(getattr(one, part) for one in groups) for part in ("came", *OUTCOMES))
    days = tuple(sorted(day for one in groups for day in one.each))
    return GroupOutcome(came, through, lost, here, median(days) if days else None, days)


def by_group(found: Mapping[Hashable, Passage], of: Mapping[Hashable, str]) -> dict[str, GroupOutcome]:
    """Groups as they are named first in `of`; beyond the largest eight, the small ones are told together."""
    named = {who: of.get(who) or UNKNOWN for who in found}
    sizes = Counter(named.values())
    kept = {group for group, _ in sizes.most_common(GROUPS_MOST)}
    named = {who: group if group in kept else OTHERS for who, group in named.items()}
    order = sorted({*named.values()}, key=lambda group: (group in (OTHERS, UNKNOWN), group))
    return {group: group_outcome(one for who, one in found.items() if named[who] == group) for group in order}


def age_band(born_on: date | None, on: date, bands: Sequence[int]) -> str:
    """The band of somebody's age on a day: bands (18, 21, 26) are "Under 18", "18 to 20", "21 to 25", "26 and over"."""
    if born_on is None:
        return UNKNOWN
    age = on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))
    if age < bands[0]:
        return f"Under {bands[0]}"
    for low, high in zip(bands, bands[1:], strict=False):
        if age < high:
            return f"{low} to {high - 1}"
    return f"{bands[-1]} and over"
