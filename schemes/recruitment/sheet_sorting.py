"""Every data row of a sheet in exactly one place (S9, S10; the contract is `import_people` in interfaces).

*Imported* rows are ready to come in, *attention* needs a person, *duplicates* repeat another line or somebody of the
scheme, *skipped* were left out by choice. Pure and quick, so that a page can keep the sheet and the decisions and
sort again after each correction.
"""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from schemes.recruitment.sheet_files import Line
from schemes.recruitment.sheet_people import FIELD_WORDS, Person, Problem, ReadPerson, read_person, without
from schemes.recruitment.sheet_repeats import Known, Likeness, Register, carries, shares_contact
from schemes.recruitment.sheet_values import is_formula
from schemes.recruitment.sheets import Sheet

IMPORTED, ATTENTION, DUPLICATE, SKIPPED = "imported", "attention", "duplicate", "skipped"
SKIP, ANYWAY = "skip", "anyway"


@dataclass(frozen=True)
class Decision:
    """What a person decided on one line: corrected cells by field, and "skip", "anyway" or nothing."""

    choice: str = ""
    fixes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Row:
    """One data row: where it goes, whom it says, and every sentence about it.

    `may_pass`: a person may let it in as it is, without the values that are wrong.
    """

    line: int
    outcome: str
    person: Person
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    of_line: int | None = None
    of_ref: str = ""
    may_pass: bool = False


@dataclass(frozen=True)
class Reading:
    kind: str
    rows: tuple[Row, ...]
    blank: int
    notes: tuple[str, ...]

    def of(self, outcome: str) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.outcome == outcome)

    def as_json(self, refs: Mapping[int, str] = MappingProxyType({})) -> dict:
        """The contract of `import_people --json`; `refs` line → reference, once they are written."""
        duplicates = [
            {"line": row.line, **({"of_ref": row.of_ref} if row.of_ref else {"of_line": row.of_line})}
            for row in self.of(DUPLICATE)
        ]
        attention = [
            {"line": row.line, "problems": [problem.sentence for problem in row.problems]} for row in self.of(ATTENTION)
        ]
        return {
            "rows": len(self.rows),
            "imported": [{"line": row.line, "ref": refs.get(row.line)} for row in self.of(IMPORTED)],
            "attention": attention,
            "duplicates": duplicates,
            "blank": self.blank,
        }


def sort_rows(
    sheet: Sheet,
    *,
    today: dt.date,
    decisions: Mapping[int, Decision] = MappingProxyType({}),
    known: Sequence[Known] = (),
    already: Mapping[int, str] = MappingProxyType({}),
) -> Reading:
    """Every data row in exactly one outcome, in the order of the file.

    `known` are the people of the scheme; `already` line → reference, when this very file came in before.
    """
    decided = {line.number: decisions.get(line.number, Decision()) for line in sheet.lines}
    read = {line.number: _read_line(sheet, line, decided[line.number].fixes, today) for line in sheet.lines}
    skipped = {n for n in read if decided[n].choice == SKIP and n not in already}
    everyone = Register(_known(n, person.person) for n, person in read.items() if n not in skipped)
    around = _Around(Register(known), everyone, {})
    for number, person in read.items():
        if number in already:
            row = Row(number, DUPLICATE, person.person, of_ref=already[number])
        elif number in skipped:
            row = Row(number, SKIPPED, person.person, person.problems, person.notes)
        else:
            row = _placed(number, person, around)
        around.rows[number] = _passed(row) if decided[number].choice == ANYWAY and row.may_pass else row
    return Reading(sheet.kind, tuple(around.rows.values()), sheet.blank, sheet.notes)


@dataclass(frozen=True)
class _Around:
    """What one row is compared with: the scheme, every line that is not skipped, and the rows placed so far."""

    scheme: Register
    everyone: Register
    rows: dict[int, Row]


def _read_line(sheet: Sheet, line: Line, fixes: Mapping[str, str], today: dt.date) -> ReadPerson:
    cells = dict(enumerate(line.cells))
    texts = {name: fixes.get(name, cells.get(place, "")) for name, place in sheet.places.items()} | dict(fixes)
    used = set(sheet.places.values())
    extras = tuple((sheet.headings[i], cell) for i, cell in cells.items() if i not in used and cell.strip())
    read = read_person(texts, sheet.headings_by_field(), kind=sheet.kind, today=today, extras=extras)
    if line.run_on:
        said = f"Line {line.number} runs on over several lines. Look for a quotation mark that is never closed."
        problem = Problem("run-on", "", "", "", said, may_pass=False)
        read = replace(read, problems=(problem, *read.problems))
    worked_out = [sheet.headings[i] for i in sorted(line.formulas) if not is_formula(cells.get(i, ""))]
    notes = tuple(f"{heading}: a formula stands here; the value it last showed was taken" for heading in worked_out)
    return replace(read, notes=read.notes + notes)


