"""S9, S10: a co-ordinator's real spreadsheet comes in as it is; every row is accounted for exactly once.

The two files were read line by line by a person; the counts and lines below are what that person found.
"""

import csv
import datetime as dt
import io
import zipfile

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from schemes.recruitment.sheet_columns import KINDS
from schemes.recruitment.sheet_files import SheetError
from schemes.recruitment.sheet_sorting import sort_rows
from schemes.recruitment.sheets import read_sheet
from schemes.tests.recruitment.sheet_cases import TODAY, VOLUNTEERS, YOUNG_PEOPLE, as_workbook, attention, row, sort

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
    assert person.availability == ("Wed eve",)
    assert ("DBS no", "005196953412") in person.kept
    assert ("Notes", "prefers 18+") in person.kept


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


@pytest.mark.parametrize("with_dates", [False, True])
@pytest.mark.parametrize(
    ("data", "encoding", "kind"),
    [(VOLUNTEERS, "cp1252", "volunteers"), (YOUNG_PEOPLE, "utf-8-sig", "young-people")],
)
def test_s9_workbook_reads_as_the_csv_does(data, encoding, kind, with_dates):
    one, other = sort(data, kind), sort(as_workbook(data, encoding, with_dates), kind)
    assert [(r.line, r.outcome, r.of_line) for r in other.rows] == [(r.line, r.outcome, r.of_line) for r in one.rows]
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
        "Volunteer first name,Volunteer surname,DOB / age,Mobile or landline",
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
    assert row(reading, 2).person.kept == (("Notes", "drives and swims"),)


def test_s9_total_that_differs_from_the_rows_is_told():
    reading = sort("Name,DOB\nTheo Holt,1/2/1990\nTotal:,3\n")
    assert len(reading.rows) == 1
    assert any("says 3; 1 rows have" in note for note in reading.notes)


def test_s9_somebody_elses_contact_is_not_taken_for_the_persons_own():
    reading = sort("Name,DOB,Referee's e-mail,Emergency phone\nTheo Holt,1/2/1990,x@example.org,07700 900001\n")
    person = row(reading, 2).person
    assert (person.email, person.phone) == ("", "")
    assert person.kept == (("Referee's e-mail", "x@example.org"), ("Emergency phone", "07700 900001"))


@pytest.mark.parametrize(
    "total", ["TOTAL,2", "Total volunteers: 2,", "Grand total,=SUM(B2:B3)", "Count,2", "No. of people,2"]
)
def test_s9_total_rows_are_nobody(total):
    assert len(sort(f"Name,DOB\nTheo Holt,1/2/1990\nOrla Reid,1/3/1990\n{total}\n").rows) == 2


def test_s9_rows_swallowed_by_an_open_quotation_mark_are_not_taken_for_one_person():
    text = 'Name,DOB,Phone,Notes\nTheo Holt,1/2/1990,,"can drive\nOrla Reid,2/2/1990,,\nRavi Ali,3/3/1990,,"\n'
    assert attention(sort(text)) == {2: ["run-on"]}


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
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (81 * 1024 * 1024))
    with pytest.raises(SheetError, match="too large once unpacked"):
        read_sheet(out.getvalue(), "volunteers")


def test_s9_workbook_of_very_many_parts_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(501):
            archive.writestr(f"xl/part{number}.xml", b"<a/>")
    with pytest.raises(SheetError, match="too large once unpacked"):
        read_sheet(out.getvalue(), "volunteers")


def test_s9_workbook_with_entities_is_refused():
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
