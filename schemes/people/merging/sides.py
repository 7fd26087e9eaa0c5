"""Two records of one person, field by field: what agrees, what one side adds, what a person must choose. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import models

from mentoring.web.wording import MONTHS

KEPT, GONE, BOTH = "kept", "gone", "both"
#: What nobody chooses: keys and dates of the record, its way (its steps are moved instead), and what is joined anyway.
NOT_ASKED = frozenset({"id", "created_at", "scheme", "ref", "state", "reached", "user", "sheet_notes"})
EMPTY = (None, "", [], {})


@dataclass(frozen=True)
class Side:
    """One field of both records. `asks`: both say something and not the same; `both`: they can stand together."""

    name: str
    label: str
    kept: object
    gone: object
    asks: bool
    both: bool
    choices: tuple = ()

    @property
    def words(self) -> tuple[str, str]:
        """What each record says, for people to read."""
        return self._words(self.kept), self._words(self.gone)

    def _words(self, value) -> str:
        if value in EMPTY:
            return ""
        if isinstance(value, bool):
            return "Yes" if value else "No"
        if isinstance(value, date):
            return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
        if isinstance(value, Mapping):
            return "; ".join(f"{name}: {words}" for name, words in value.items())
        if isinstance(value, list):
            return ", ".join(map(str, value))
        return str(dict(self.choices).get(value, value))


def sides_of(kept, gone) -> list[Side]:
    """Every field that either record fills in, in the order of the model."""
    found = [_side(field, kept, gone) for field in type(kept)._meta.concrete_fields if field.name not in NOT_ASKED]
    return [side for side in found if side.kept not in EMPTY or side.gone not in EMPTY]


def _side(field, kept, gone) -> Side:
    mine, theirs = getattr(kept, field.name), getattr(gone, field.name)
    asks = mine not in EMPTY and theirs not in EMPTY and mine != theirs
    return Side(
        field.name, _label(field), mine, theirs, asks, asks and _can_join(field, mine, theirs), tuple(field.flatchoices)
    )


def _label(field) -> str:
    words = str(field.verbose_name)
    return words[:1].upper() + words[1:]


def _can_join(field, mine, theirs) -> bool:
    return (isinstance(mine, list) and isinstance(theirs, list)) or isinstance(field, models.TextField)


def merged_values(sides: list[Side], choices: Mapping[str, str]) -> dict[str, object]:
    """Field → value for all that changes on the record that is kept. What is not chosen stays as it is there."""
    values = {side.name: _chosen(side, choices.get(side.name, KEPT)) for side in sides}
    return {side.name: values[side.name] for side in sides if values[side.name] != side.kept}


def _chosen(side: Side, choice: str):
    if side.kept in EMPTY:
        return side.gone
    if not side.asks or choice == KEPT:
        return side.kept
    if choice == BOTH and side.both:
        return _joined(side.kept, side.gone)
    return side.gone if choice == GONE else side.kept


def _joined(mine, theirs):
    if isinstance(mine, list):
        return [*mine, *(value for value in theirs if value not in mine)]
    return f"{mine}\n\n{theirs}"


def joined_notes(kept: Mapping[str, str], gone: Mapping[str, str]) -> dict[str, str]:
    """Both sheets' own words: under one heading what differs stands side by side, and nothing is lost."""
    words = dict(kept)
    for heading, text in gone.items():
        both = heading in words and words[heading] != text
        words[heading] = f"{words[heading]} · {text}" if both else text
    return words
