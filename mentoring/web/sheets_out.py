"""Lists that leave as a spreadsheet; a cell that a spreadsheet would run as a formula is made harmless (CWE-1236).

Values are words, numbers or days. CSV has words only; in Excel files days are days and numbers numbers, and every text
is marked as text, so that none of it runs. A `Careful` value says so in the cell itself: it cannot be copied into a
letter without somebody noticing. Who took it stands on a sheet of its own and in the foot of each printed page, and the
name of the file ends with the reference: a line more in a CSV would be a person more to whatever reads it.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse, StreamingHttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

from mentoring.web.marks import Mark

SIGNS, BLANKS = ("=", "+", "-", "@"), ("\t", "\r", "\n")
NOT_IN_EXCEL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # nor in any XML
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_CELL = 32_000  # Excel's own limit is 32,767 letters
WIDTH = 24
FORMATS = (("xlsx", "Excel"), ("csv", "CSV, for other programs"))


@dataclass(frozen=True)
class Careful:
    """A way to reach somebody that must not be used without thinking; `why` in a few words."""

    value: str
    why: str

    def __str__(self):
        return f"CAREFUL ({self.why}): {self.value}"


def safe_cell(value) -> str:
    """The words of a cell; one that begins like a formula gets an apostrophe in front, which the spreadsheet hides.

    What cannot be seen before it and the wide signs of other keyboards count too (some programs trim the one and fold
    the other).
    """
    words = "" if value is None else value.strftime("%d/%m/%Y") if isinstance(value, date) else str(value)
    words = words.replace("\0", "")
    seen = (letter for letter in unicodedata.normalize("NFKC", words) if letter.isprintable() and letter != " ")
    return f"'{words}" if words.startswith(BLANKS) or next(seen, "") in SIGNS else words


class _Line:
    """What the csv writer writes to: it hands the line straight back."""

    def write(self, line: str) -> str:
        return line


def csv_lines(headings: Sequence[str], rows: Iterable[Sequence]) -> Iterable[str]:
    """Lines of a CSV file; the mark at the start tells spreadsheets that it is UTF-8.

    Every cell stands in quotation marks: a program that cuts at semicolons and tabs too makes no second cell of one.
    """
    writer = csv.writer(_Line(), quoting=csv.QUOTE_ALL)
    yield "\ufeff" + writer.writerow([safe_cell(heading) for heading in headings])
    for row in rows:
        yield writer.writerow([safe_cell(value) for value in row])


def xlsx_bytes(headings: Sequence[str], rows: Iterable[Sequence], mark: Mark | None = None) -> bytes:
    """An Excel file, its first line bold, kept in view and ready to filter by."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("List")
    sheet.freeze_panes = "A2"
    for place in range(1, len(headings) + 1):
        sheet.column_dimensions[get_column_letter(place)].width = WIDTH
    sheet.append([_cell(sheet, heading, bold=True) for heading in headings])
    number = 1
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
        number += 1
    sheet.auto_filter.ref = f"A1:{get_column_letter(max(len(headings), 1))}{number}"
    if mark:
        _marked(book, sheet, mark)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _marked(book, sheet, mark: Mark) -> None:
    """Where people look, where printers print, and where programs for files look."""
    sheet.oddFooter.left.text = str(mark).replace("&", "&&")
    book.properties.creator, book.properties.identifier = mark.by, mark.reference
    told = book.create_sheet("Who took this")
    told.column_dimensions["A"].width = WIDTH * 4
    told.append([_cell(told, str(mark))])


def _cell(sheet, value, *, bold: bool = False) -> WriteOnlyCell:
    if value is None or isinstance(value, date) or (isinstance(value, int | float) and not isinstance(value, bool)):
        cell = WriteOnlyCell(sheet, value)
        cell.number_format = "dd/mm/yyyy" if isinstance(value, date) else "General"
        return cell
    cell = WriteOnlyCell(sheet, NOT_IN_EXCEL.sub("", str(value))[:LONGEST_CELL])
    cell.data_type = "s"  # text, whatever it begins with
    if bold:
        cell.font = Font(bold=True)
    if isinstance(value, Careful):
        cell.fill = PatternFill("solid", fgColor="FFF2CC")
    return cell


def csv_response(name: str, headings: Sequence[str], rows: Iterable[Sequence]) -> StreamingHttpResponse:
    """A download called `name` (no personal word in it)."""
    response = StreamingHttpResponse(csv_lines(headings, rows), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def sheet_response(kind: str, name: str, headings: Sequence[str], rows: Iterable[Sequence], mark: Mark):
    """The same list as "xlsx" or "csv", marked."""
    name = f"{name}-{mark.reference}"
    if kind == "csv":
        return csv_response(name, headings, rows)
    response = HttpResponse(xlsx_bytes(headings, rows, mark), content_type=XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response
