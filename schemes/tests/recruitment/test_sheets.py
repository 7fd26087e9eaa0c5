"""S9, S10: a co-ordinator's real spreadsheet comes in as it is; every row is accounted for exactly once.

The two files were read line by line by a person; the counts and lines below are what that person found.
"""

import datetime as dt
import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from schemes.recruitment.sheet_columns import KINDS
from schemes.recruitment.sheet_files import SheetError
from schemes.recruitment.sheet_repeats import Known
from schemes.recruitment.sheets import Decision, read_sheet, sort_rows

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


# -- the two files as they were given ------------------------------------------------------------------------------


def test_s9_volunteers_file_every_row_is_in_one_place():
    reading = sort(VOLUNTEERS)
    counts = {outcome: len(reading.of(outcome)) for outcome in ("imported", "attention", "duplicate")}
    assert counts == {"imported": 64, "attention": 7, "duplicate": 1}
    assert (len(reading.rows), reading.blank) == (72, 3), "the sheet's own TOTAL row says 72"


def test_s9_volunteers_file_each_problem_is_named_on_its_line():
    assert attention(sort(VOLUNTEERS)) == {
        9: ["email"],
        13: ["birth-date"],
        24: ["no-birth-date"],
        31: ["shared-email"],
        38: ["age"],
        45: ["formula"],
        53: ["capacity"],
    }


def test_s10_young_people_file_every_row_is_in_one_place():
    reading = sort(YOUNG_PEOPLE, "young-people")
    counts = {outcome: len(reading.of(outcome)) for outcome in ("imported", "attention", "duplicate")}
    assert counts == {"imported": 53, "attention": 4, "duplicate": 1}
    assert (len(reading.rows), reading.blank) == (58, 3), "the sheet's own TOTAL row says 58"
    assert attention(reading) == {8: ["birth-date"], 27: ["birth-date"], 35: ["no-name"], 42: ["formula"]}


def test_s9_problems_are_sentences_with_column_words_read_and_remedy():
    reading = sort(VOLUNTEERS)
    said = {line: row(reading, line).problems[0].sentence for line in (9, 13, 31, 38, 53)}
    assert said[9] == "E-mail “not an email” is not an e-mail address."
    assert said[13] == "D.O.B “31/02/1990” is not a day that exists."
    assert "line 30 (Leanne Mensah)" in said[31]
    assert said[38] == "D.O.B “12/05/2019” would make this person 7. A volunteer is 16 to 99."
    assert said[53].startswith("How many YP “lots” is not a number; write")


def test_s9_repeated_line_names_the_line_it_repeats():
    assert [(r.line, r.of_line) for r in sort(VOLUNTEERS).of("duplicate")] == [(18, 7)]
    assert [(r.line, r.of_line) for r in sort(YOUNG_PEOPLE, "young-people").of("duplicate")] == [(15, 14)]


def test_s9_both_encodings_keep_accents():
    assert row(sort(VOLUNTEERS), 52).person.name == "Siân Boateng"  # Windows
    assert row(sort(YOUNG_PEOPLE, "young-people"), 7).person.first_name == "Siân"  # UTF-8 with a mark


def test_s9_person_is_read_whole():
    person = row(sort(VOLUNTEERS), 4).person
    assert (person.first_name, person.surname, person.born_on) == ("Theo", "Campbell", dt.date(1988, 5, 28))
    assert (person.phone, person.area, person.capacity, person.care_experience) == (
        "07700 900393",
        "Rotherham",
        1,
        False,
    )
    assert person.interests == ("coding", "music", "reading")
    assert person.availability == ("Wednesday evening",)
    assert ("DBS no", "005196953412") in person.kept
    assert person.notes == "prefers 18+"


def test_s10_consent_words_are_kept_and_trusted_for_nothing():
    asked = row(sort(YOUNG_PEOPLE, "young-people"), 7)
    assert asked.outcome == "imported"
    assert asked.person.consent == "not asked"
    assert any("ask the young person first" in note for note in asked.notes)


def test_s9_two_figure_years_are_noted_never_silent():
    assert any("read as 1988" in note for note in row(sort(VOLUNTEERS), 4).notes)


