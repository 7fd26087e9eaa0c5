"""One rule in place of all others, whose dues a test puts in and takes out."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mentoring.notices import rules
from mentoring.notices.rules import Due, Rule

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo("Europe/London"))  # a Monday
NAME = "supervision_overdue"


def due_for(person, number: int = 1, *, path: str = "/schemes/sheffield/", on: date = date(2026, 11, 20)) -> Due:
    return Due(f"matching.match:{number}", on, person.pk, path)


@contextmanager
def only(patch, *dues: Due, words="Something is overdue.", **kind) -> Iterator[list[Due]]:
    """The rule with these dues; `kind`: urgent, optional."""
    found = list(dues)
    rule = Rule(NAME, words, lambda at: list(found), **kind)
    patch.setattr(rules, "RULES", {rule.name: rule})
    patch.setattr(rules, "modules", lambda name: [])
    yield found
