"""Somebody's own record as they read it, print it and take it with them (issue 5). Nothing in it is another's alone."""

from dataclasses import dataclass
from itertools import groupby

from django.utils import timezone

from mentoring.held.kinds import Chapter, Eyes, Section
from mentoring.held.packing import folder_of
from mentoring.held.queries import sections_of
from schemes.people.persons import person_of

TITLE = "My record"
WORDS = (
    "This is what is kept about you and is yours to read.",
    "Keep it somewhere that only you can open.",
    "",
    "Not in here: what others said without you reading it, and what staff wrote for each other.",
    "You can ask for that too, on the same page. Somebody then looks at each line first.",
)


@dataclass(frozen=True)
class Part:
    """One chapter: what is theirs to read, and the titles of what there is more of."""

    chapter: Chapter
    sections: list[Section]
    more: list[Section]

    @property
    def number(self) -> int:
        return sum(len(section.lines) for section in self.sections)


def own_record(user) -> list[Part]:
    sections = sections_of(person_of(user), Eyes.SELF)
    return [part_of(chapter, list(found)) for chapter, found in groupby(sections, key=lambda one: one.chapter)]


def part_of(chapter: Chapter, found: list[Section]) -> Part:
    return Part(chapter, [one for one in found if one.lines], [one for one in found if one.waits])


def own_paper(user) -> dict:
    """What the paper shows."""
    parts = own_record(user)
    return {"parts": parts, "name": user.name, "on": timezone.localdate(), "schemes": schemes_of(user)}


def own_folder(user) -> bytes:
    sections = sections_of(person_of(user), Eyes.SELF)
    return folder_of(sections, title=TITLE, words=WORDS, at=timezone.localtime())


def schemes_of(user) -> list[str]:
    """Names of the schemes that keep something about them."""
    person = person_of(user)
    found = {record.scheme.name for record in (*person.volunteers, *person.young_people)}
    return sorted(found | set(user.memberships.values_list("scheme__name", flat=True)))
