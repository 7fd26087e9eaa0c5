"""Lists that leave as a spreadsheet; a cell that a spreadsheet would run as a formula is made harmless (CWE-1236)."""

import csv
from collections.abc import Iterable, Sequence

from django.http import StreamingHttpResponse

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(value) -> str:
    """The words of a cell; one that begins like a formula gets an apostrophe in front, which the spreadsheet hides."""
    words = "" if value is None else str(value)
    return f"'{words}" if words.startswith(FORMULA_STARTS) else words


class _Line:
    """What the csv writer writes to: it hands the line straight back."""

    def write(self, line: str) -> str:
        return line


def csv_lines(headings: Sequence[str], rows: Iterable[Sequence]) -> Iterable[str]:
    """Lines of a CSV file; the mark at the start tells spreadsheets that it is UTF-8."""
    writer = csv.writer(_Line())
    yield "\ufeff" + writer.writerow([safe_cell(heading) for heading in headings])
    for row in rows:
        yield writer.writerow([safe_cell(value) for value in row])


def csv_response(name: str, headings: Sequence[str], rows: Iterable[Sequence]) -> StreamingHttpResponse:
    """A download called `name` (no personal word in it)."""
    response = StreamingHttpResponse(csv_lines(headings, rows), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response
