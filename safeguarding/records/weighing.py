"""Lines that somebody has to read before they are given: what each says, whom it names, what was decided of it.

What is theirs by right goes to them without anybody reading it; only what is by or about others too stands here.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from mentoring.held.kinds import Fact, Line, Section, Whose
from safeguarding.concerns.printing.redacting import without, words_to_leave_out

#: What has to be read, the likelier to be given first.
WEIGHED = (Whose.JUDGED, Whose.KEPT)


@dataclass(frozen=True)
class Item:
    """One line, as far as it is of one sort. `names`: others who stand in it."""

    key: str
    mark: str
    line: Line
    sort: Whose
    facts: tuple[Fact, ...]
    names: tuple[str, ...] = ()
    decision: object | None = None

    @property
    def is_kept(self) -> bool:
        return self.sort == Whose.KEPT

    @property
    def is_given(self) -> bool:
        return bool(self.decision) and self.decision.outcome != "keep"


@dataclass(frozen=True)
class Sheaf:
    """All lines of one part that have to be read."""

    section: Section
    items: tuple[Item, ...]

    @property
    def waiting(self) -> int:
        return sum(item.decision is None for item in self.items)

    @property
    def waiting_words(self) -> str:
        return f"{self.waiting} to read"


def mark_of(facts: Iterable[Fact]) -> str:
    """Of the very words: what changes after it was read waits for another decision."""
    told = "\x1f".join(f"{fact.label}\x1e{fact.value}" for fact in facts)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def items_of(section: Section, decided: Mapping, names: Mapping[str, str] | None = None) -> tuple[Item, ...]:
    """decided: key of a line → its decision; one on other words than now counts for nothing."""
    found = []
    for line in section.lines:
        for sort in WEIGHED:
            if facts := tuple(line.of(sort)):
                key, mark = f"{line.key}:{sort}", mark_of(facts)
                decision = decided.get(key)
                decision = decision if decision and decision.mark == mark else None
                found.append(Item(key, mark, line, sort, facts, named_in(facts, names or {}), decision))
    return tuple(found)


def named_in(facts: Iterable[Fact], names: Mapping[str, str]) -> tuple[str, ...]:
    """Whole names of others whose first or whole name stands in it. names: word, small → whole name."""
    words = {word.strip(".,;:!?()“”‘’'\"").lower() for fact in facts for word in fact.value.split()}
    words |= {word.removesuffix("’s").removesuffix("'s") for word in words}
    return tuple(sorted({names[word] for word in words if word in names}))


def sheaves_of(sections: Iterable[Section], decided: Mapping, names: Mapping[str, str]) -> list[Sheaf]:
    found = [Sheaf(section, items_of(section, decided, names)) for section in sections]
    return [sheaf for sheaf in found if sheaf.items]


def given_facts(item: Item) -> list[Fact]:
    """The facts as they are given: all, with some words left out, or none."""
    if not item.is_given:
        return []
    words = words_to_leave_out((), item.decision.left_out)
    told = [replace(fact, value=without(fact.value, words), whose=Whose.OWN) for fact in item.facts]
    return [replace(fact, raw=fact.value) if words else fact for fact in told]


def given(sections: Iterable[Section], decided: Mapping) -> list[Section]:
    """What leaves: what is theirs, and of the rest what was decided."""
    found = []
    for section in sections:
        more = {(item.line.key, item.sort): given_facts(item) for item in items_of(section, decided)}
        lines = []
        for line in section.lines:
            facts = [*line.of(Whose.OWN), *(fact for sort in WEIGHED for fact in more.get((line.key, sort), ()))]
            lines += [replace(line, facts=tuple(facts))] if facts else []
        found.append(replace(section, lines=tuple(lines)))
    return [section for section in found if section.lines]
