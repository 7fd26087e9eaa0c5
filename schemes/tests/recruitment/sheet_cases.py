"""The two given sheets, and the few steps that the tests of sheets share."""

import csv
import datetime as dt
import io
from pathlib import Path

import openpyxl

from schemes.recruitment.sheet_sorting import sort_rows
from schemes.recruitment.sheets import read_sheet

TODAY = dt.date(2026, 11, 22)
DATA = Path(__file__).parent / "data"
VOLUNTEERS = (DATA / "volunteers.csv").read_bytes()
YOUNG_PEOPLE = (DATA / "young_people.csv").read_bytes()


def sort(data, kind="volunteers", **around):
    data = data.encode() if isinstance(data, str) else data
    return sort_rows(read_sheet(data, kind), today=TODAY, **around)


def row(reading, line):
    return next(row for row in reading.rows if row.line == line)


def attention(reading):
    return {row.line: [problem.code for problem in row.problems] for row in reading.of("attention")}


def as_workbook(csv_bytes, encoding, with_dates=False):
    book = openpyxl.Workbook()
    for cells in csv.reader(io.StringIO(csv_bytes.decode(encoding), newline="")):
        book.active.append([dated(cell) if with_dates else cell for cell in cells])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def dated(cell):
    try:
        return dt.datetime.strptime(cell, "%Y-%m-%d")  # noqa: DTZ007 - Excel's own dates have no zone
    except ValueError:
        return int(cell) if cell in {"1", "2", "3"} else cell
