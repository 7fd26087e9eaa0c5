"""S9, S10: what a person is asked about, who is one person or two, and what their decisions do."""

import datetime as dt

import pytest

from schemes.recruitment.sheet_repeats import Known
from schemes.recruitment.sheet_sorting import Decision, sort_rows
from schemes.recruitment.sheets import read_sheet
from schemes.tests.recruitment.sheet_cases import TODAY, VOLUNTEERS, attention, row, sort

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
        ({"DOB": "30 Feb 1990"}, "birth-date"),
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
    reading = sort(PEOPLE + "Marcus,10/10/2011,a@example.org,\nMarcus,10/10/2011,b@example.org,\n", "young-people")
    assert len(reading.of("imported")) == 2


def test_s10_first_name_and_whole_name_with_one_phone_are_one_person():
    reading = sort(PEOPLE + "Jade Rahman,8/7/2004,,07700 900268\nJade,8/7/2004,,07700900268\n", "young-people")
    assert row(reading, 3).of_line == 2


def test_s9_title_makes_no_other_person():
    reading = sort(PEOPLE + "Dr Kofi Reid,3/3/1987,,\nKofi Reid,3/3/1987,,\n")
    assert row(reading, 3).of_line == 2


def test_s9_names_a_slip_apart_with_one_birth_date_are_asked_about():
    reading = sort(PEOPLE + "Sian Marsh,3/3/1987,,\nSiân Marsch,3/3/1987,,\nAnn Ali,3/3/1987,,\n")
    assert attention(reading) == {3: ["maybe-same"]}


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
    assert attention(sort(PEOPLE + "Ann Reid,3/3/1987,ann@example.org,\n", known=known)) == {2: ["shared-email"]}


def test_s9_file_that_came_in_before_adds_nobody():
    first = sort(VOLUNTEERS)
    refs = {r.line: f"V-{r.line:04}" for r in first.of("imported")}
    again = sort(VOLUNTEERS, already=refs)
    assert again.of("imported") == ()
    assert {r.line: r.of_ref for r in again.of("duplicate")} == refs | {18: refs[7]}


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


@pytest.mark.parametrize(
    "written",
    [
        *(
            "19/03/1994",
            "19.3.94",
            "19-03-1994",
            "1994-03-19",
            "1994/3/19",
            "19 Mar 1994",
            "19th March 94",
        ),
        *(
            "Mar 19, 1994",
            "19/3/'94",
            "Sat 19 March 1994",
            "1994-03-19 00:00:00",
            "19 03 1994",
            "19 sept 1994",
        ),
    ],
)
def test_s9_dates_as_people_write_them(written):
    month = 9 if "sept" in written else 3
    assert one(DOB=written).person.born_on == dt.date(1994, month, 19)
