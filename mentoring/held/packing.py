"""What is held on a person as a folder to keep: to read, to open in a spreadsheet, to give to another program. Pure.

No name and no subject stands in the name of a file: a folder is seen by whoever looks over a shoulder.
"""

import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.core.serializers.json import DjangoJSONEncoder

from mentoring.held.kinds import Section, Whose
from mentoring.held.wording import in_words
from mentoring.web.sheets_out import csv_lines

#: What each sort is called in the name of a file, and in the text that goes with it.
FOLDERS = {
    Whose.OWN: ("yours", "Yours to read."),
    Whose.JUDGED: (
        "to-look-at",
        "By or about somebody else too: each line has to be read before it is given.",
    ),
    Whose.KEPT: ("kept-back", "Kept back unless somebody who may decide decides otherwise, with the reason."),
}


def folder_of(
    sections: Iterable[Section], *, title: str, words: Sequence[str], at: datetime, sorts=(Whose.OWN,)
) -> bytes:
    """A ZIP: a text that says what is in it, all of it as JSON, a CSV file for each part. `sorts`: which columns."""
    parts = [(sort, found) for sort in sorts for section in sections if (found := section.only(sort)).lines]
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr("README.txt", readme(title, words, parts, at))
        folder.writestr("record.json", as_json(title, parts, at))
        for name, _, section in named(parts):
            folder.writestr(name, "".join(csv_lines(*as_table(section))))
    return kept.getvalue()


def named(parts) -> list[tuple[str, Whose, Section]]:
    """Each part with the name of its file: a number, and of which sort it is."""
    return [
        (f"{FOLDERS[sort][0]}/part-{place:02}.csv", sort, part) for place, (sort, part) in enumerate(parts, start=1)
    ]


def readme(title: str, words: Sequence[str], parts, at: datetime) -> str:
    """What stands in which file, in plain words."""
    lines = [title, "=" * len(title), "", f"Made on {in_words(at)}.", "", *words, ""]
    lines += ["record.json holds all of it for a computer. Each part is also a list that a spreadsheet opens:", ""]
    last = None
    for name, sort, section in named(parts):
        if sort != last:
            lines += ["", FOLDERS[sort][1], ""]
            last = sort
        lines.append(f"  {name}  {section.title} ({len(section.lines)})")
        if sort != Whose.OWN and section.why:
            lines.append(f"      {section.why}")
    return "\r\n".join([*lines, ""])


def as_json(title: str, parts, at: datetime) -> str:
    told = [
        {
            "part": section.title,
            "file": name,
            "chapter": section.chapter,
            "sort": sort,
            "why": section.why if sort != Whose.OWN else "",
            "records": [
                {
                    "when": line.at,
                    "by": line.by,
                    "facts": [{"name": one.label, "words": one.value, "data": one.raw} for one in line.facts],
                }
                for line in section.lines
            ],
        }
        for name, sort, section in named(parts)
    ]
    return json.dumps({"title": title, "made": at, "parts": told}, cls=Data, ensure_ascii=False, indent=2)


def as_table(section: Section) -> tuple[list[str], list[list[str]]]:
    """(headings, rows): what any of the records says, in the order in which it first comes up."""
    labels = list(dict.fromkeys(fact.label for line in section.lines for fact in line.facts))
    rows = []
    for line in section.lines:
        said = {fact.label: fact.value for fact in line.facts}
        rows.append([in_words(line.at), line.by, *(said.get(label, "") for label in labels)])
    return ["When", "By", *labels], rows


class Data(DjangoJSONEncoder):
    """Whatever a column holds that JSON has no form for stands as its words."""

    def default(self, o):
        try:
            return super().default(o)
        except TypeError:
            return str(o)