def test_s9_json_is_the_contract():
    said = sort(VOLUNTEERS).as_json({4: "V-0001"})
    assert list(said) == ["rows", "imported", "attention", "duplicates", "blank"]
    assert said["imported"][0] == {"line": 4, "ref": "V-0001"}
    assert said["duplicates"] == [{"line": 18, "of_line": 7}]
    lines = [entry["line"] for part in ("imported", "attention", "duplicates") for entry in said[part]]
    assert sorted(lines) == sorted(set(lines))
    assert len(lines) == said["rows"] == 72


# -- the same list, saved otherwise --------------------------------------------------------------------------------


def as_workbook(csv_bytes, encoding, with_dates=False):
    import csv

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


@pytest.mark.parametrize("with_dates", [False, True])
@pytest.mark.parametrize(
    ("data", "encoding", "kind"),
    [(VOLUNTEERS, "cp1252", "volunteers"), (YOUNG_PEOPLE, "utf-8-sig", "young-people")],
)
def test_s9_workbook_reads_as_the_csv_does(data, encoding, kind, with_dates):
    one, other = sort(data, kind), sort(as_workbook(data, encoding, with_dates), kind)
    assert [(r.line, r.outcome, r.of_line) for r in other.rows] == [
        (r.line, r.outcome, r.of_line) for r in one.rows
    ]
    assert [r.person.name for r in other.rows] == [r.person.name for r in one.rows]
    assert [r.person.born_on for r in other.rows] == [r.person.born_on for r in one.rows]


@pytest.mark.parametrize(("delimiter", "encoding"), [(";", "utf-8"), ("\t", "utf-16"), ("|", "utf-8-sig")])
def test_s9_other_delimiters_and_encodings(delimiter, encoding):
    text = "List 2026,,\nFull name,Date of Birth (dd/mm/yyyy),Tel.\nSiân Marsh,1 May 1980,07700 900001\n"
    reading = sort(text.replace(",", delimiter).encode(encoding))
    assert row(reading, 3).person.name == "Siân Marsh"
    assert row(reading, 3).person.phone == "07700 900001"


@pytest.mark.parametrize(
    "headings",
    [
        "First name,Last name,Birthday,Telephone",
        "FORENAME , Surname*,Date Of Birth ,Mobile No.",
        "Given names,Family name,D.O.B.,Contact number",
    ],
)
def test_s9_other_headings_for_the_same_things(headings):
    person = row(sort(f"{headings}\nKofi,O'Brien,03/03/1987,07700-900547\n"), 2).person
    assert (person.name, person.born_on, person.phone) == (
        "Kofi O'Brien",
        dt.date(1987, 3, 3),
        "07700 900547",
    )


def test_s9_columns_nobody_knows_are_kept_not_dropped():
    reading = sort("Name,DOB,Shoe size,\nTheo Holt,1/2/1990,9,next to last\n")
    assert row(reading, 2).person.kept == (("Shoe size", "9"), ("Column 4", "next to last"))
    assert any("Shoe size" in note for note in reading.notes)


def test_s9_line_is_where_the_record_begins():
    reading = sort('Name,DOB,Notes\nTheo Holt,1/2/1990,"drives\nand swims"\nOrla Reid,2/2/1990,\n')
    assert [r.line for r in reading.rows] == [2, 4]
    assert row(reading, 2).person.notes == "drives and swims"


def test_s9_total_that_differs_from_the_rows_is_told():
    reading = sort("Name,DOB\nTheo Holt,1/2/1990\nTotal:,3\n")
    assert len(reading.rows) == 1
    assert any("says 3; there are 1 rows" in note for note in reading.notes)


def test_s9_rows_swallowed_by_an_open_quotation_mark_are_not_taken_for_one_person():
    text = (
        'Name,DOB,Phone,Notes\nTheo Holt,1/2/1990,,"can drive\nOrla Reid,2/2/1990,,\nRavi Ali,3/3/1990,,"\n'
    )
    assert attention(sort(text)) == {2: ["run-on"]}


# -- what is asked about, and what is not --------------------------------------------------------------------------


