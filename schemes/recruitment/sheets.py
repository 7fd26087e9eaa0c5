"""A co-ordinator's real spreadsheet comes in as it is (S9, S10; the contract is `import_people` in interfaces).

`read_sheet` turns bytes into a `Sheet`, losing no row and no column; `sheet_sorting` says what becomes of each row.

Not data rows: everything above the headings, a heading row that comes again, blank rows (counted), and TOTAL rows.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from schemes.recruitment.sheet_columns import KINDS, Columns, choose_table
from schemes.recruitment.sheet_files import Line, SheetError, Table, read_tables

ORDER = "Dates were read in the order day, month, year."
_TOTAL = re.compile(r"^((grand |sub)?-?totals?\b.*|(count|sum|number of \w+|no\.? of \w+|n)\s*[:=]?\s*\d*)$", re.I)


@dataclass(frozen=True)
class Sheet:
    """The data rows of a file and what was said around them. `headings` are the sheet's own words."""

    kind: str
    headings: tuple[str, ...]
    places: Mapping[str, int]
    lines: tuple[Line, ...]
    blank: int = 0
    notes: tuple[str, ...] = ()

    def headings_by_field(self) -> dict[str, str]:
        return {name: self.headings[place] for name, place in self.places.items()}


def read_sheet(data: bytes, kind: str) -> Sheet:
    """The data rows of a CSV or XLSX file. `kind` "volunteers" or "young-people". Raises SheetError, nothing else."""
    if kind not in KINDS:
        raise SheetError(f"A list is of one of these kinds: {', '.join(KINDS)}.")
    table, columns = choose_table(read_tables(data), kind)
    below = [line for line in table.lines if line.number > columns.line and not line.is_blank]
    totals = [line for line in below if _is_total(line)]
    headings_again = [line for line in below if _same_cells(line, columns.headings)]
    lines = tuple(line for line in below if line not in totals and line not in headings_again)
    if not lines:
        raise SheetError("There is nobody on this list: no rows stand under the headings.")
    return Sheet(
        kind,
        _headings(columns.headings, max(len(line.cells) for line in lines)),
        MappingProxyType(columns.by_field),
        lines,
        blank=sum(1 for line in table.lines if line.is_blank),
        notes=(ORDER, *_notes(table, columns, totals, len(lines))),
    )


def _headings(headings: Sequence[str], width: int) -> tuple[str, ...]:
    """Every column gets a name, also one with no heading above it."""
    padded = (*headings, *[""] * (width - len(headings)))
    return tuple(heading or f"Column {n}" for n, heading in enumerate(padded, start=1))


def _is_total(line: Line) -> bool:
    """ "TOTAL,72" and "Total volunteers: 72": the word first, and beside it nothing but numbers."""
    said = [cell.strip() for cell in line.cells if cell.strip()]
    return bool(_TOTAL.match(said[0])) and all(re.fullmatch(r"=.*|[\d.,% £]+", cell) for cell in said[1:])


def _same_cells(line: Line, headings: Sequence[str]) -> bool:
    return [" ".join(cell.split()) for cell in line.cells if cell.strip()] == [h for h in headings if h]


def _notes(table: Table, columns: Columns, totals: Sequence[Line], rows: int) -> Iterable[str]:
    used = columns.by_field.values()
    unknown = [heading for i, heading in enumerate(columns.headings) if heading and i not in used]
    if unknown:
        yield f"Kept in the sheet’s own words, because we have no place for them: {', '.join(unknown)}."
    for line in totals:
        numbers = [cell.strip() for cell in line.cells if cell.strip().isdecimal()]
        if numbers and int(numbers[0]) != rows:
            yield f"The sheet’s total on line {line.number} says {numbers[0]}; {rows} rows have somebody on them."
    if table.others:
        yield f"Only the sheet “{table.name}” was read, not: {', '.join(table.others)}."
