"""Rules of what is due. Each is a plain function of a moment: "what is due as of then, for whom" (reminders.md).

A rule answers for a window, never for an exact day: a run that was missed for a week finds all that is still due. What
it no longer finds is no longer true and is not sent.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from mentoring.conventions import modules


@dataclass(frozen=True)
class Due:
    """One thing due, for one person. `step` tells rungs of an escalation apart; `path` leads to a page that asks for
    sign-in and tells nothing by itself."""

    object_key: str
    due_on: date
    recipient_id: UUID
    path: str
    step: str = ""
    scheme_key: str = ""


@dataclass(frozen=True)
class Rule:
    """A rule by name. `words` is the whole of what a mail says about it: no names, no content, nothing sensitive; lazy
    where young people or mentors are told, who are told in their language."""

    name: str
    words: str
    find: Callable[[datetime], Iterable[Due]]
    urgent: bool = False
    optional: bool = False


RULES: dict[str, Rule] = {}


def rule(words: str, *, urgent: bool = False, optional: bool = False) -> Callable:
    """Marks a function of a room's `reminders.py` as a rule; `urgent` ones go out in quiet hours too, `optional` ones
    can be left to the inbox by whoever wants to."""

    def add(find: Callable[[datetime], Iterable[Due]]) -> Callable:
        RULES[find.__name__] = Rule(find.__name__, words, find, urgent, optional)
        return find

    return add


def all_rules() -> list[Rule]:
    """Every rule of every room."""
    modules("reminders")
    return list(RULES.values())


def rule_named(name: str) -> Rule | None:
    """The rule of that name; None for one that a later version took away."""
    all_rules()
    return RULES.get(name)


def key_of(record) -> str:
    """ "app.model:key", as the ledger knows a record."""
    return f"{record._meta.label_lower}:{record.pk}"
