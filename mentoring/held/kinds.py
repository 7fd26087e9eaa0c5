"""How a room says what it holds on a person: kinds of record, and of each column whose words it is. Pure.

UK GDPR article 15 gives a person all that is held about them, less what would tell of somebody else (Data Protection
Act 2018, schedule 2, paragraph 16), could do serious harm (schedule 3) or was given in confidence (schedule 2,
paragraph 24). So each column is of one of three sorts, and may be of another sort for the other half of a pair.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from django.db.models import Q


class Whose(StrEnum):
    OWN = "own"  # theirs to read, on their own pages too
    JUDGED = "judged"  # about them, and by or about somebody else: read line by line when they ask for everything
    KEPT = "kept"  # kept back, unless whoever answers decides otherwise


class Chapter(StrEnum):
    """The parts of somebody's record, in the order in which they read it."""

    YOU = "About you"
    JOINING = "How you came to us"
    TOGETHER = "The two of you"
    SAID = "What you told us"
    KEPT = "Your account, and who looked"


class Eyes(StrEnum):
    SELF = "self"  # the person, signed in
    SCHEME = "scheme"  # the scheme, which answers for what it holds


@dataclass(frozen=True)
class Side:
    """One way from a record to a person: `path` leads to their record, account or address. The columns by whose words
    they are, names with spaces between; `where` narrows the rows."""

    path: str
    own: str = ""
    judged: str = ""
    kept: str = ""
    where: Q = field(default_factory=Q)

    def columns(self, whose: Whose) -> list[str]:
        return getattr(self, whose).split()

    @property
    def all_columns(self) -> list[str]:
        return [name for whose in Whose for name in self.columns(whose)]


#: Ways to a person. An address may be shared with somebody, so what it leads to is never theirs without a look.
SIDES = ("user", "volunteer", "young_person", "email")


@dataclass(frozen=True)
class Kind:
    """One kind of record that a room keeps.

    model: its label. title: a heading for the person. at: the column that dates it. by: the column that says who wrote
    it. says: column or made-up name → (label, function of row and side), where the column's own words will not do;
    joins: what that reads along. why: why some of it is judged or kept. silent: the person is never told whether there
    is any. guarded: the column that leads to a record which opens to its own readers only ("pk": itself). alone: for
    nobody but the person, not even the number (docs/decisions/0021). labels: what a column is called here.
    """

    model: str
    title: str
    user: Side | None = None
    volunteer: Side | None = None
    young_person: Side | None = None
    email: Side | None = None
    at: str = "created_at"
    by: str = ""
    joins: tuple[str, ...] = ()
    says: Mapping[str, tuple[str, Callable]] = field(default_factory=dict)
    why: str = ""
    silent: bool = False
    guarded: str = ""
    alone: bool = False
    labels: Mapping[str, str] = field(default_factory=dict)
    chapter: Chapter | None = None

    def sides(self) -> list[tuple[str, Side]]:
        return [(name, side) for name in SIDES if (side := getattr(self, name))]


def in_chapter(chapter: Chapter, kinds: Iterable[Kind]) -> tuple[Kind, ...]:
    """These kinds in that part of the record; those that name another one stay there."""
    return tuple(kind if kind.chapter else replace(kind, chapter=chapter) for kind in kinds)


@dataclass(frozen=True)
class Person:
    """Whom it is about, as one scheme knows them, or as all do (`scheme` None).

    staff: keys of accounts that work here and stand with their whole name; everybody else with their first one.
    """

    name: str
    scheme: object | None = None
    user: object | None = None
    volunteers: tuple = ()
    young_people: tuple = ()
    emails: frozenset[str] = frozenset()
    staff: frozenset = frozenset()

    def named(self, user) -> str:
        if user is None:
            return ""
        if self.user and user.pk == self.user.pk:
            return self.name
        return user.name if user.pk in self.staff else user.first_name


@dataclass(frozen=True)
class Fact:
    """One column in words; `raw` is it as data."""

    label: str
    value: str
    raw: object
    whose: Whose


@dataclass(frozen=True)
class Line:
    """One record. `key` is "app.model:key", `at` a day or an instant or nothing, `by` who wrote it, in words."""

    key: str
    at: object
    by: str
    facts: tuple[Fact, ...]

    def of(self, *whose: Whose) -> list[Fact]:
        return [fact for fact in self.facts if fact.whose in whose]


@dataclass(frozen=True)
class Section:
    """All records of one kind. `why`: why some of it waits or stays. `waits`: there is more than the lines show."""

    title: str
    lines: tuple[Line, ...]
    chapter: Chapter
    why: str = ""
    silent: bool = False
    model: str = ""
    waits: bool = False

    def only(self, *whose: Whose) -> "Section":
        """The same with facts of these sorts alone. That more is held on them is not told of a silent kind."""
        kept = [replace(line, facts=tuple(line.of(*whose))) for line in self.lines]
        kept = tuple(line for line in kept if line.facts)
        more = any(fact.whose not in whose for line in self.lines for fact in line.facts)
        return replace(self, lines=kept, waits=more and not self.silent)