def one(**cells):
    cells = {"Name": "Theo Holt", "DOB": "1/2/1990", **cells}
    return row(sort(",".join(cells) + "\n" + ",".join(f'"{c}"' for c in cells.values()) + "\n"), 2)


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"Name": " "}, "no-name"),
        ({"Name": "?"}, "no-name"),
        ({"Name": "07700 900547"}, "name"),
        ({"Name": "Tom & Sue Reid"}, "name"),
        ({"Name": "Theo"}, "first-name-only"),
        ({"DOB": "tbc"}, "no-birth-date"),
        ({"DOB": "03/25/1990"}, "birth-date"),
        ({"DOB": "1990"}, "birth-date"),
        ({"DOB": "32874"}, "birth-date"),
        ({"DOB": "1/2/12"}, "birth-date"),
        ({"DOB": "1/2/1900"}, "age"),
        ({"Mobile": "0770"}, "phone"),
        ({"Capacity": "400"}, "capacity"),
        ({"Capacity": "1-2"}, "capacity"),
        ({"Shoes": "=1+1"}, "formula"),
        ({"Area": "@SUM(A1)"}, "formula"),
        ({"Area": "+cmd|' /C calc'!A0"}, "formula"),
    ],
)
def test_s9_a_person_must_look_at(cells, code):
    assert [problem.code for problem in one(**cells).problems] == [code]


@pytest.mark.parametrize(
    "cells",
    [
        {"Email": ""},
        {"Email": "n/a"},
        {"Mobile": "+44 7700 900768"},
        {"Mobile": "(07700) 900-768"},
        {"Mobile": "7700900768"},
        {"Area": "- likes football"},
        {"Notes": "@theo_sings on the usual place"},
        {"Gender": "agender"},
        {"Free": "when the moon is full"},
        {"Area": "sheffield "},
    ],
)
def test_s9_what_loses_nothing_is_no_problem(cells):
    assert one(**cells).outcome == "imported"


def test_s9_american_order_is_asked_about_not_turned():
    assert "25 March 1990 is meant" in one(DOB="03/25/1990").problems[0].sentence


def test_s9_numbers_and_areas_are_tidied_and_told():
    read = one(Mobile="7700900768", Area="sheffield ")
    assert (read.person.phone, read.person.area) == ("07700 900768", "Sheffield")
    assert any("nought" in note for note in read.notes)


def test_s9_workbook_formula_with_a_shown_value_is_told():
    text = "Name,DOB\nTheo Holt,1/2/1990\n"
    sheet = read_sheet(text.encode(), "volunteers")
    line = sheet.lines[0].__class__(2, sheet.lines[0].cells, frozenset({1}))
    reading = sort_rows(sheet.__class__(sheet.kind, sheet.headings, sheet.places, (line,)), today=TODAY)
    assert reading.rows[0].outcome == "imported"
    assert any("a formula stands here" in note for note in reading.rows[0].notes)


# -- one person or two ---------------------------------------------------------------------------------------------

PEOPLE = "Name,DOB,Email,Phone\n"


def test_s9_same_name_and_birth_date_is_one_person_however_written():
    reading = sort(PEOPLE + '"O\'Brien, Kofi",3/3/1987,,\nKOFI O’BRIEN,03.03.87,k@example.org,\n')
    assert row(reading, 3).of_line == 2
    assert any("email" in note for note in row(reading, 3).notes), "what differs is told"


def test_s9_same_name_another_birth_date_is_two_people():
    reading = sort(PEOPLE + "Kofi Reid,3/3/1987,,\nKofi Reid,4/3/1987,,\n")
    assert len(reading.of("imported")) == 2


def test_s10_two_young_people_known_by_one_first_name_stay_two():
    reading = sort(
        PEOPLE + "Marcus,10/10/2011,a@example.org,\nMarcus,10/10/2011,b@example.org,\n", "young-people"
    )
    assert len(reading.of("imported")) == 2


def test_s10_first_name_and_whole_name_with_one_phone_are_one_person():
    reading = sort(
        PEOPLE + "Jade Rahman,8/7/2004,,07700 900268\nJade,8/7/2004,,07700900268\n", "young-people"
    )
    assert row(reading, 3).of_line == 2