def _known(number: int, person: Person) -> Known:
    return Known(person.name, person.born_on, person.email, person.phone, line=number)


def _placed(number: int, read: ReadPerson, around: _Around) -> Row:
    me = _known(number, read.person)
    here = [pair for pair in around.everyone.like(me) if pair[1].line != number]
    likes = around.scheme.like(me) + here
    for kind, other in likes:
        if kind is Likeness.SAME and _is_taken(other, read, around):
            return _duplicate(number, read, me, other, around)
    problems, notes = list(read.problems), list(read.notes)
    for kind, other in likes:
        if problem := _clash(kind, me, other, around):
            problems += [problem] * (problem.code not in {known.code for known in problems})
        elif said := _remark(kind, me, other, around):
            notes.append(said)
    outcome = ATTENTION if problems else IMPORTED
    may_pass = bool(problems) and all(problem.may_pass for problem in problems)
    return Row(number, outcome, read.person, tuple(problems), tuple(notes), may_pass=may_pass)


def _is_taken(other: Known, read: ReadPerson, around: _Around) -> bool:
    """Does `other` come in, so that this line repeats it? An earlier line that needs attention holds back only
    another that needs attention too: the sound one of the two comes in."""
    if other.ref:
        return True
    row = _first_of(other.line, around)
    if row is None:
        return False
    return row.outcome == IMPORTED or bool(row.of_ref) or (row.outcome == ATTENTION and bool(read.problems))


def _first_of(line: int, around: _Around) -> Row | None:
    """The row that stands for this person: a repeated line leads to the one it repeats."""
    row = around.rows.get(line)
    return around.rows[row.of_line] if row and row.of_line else row


def _duplicate(number: int, read: ReadPerson, me: Known, other: Known, around: _Around) -> Row:
    notes, may_pass = read.notes, not shares_contact(me, other)
    if other.ref:
        return Row(number, DUPLICATE, read.person, (), notes, of_ref=other.ref, may_pass=may_pass)
    first = _first_of(other.line, around)
    if differs := _differences(read.person, first.person):
        notes = (*notes, f"Differs from line {first.line} in: {', '.join(differs)}")
    line = None if first.of_ref else first.line
    return Row(number, DUPLICATE, read.person, (), notes, of_line=line, of_ref=first.of_ref, may_pass=may_pass)


def _differences(one: Person, other: Person) -> list[str]:
    fields = [f.name for f in dataclasses.fields(Person) if f.name not in {"kept", "first_name", "surname"}]
    named = [name.replace("_", " ") for name in fields if getattr(one, name) != getattr(other, name)]
    return named + [heading for heading, text in one.kept if (heading, text) not in other.kept]


def _whom(other: Known) -> str:
    return f"{other.name} ({other.ref})" if other.ref else f"line {other.line} ({other.name})"


def _clash(kind: Likeness, me: Known, other: Known, around: _Around) -> Problem | None:
    """A problem between two people that only a person can settle."""
    earlier = bool(other.ref) or other.line in around.rows
    if kind is Likeness.UNCLEAR and earlier:
        said = f"This may be the same person as {_whom(other)}; the sheet does not say enough to tell."
        return Problem("maybe-same", "name", "", me.name, said)
    mine = carries(me.email, me.name) and not carries(me.email, other.name)
    if kind is Likeness.SHARES_EMAIL and (other.ref or not mine):
        said = f"The e-mail “{me.email}” is also that of {_whom(other)}. Each person needs their own, or none."
        return Problem("shared-email", "email", FIELD_WORDS["email"], me.email, said)
    return None


def _remark(kind: Likeness, me: Known, other: Known, around: _Around) -> str:
    if kind is Likeness.SHARES_EMAIL:
        return f"The same e-mail also stands on {_whom(other)}"
    if kind is Likeness.SHARES_PHONE:
        return f"The same phone number as {_whom(other)}"
    if kind is Likeness.SAME:
        return f"Looks like the same person as {_whom(other)}"
    return ""


def _passed(row: Row) -> Row:
    """Let in by a person as it is: wrong values stay out, and what was wrong stays written beside it."""
    person = row.person
    if any(problem.code == "shared-email" for problem in row.problems):
        person = without(person, "email")
    said = tuple(f"Let in although: {problem.sentence}" for problem in row.problems)
    return replace(row, outcome=IMPORTED, person=person, problems=(), notes=row.notes + said, of_line=None, of_ref="")
