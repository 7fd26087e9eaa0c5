"""The way from enquiry to approved as it may be seen (R12): told coarsely rather than with holes.

A table in which single cells are hidden gives them back to whoever subtracts, the more so where five tables share one
total. So nothing is hidden in a cell here: groups that hold a number from 1 to 4 are told together, and where that is
not enough the table says less (approved or not; or only who came). Every number that is printed is nought or five and
more, and so is every difference between a whole and its parts. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evaluation.turnover.figures import VolunteerFigures, YoungPeopleFigures
from evaluation.turnover.passage import OTHERS, GroupOutcome, StageOutcome, told_together
from mentoring.web.small_numbers import LIMIT, WITHHELD, Shown, protect_stages

#: How much of a group is told: how far all got; through or not; only how many came; nothing.
ALL, THROUGH_OR_NOT, CAME, NOTHING = 3, 2, 1, 0
Side = VolunteerFigures | YoungPeopleFigures


@dataclass(frozen=True)
class Span:
    """One stage, or several in a row that are too small to stand alone."""

    stages: tuple[StageOutcome, ...]

    @property
    def lost(self) -> int:
        return sum(stage.lost for stage in self.stages)

    @property
    def here(self) -> int:
        return sum(stage.here for stage in self.stages)


@dataclass(frozen=True)
class PassageSeen:
    """`level` says how much of the whole is told; `by` holds {kind: (level, {group: outcome})}."""

    level: int
    whole: GroupOutcome
    spans: tuple[Span, ...]
    whys: Mapping[str, int]
    by: Mapping[str, tuple[int, Mapping[str, GroupOutcome]]]


def is_large(*counts: int) -> bool:
    """Nobody can be recognised in nought, nor in five and more."""
    return all(count == 0 or count >= LIMIT for count in counts)


def level_of(*groups: GroupOutcome) -> int:
    """The most that may be told of all these groups alike."""
    for level in (ALL, THROUGH_OR_NOT, CAME):
        if all(is_large(*cells(group, level)) for group in groups):
            return level
    return NOTHING


def cells(group: GroupOutcome, level: int) -> tuple[int, ...]:
    """What is printed at that level, and what can be worked out from it."""
    beside = group.lost + group.here
    told = {ALL: (group.through, group.lost, group.here, beside), THROUGH_OR_NOT: (group.through, beside)}
    return (group.came, *told.get(level, ()))


def stages_shown(side: Side) -> list[Shown]:
    """The stages of the funnel. Who came and who got through matter most: a stage too near to them gives way."""
    reached = [stage.reached for stage in side.funnel]
    shown = protect_stages(reached)
    if side.passage is None:
        return shown
    end = [stage.name for stage in side.funnel].index(side.passage.last)
    through = reached[end]
    if not shown[end].hidden or not is_large(through, reached[0] - through) or shown[0].hidden:
        return shown
    near = [WITHHELD if 0 < count - through < LIMIT else one for count, one in zip(reached, shown[:end], strict=False)]
    return [*near, *protect_stages(reached[end:])]


def passage_seen(side: Side) -> PassageSeen | None:
    """What may be told of one side; None where nobody came or too few."""
    found = side.passage
    if found is None or not found.whole.came:
        return None
    shown = stages_shown(side)
    through = shown[[stage.name for stage in side.funnel].index(found.last)]
    most = CAME if through.hidden else level_of(found.whole)
    level = min(most, level_of(found.whole))
    if level == NOTHING or shown[0].hidden:
        return None
    return PassageSeen(
        level=level,
        whole=found.whole,
        spans=spans(found.stages) if level == ALL else (),
        whys=whys_told(found.whys) if level == ALL else {},
        by={kind: told for kind, groups in found.by.items() if (told := groups_told(groups, level))},
    )


def spans(stages: Sequence[StageOutcome]) -> tuple[Span, ...]:
    """Stages in a row until what was lost and what is still there are large enough; the rest joins the last."""
    made: list[Span] = []
    open_stages: list[StageOutcome] = []
    for stage in stages:
        open_stages.append(stage)
        span = Span(tuple(open_stages))
        if is_large(span.lost, span.here, span.lost + span.here):
            made.append(span)
            open_stages = []
    if open_stages and made:
        made[-1] = Span((*made[-1].stages, *open_stages))
        while len(made) > 1 and not is_large(made[-1].lost, made[-1].here):
            last = made.pop()
            made[-1] = Span((*made[-1].stages, *last.stages))
    return tuple(made)


def groups_told(groups: Mapping[str, GroupOutcome], most: int) -> tuple[int, dict[str, GroupOutcome]] | None:
    """(level, groups), the small ones together, at the highest level that leaves two groups; None where none does."""
    for level in range(most, NOTHING, -1):
        told = merged(groups, level)
        if len(told) > 1:
            return level, told
    return None


def merged(groups: Mapping[str, GroupOutcome], level: int) -> dict[str, GroupOutcome]:
    """Groups in their order; those too small for the level told together, with the next smallest until large enough."""
    small = [name for name, group in groups.items() if not is_large(*cells(group, level))]
    by_size = sorted((name for name in groups if name not in small), key=lambda name: groups[name].came)
    while small and by_size and (len(small) < 2 or not is_large(*cells(together(groups, small), level))):
        small.append(by_size.pop(0))
    told = {name: group for name, group in groups.items() if name not in small}
    return told | ({OTHERS: together(groups, small)} if small else {})


def together(groups: Mapping[str, GroupOutcome], names: Sequence[str]) -> GroupOutcome:
    return told_together([groups[name] for name in names])


def whys_told(whys: Mapping[str, int]) -> dict[str, int]:
    """Reasons of five and more people; the others together, with the smallest of these until they are five."""
    named = sorted(whys, key=lambda why: -whys[why])
    small = [why for why in named if whys[why] < LIMIT]
    large = [why for why in named if why not in small]
    while small and large and (len(small) < 2 or sum(whys[why] for why in small) < LIMIT):
        small.append(large.pop())
    told = {why: whys[why] for why in large}
    return told | ({"Other reasons": sum(whys[why] for why in small)} if small else {})


def is_timed(group: GroupOutcome, level: int) -> bool:
    """A median is told where five or more got through and their number is told too."""
    return level >= THROUGH_OR_NOT and group.through >= LIMIT and group.days is not None