def test_s9_shared_phone_is_noted_because_households_share():
    reading = sort(PEOPLE + "Ann Reid,3/3/1987,,07700 900001\nBob Ali,4/3/1987,,07700900001\n")
    assert len(reading.of("imported")) == 2
    assert any("same phone" in note for note in row(reading, 3).notes)


def test_s9_email_that_carries_neither_name_keeps_both_out():
    reading = sort(PEOPLE + "Ann Reid,3/3/1987,x@example.org,\nBob Ali,4/3/1987,x@example.org,\n")
    assert attention(reading) == {2: ["shared-email"], 3: ["shared-email"]}


def test_s9_same_name_with_nothing_to_tell_them_apart_is_asked():
    reading = sort(PEOPLE + "Ann Reid,3/3/1987,,\nAnn Reid,,,\n")
    assert attention(reading) == {3: ["no-birth-date", "maybe-same"]}


def test_s9_sound_line_comes_in_though_an_unsound_one_is_the_same_person():
    reading = sort(PEOPLE + "Ann Reid,31/2/1987,a@example.org,\nAnn Reid,3/2/1987,a@example.org,\n")
    assert [r.line for r in reading.of("imported")] == [3]
    fixed = sort(
        PEOPLE + "Ann Reid,31/2/1987,a@example.org,\nAnn Reid,3/2/1987,a@example.org,\n",
        decisions={2: Decision(fixes={"born_on": "3/2/1987"})},
    )
    assert row(fixed, 3).of_line == 2


def test_s9_person_of_the_scheme_is_not_added_again():
    known = [Known("Ann Reid", dt.date(1987, 3, 3), ref="V-0007")]
    reading = sort(PEOPLE + "Ann Reid,3/3/1987,,\n", known=known)
    assert reading.as_json()["duplicates"] == [{"line": 2, "of_ref": "V-0007"}]


def test_s9_email_of_somebody_else_in_the_scheme_is_asked_about():
    known = [Known("Bob Ali", email="ann@example.org", ref="V-0007")]
    assert attention(sort(PEOPLE + "Ann Reid,3/3/1987,ann@example.org,\n", known=known)) == {
        2: ["shared-email"]
    }


def test_s9_file_that_came_in_before_adds_nobody():
    first = sort(VOLUNTEERS)
    refs = {r.line: f"V-{r.line:04}" for r in first.of("imported")}
    again = sort(VOLUNTEERS, already=refs)
    assert again.of("imported") == ()
    assert {r.line: r.of_ref for r in again.of("duplicate") if r.of_ref} == refs


def test_s9_people_of_the_file_are_known_again_without_the_file():
    first = sort(VOLUNTEERS)
    known = [
        Known(r.person.name, r.person.born_on, r.person.email, r.person.phone, f"V-{r.line}")
        for r in first.of("imported")
    ]
    assert sort(VOLUNTEERS, known=known).of("imported") == ()


# -- decisions -----------------------------------------------------------------------------------------------------


def test_s9_corrected_value_is_read_again():
    fixed = sort(VOLUNTEERS, decisions={13: Decision(fixes={"born_on": "28/02/1990"})})
    assert row(fixed, 13).outcome == "imported"
    assert row(fixed, 13).person.born_on == dt.date(1990, 2, 28)
    wrong = sort(VOLUNTEERS, decisions={13: Decision(fixes={"born_on": "30/02/1990"})})
    assert "30/02/1990" in row(wrong, 13).problems[0].sentence


def test_s9_skipped_line_stays_accounted_for():
    reading = sort(VOLUNTEERS, decisions={9: Decision("skip")})
    assert [r.line for r in reading.of("skipped")] == [9]
    assert len(reading.rows) == 72


def test_s9_line_let_in_as_it_is_leaves_out_what_was_wrong_and_keeps_its_words():
    passed = row(sort(VOLUNTEERS, decisions={9: Decision("anyway")}), 9)
    assert (passed.outcome, passed.person.email) == ("imported", "")
    assert ("E-mail", "not an email") in passed.person.kept
    assert any(note.startswith("Let in although") for note in passed.notes)


