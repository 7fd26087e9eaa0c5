"""A co-ordinator's file, as bytes, becomes tables of plain text lines (S9, S10).

Nothing is evaluated: formulas stay text, and every limit below refuses a file with a sentence instead of
reading part of it, because a sheet that is read only in part loses people without anybody noticing.
"""

import csv
import datetime as dt
import io
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

import openpyxl

MAX_BYTES = 10 * 1024 * 1024
MAX_UNPACKED_BYTES = 80 * 1024 * 1024
MAX_LINES = 20_000
MAX_COLUMNS = 200
MAX_CELL = 10_000
MAX_SHEETS = 20
MAX_PARTS = 500  # files within a workbook: a few for each sheet
DELIMITERS = (",", ";", "\t", "|")
RUN_ON = 3  # this many delimiters inside one line of a cell: other rows were swallowed by an open quotation mark


class SheetError(ValueError):
    """The file as a whole cannot be read. The message is one sentence for the person who uploaded it."""


@dataclass(frozen=True)
class Line:
    """One record of the file. `number` is its line in a CSV (the first, if it spans several) or row in XLSX."""

    number: int
    cells: tuple[str, ...]
    formulas: frozenset[int] = frozenset()
    run_on: bool = False

    @property
    def is_blank(self) -> bool:
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True)
class Table:
    """One sheet of a workbook, or one way to cut a CSV into columns."""

    name: str
    lines: tuple[Line, ...]
    others: tuple[str, ...] = field(default=())


def read_tables(data: bytes) -> tuple[Table, ...]:
    """The tables a file may hold: each worksheet, or the CSV cut by each delimiter. Raises SheetError."""
    if not data.strip():
        raise SheetError("The file is empty.")
    if len(data) > MAX_BYTES:
        raise SheetError(f"The file is larger than {MAX_BYTES // 1024**2} MB. Save only the list itself, or split it.")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise SheetError(
            "This is an old Excel file (.xls) or one with a password. Open it in Excel, remove the password and "
            "save it as an Excel workbook (.xlsx)."
        )
    if data.startswith(b"PK"):
        return _workbook_tables(data)
    return _text_tables(decode(data))


def decode(data: bytes) -> str:
    """Text of a CSV file: UTF-8 or UTF-16 when it says so, else UTF-8 when it fits, else Windows (cp1252)."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as broken:
            raise SheetError("The file is damaged: its text cannot be read. Save it again as CSV.") from broken
    if b"\x00" in data:
        raise SheetError("This is not a spreadsheet. Save the list as CSV or as an Excel workbook (.xlsx).")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _text_tables(text: str) -> tuple[Table, ...]:
    tables, broken = [], None
    for delimiter in DELIMITERS:
        if delimiter not in text and delimiter != ",":
            continue
        try:
            tables.append(Table("", tuple(_text_lines(text, delimiter))))
        except SheetError as error:
            broken = broken or error
    if not tables:
        raise broken or SheetError("The file holds no rows.")
    return tuple(tables)


def _text_lines(text: str, delimiter: str) -> Iterator[Line]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)
    start, lines = 1, 0
    try:
        for cells in reader:
            lines += 1
            _check_size(start, lines, cells)
            run_on = any("\n" in c and max(part.count(delimiter) for part in c.splitlines()) >= RUN_ON for c in cells)
            yield Line(start, tuple(cells), run_on=run_on)
            start = reader.line_num + 1
    except csv.Error as broken:
        raise SheetError(f"Line {start} cannot be read. Look for a quotation mark that is never closed.") from broken


def _check_size(number: int, lines: int, cells: list[str]) -> None:
    if lines > MAX_LINES:
        raise SheetError(f"The file has more than {MAX_LINES:,} rows. Split it and bring in the parts.")
    if len(cells) > MAX_COLUMNS and any(cell.strip() for cell in cells[MAX_COLUMNS:]):
        raise SheetError(f"Line {number} has more than {MAX_COLUMNS} columns. Save only the list itself.")
    if any(len(cell) > MAX_CELL for cell in cells):
        raise SheetError(
            f"A cell on line {number} is longer than {MAX_CELL:,} characters. "
            "Shorten it, or look for a quotation mark that is never closed."
        )


def _workbook_tables(data: bytes) -> tuple[Table, ...]:
    unreadable = "This workbook cannot be read. Open it in Excel and save it again as .xlsx, without a password."
    try:
        _check_archive(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            shown = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            written = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
            names = tuple(sheet.title for sheet in shown.worksheets)
            if len(names) > MAX_SHEETS:
                raise SheetError(f"The workbook has more than {MAX_SHEETS} sheets. Save the list on its own.")
            pairs = zip(shown.worksheets, written.worksheets, strict=True)
            return tuple(
                Table(a.title, _sheet_lines(a, b), tuple(name for name in names if name != a.title)) for a, b in pairs
            )
    except SheetError:
        raise
    except Exception as broken:  # openpyxl answers a damaged workbook with whatever error comes first
        raise SheetError(unreadable) from broken


def _check_archive(data: bytes) -> None:
    """Refuses what unpacks to far more than it weighs, and XML that declares entities (both are attacks)."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        if "mimetype" in names or not any(name.startswith("xl/") for name in names):
            raise SheetError("This is not an Excel workbook. Save the list as .xlsx or as CSV.")
        if len(names) > MAX_PARTS or sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED_BYTES:
            raise SheetError("The workbook is too large once unpacked. Save only the list itself.")
        if any(b"<!ENTITY" in archive.read(name) for name in names if name.endswith((".xml", ".rels"))):
            raise SheetError("The workbook holds parts that no spreadsheet needs, so it is not opened.")


def _sheet_lines(shown, written) -> tuple[Line, ...]:
    lines: list[Line] = []
    last = 0
    for sheet in (shown, written):
        sheet.reset_dimensions()
    limits = {"max_row": MAX_LINES + 1, "max_col": MAX_COLUMNS + 1, "values_only": True}
    rows = zip(shown.iter_rows(**limits), written.iter_rows(**limits), strict=False)
    for number, (values, sources) in enumerate(rows, start=1):
        line = _sheet_line(number, values, sources)
        _check_size(number, number, list(line.cells))
        lines.append(line)
        last = last if line.is_blank else number
    return tuple(lines[:last])


def _sheet_line(number: int, values: tuple, sources: tuple) -> Line:
    """A formula whose result Excel stored shows that result; one without a result stays as its text."""
    if values.count(None) == len(values) and sources.count(None) == len(sources):
        return Line(number, ())  # a workbook may be full of rows with nothing in them
    formulas = frozenset(i for i, source in enumerate(sources) if _is_formula(source))
    cells = tuple(
        cell_text(source if value is None and i in formulas else value)
        for i, (value, source) in enumerate(zip(values, sources, strict=False))
    )
    return Line(number, cells, formulas)


def _is_formula(source: object) -> bool:
    return (isinstance(source, str) and source.startswith("=")) or type(source).__name__.endswith("Formula")


def cell_text(value: object) -> str:
    """An Excel value as a co-ordinator would type it: dates in ISO order, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value.text) if type(value).__name__.endswith("Formula") else str(value)
