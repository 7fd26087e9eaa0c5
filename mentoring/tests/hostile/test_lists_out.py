"""No cell of a list that leaves runs as a formula (issue "Held by others' measure", done when 5)."""

import csv
import io
import unicodedata
import zipfile
from itertools import cycle
from random import Random

import openpyxl
import pytest

from mentoring.tests.doors import Doors
from mentoring.tests.hostile.planting import plant
from mentoring.tests.hostile.sheets import FORMULAS
from mentoring.web.sheets_out import NOT_IN_EXCEL, csv_lines, xlsx_bytes

SEED = 5
CELLS, FEW, ACROSS = 10_000, 1_000, 50
SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212"
BEFORE = [
    "",
    " ",
    "  ",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "\0",
    "\x01",
    "\x1b",
    "\x7f",
    "\x85",
    "\xa0",
    "\u3000",
    "\u200b",
    "\u2028",
    "\ufeff",
    "\u202e",
    "\xad",
    "\u2060",
    "'",
    '"',
    "''",
    "a;",
    "a\t",
    "a,",
    "a|",
    "a\n",
    '";',
    '",',
    "x",
]
AFTER = [
    *FORMULAS,
    "1+1",
    "SUM(A1:A9)",
    "cmd|' /C calc'!A0",
    'HYPERLINK("http://127.0.0.1:1/")',
    "",
    "\0",
    "\uffff",
    "a" * 40_000,
]


def cells(number: int) -> list[str]:
    """Signs with something before and behind them; some cells are words of all alphabets."""
    chance = Random(SEED)

    def cell() -> str:
        if chance.random() < 0.2:
            return "".join(chr(chance.choice([*range(0xD800), *range(0xE000, 0x11000)])) for _ in range(12))
        before = "".join(chance.choices(BEFORE, k=chance.choice([0, 1, 1, 2, 3])))
        return before + chance.choice([*SIGNS, ""]) + chance.choice(AFTER)

    return ["=" + "a" * 40_000, *(cell() for _ in range(number - 1))]


def is_formula(cell: str) -> bool:
    """As the most willing program would take it: trimmed of what cannot be seen, folded, a sign in front."""
    folded = unicodedata.normalize("NFKC", cell)
    seen = [letter for letter in folded if unicodedata.category(letter)[0] not in "CZ"]
    return bool(seen) and seen[0] in "=+-@"


def cut(text: str, marks: str) -> list[str]:
    """Cells as a program cuts them that takes each of `marks` and the end of a line for one."""
    found, cell, quoted, letters = [], "", False, iter(text)
    for letter in letters:
        if letter == '"' and quoted and (following := next(letters, "")) != '"':
            quoted, letter = False, following
        elif letter == '"' and not quoted:
            quoted = True
            continue
        if letter and letter in marks + "\r\n" and not quoted:
            found.append(cell)
            cell = ""
        else:
            cell += letter
    return [*found, cell]


def check_csv(lines: str, typed: list[str]) -> None:
    read = [cell for row in list(csv.reader(io.StringIO(lines.removeprefix("\ufeff"), newline="")))[1:] for cell in row]
    assert not [cell for cell in read if is_formula(cell)]
    assert [cell.removeprefix("'") for cell in read] == [words.replace("\0", "").removeprefix("'") for words in typed]
    for marks in (",", ",;", ",;\t|"):
        assert not [cell for cell in cut(lines, marks) if is_formula(cell)], f"cut at {marks!r}"


def check_xlsx(data: bytes, typed: list[str]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(data))
    read = [cell for row in book.active.iter_rows(min_row=2) for cell in row]
    assert not [cell.coordinate for cell in read if cell.data_type == "f"]
    assert len(read) == len(typed)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert not [name for name in parts.namelist() if b"<f>" in parts.read(name) or b"<f " in parts.read(name)]
        assert not [name for name in parts.namelist() if "external" in name.lower() or "vba" in name.lower()]


def check(number: int) -> None:
    typed = cells(number)
    rows = [typed[at : at + ACROSS] for at in range(0, number, ACROSS)]
    check_csv("".join(csv_lines(typed[:ACROSS], rows)), typed)
    check_xlsx(xlsx_bytes(typed[:ACROSS], rows), typed)


def test_a_thousand_hostile_cells_stay_words():
    check(FEW)


@pytest.mark.slow
def test_ten_thousand_hostile_cells_stay_words():
    check(CELLS)


def test_the_measure_itself_sees_a_formula():
    assert all(map(is_formula, ["=1", " =1", "\ufeff@a", "\uff1d1", "\t-1"]))
    assert not any(map(is_formula, ["'=1", "a=1", "", " "]))
    assert cut('"a;=1",b', ",;") == ["a;=1", "b"]
    assert cut("a;=1,b", ",;") == ["a", "=1", "b"]
    assert NOT_IN_EXCEL.sub("", "a\uffffb") == "ab"


def test_no_list_of_the_house_runs_what_somebody_typed(world):
    """Given hostile words in every column, when each list is taken along in either form, then they stay words."""
    turns, taken = cycle(FORMULAS), 0
    plant(lambda: next(turns))
    doors = Doors(world, [name for name in Doors.names() if "download" in name], most=1)
    for (person, path), form in doors.forms.items():
        for kind in form.fields["file_kind"].offered if "file_kind" in form.fields else ():
            said = {name: field.offered[-1:] or ["Some words"] for name, field in form.fields.items()}
            with doors.undone(person) as client:
                answer = client.post(path, {**said, "file_kind": kind})
                body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            assert answer.status_code == 200 and "attachment" in answer.headers["Content-Disposition"], path
            taken += 1
            if kind == "csv":
                assert not [cell for cell in cut(body.decode("utf-8-sig"), ",;\t|") if is_formula(cell)], path
            else:
                sheet = openpyxl.load_workbook(io.BytesIO(body)).active
                assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"], path
    assert taken >= 4