def test_s9_shared_email_is_left_out_when_let_in():
    passed = row(sort(VOLUNTEERS, decisions={31: Decision("anyway")}), 31)
    assert (passed.outcome, passed.person.email) == ("imported", "")
    assert ("E-mail", "leanne.mensah@example.org") in passed.person.kept


@pytest.mark.parametrize(("line", "why"), [(38, "a child of seven"), (18, "the same person twice")])
def test_s9_what_must_not_pass_cannot_be_let_in(line, why):
    read = row(sort(VOLUNTEERS, decisions={line: Decision("anyway")}), line)
    assert read.outcome != "imported", why
    assert not read.may_pass


# -- files that are no such list -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"  \r\n ", "empty"),
        (b"\xd0\xcf\x11\xe0rest", "old Excel"),
        (b"PK\x03\x04 not really", "cannot be read"),
        (b"a\x00b,c", "not a spreadsheet"),
        (b"just,words\nand,more\n", "No heading row"),
        (b"Name,DOB\n", "nobody on this list"),
        (b"Name,DOB\n" + b"x" * 11_000 + b",1\n", "longer than"),
        (b"Name,DOB\n" + b"Ann,1\n" * 20_001, "more than 20,000 rows"),
        (YOUNG_PEOPLE, "a list of young people, not of volunteers"),
    ],
)
def test_s9_file_that_cannot_be_read_says_why_in_one_sentence(data, said):
    with pytest.raises(SheetError, match=said):
        read_sheet(data, "volunteers")


def test_s9_workbook_that_unpacks_to_far_more_is_refused():
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (81 * 1024 * 1024))
    with pytest.raises(SheetError, match="too large once unpacked"):
        read_sheet(out.getvalue(), "volunteers")


def test_s9_workbook_with_entities_is_refused():
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    with pytest.raises(SheetError, match="no spreadsheet needs"):
        read_sheet(out.getvalue(), "volunteers")


# -- anything at all -----------------------------------------------------------------------------------------------

CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "Ann Reid",
            "Reid, Ann",
            "Jade",
            "=1+1",
            "31/02/1990",
            "1/2/90",
            "17",
            "a@example.org",
            "07700 900001",
            "lots",
        ]
    ),
)
GRID = st.lists(st.lists(CELLS, min_size=1, max_size=6), max_size=12)


def in_one_place(data, kind):
    try:
        sheet = read_sheet(data, kind)
    except SheetError as error:
        assert str(error).endswith(".")
        return
    reading = sort_rows(sheet, today=TODAY)
    assert sorted(r.line for r in reading.rows) == sorted({line.number for line in sheet.lines})
    parts = [len(reading.of(outcome)) for outcome in ("imported", "attention", "duplicate")]
    assert sum(parts) == len(reading.rows)
    assert all(r.problems for r in reading.of("attention"))
    assert all(r.person.name and not r.problems for r in reading.of("imported"))
    by_line = {r.line: r for r in reading.rows}
    assert all(by_line[r.of_line].outcome != "duplicate" for r in reading.of("duplicate"))


@given(st.binary(max_size=400), st.sampled_from(KINDS))
@example(b"PK\x05\x06" + b"\x00" * 18, "volunteers")
@example(b'Name,DOB\n"Ann', "volunteers")
@example(b"\xff\xfeN", "volunteers")
def test_any_bytes_read_or_are_refused_in_a_sentence(data, kind):
    in_one_place(data, kind)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(GRID, st.sampled_from(KINDS), st.sampled_from(",;\t"))
def test_any_rows_under_real_headings_are_each_in_one_place(grid, kind, delimiter):
    import csv

    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerows([["Name", "DOB", "Email", "Phone", "Area", "Odd"], *grid])
    in_one_place(out.getvalue().encode("utf-8", "replace"), kind)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 6000), st.binary(min_size=1, max_size=8))
def test_any_damage_to_a_workbook_is_read_or_refused(place, damage):
    data = as_workbook(b"Name,DOB\nAnn Reid,1/2/1990\n", "utf-8")
    place = place % len(data)
    in_one_place(data[:place] + damage + data[place + len(damage) :], "volunteers")
