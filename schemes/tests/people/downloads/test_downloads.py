"""Lists that leave as files: asked why, only what one may see, days as days, nothing that runs (S9, S10)."""

import io
from datetime import date

import openpyxl
import pytest
from django.urls import reverse

from mentoring.audit.models import AuditEntry
from mentoring.web.sheets_out import Careful, safe_cell, xlsx_bytes
from schemes.people.actions import volunteer_edit, young_person_edit

EXCEL = {"why": "meeting", "file_kind": "xlsx"}
VOLUNTEERS = "/schemes/sheffield/people/volunteers/download/"
YOUNG_PEOPLE = "/schemes/sheffield/people/young-people/download/"


def opened(response):
    """The rows of an Excel file, as cells."""
    return list(openpyxl.load_workbook(io.BytesIO(response.content)).active.iter_rows())


def column(rows, heading) -> list:
    place = [cell.value for cell in rows[0]].index(heading)
    return [row[place].value for row in rows[1:]]


def test_a_list_leaves_only_after_it_was_said_what_for(cast):
    client = cast.client(cast.coordinator, fresh=True)
    assert "What is it for?" in client.get(VOLUNTEERS).content.decode()
    assert client.post(VOLUNTEERS, {"file_kind": "xlsx"}).status_code == 422
    assert not AuditEntry.objects.filter(verb="volunteer.downloaded").exists()


def test_days_are_days_and_numbers_are_numbers_in_excel(cast):
    rows = opened(cast.client(cast.coordinator, fresh=True).post(VOLUNTEERS + "?q=Zofia", EXCEL))
    assert column(rows, "Date of birth")[0].date() == date(1985, 4, 2)
    assert column(rows, "How many young people") == [1]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_no_cell_of_an_excel_file_runs(cast, start):
    volunteer_edit(volunteer=cast.volunteer, changes={"name": f"{start}2+5"}, by=cast.coordinator)
    rows = opened(cast.client(cast.coordinator, fresh=True).post(VOLUNTEERS, EXCEL))
    cell = next(cell for row in rows for cell in row if str(cell.value).endswith("2+5"))
    assert cell.data_type == "s"


def test_what_excel_cannot_hold_is_left_out_and_the_rest_kept():
    rows = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(["A"], [["a\x00b\x0bc"], ["x" * 40_000]]))).active
    assert rows["A2"].value == "abc"
    assert len(rows["A3"].value) == 32_000


def test_columns_go_by_role(cast):
    """A lead reads people and edits none: no birth dates for them."""
    headings = [
        [cell.value for cell in opened(cast.client(who, fresh=True).post(VOLUNTEERS, EXCEL))[0]]
        for who in (cast.coordinator, cast.lead)
    ]
    assert "Date of birth" in headings[0]
    assert "Date of birth" not in headings[1]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "mentee@cast.example"),
        ({"contact_seen_by": "My carer"}, "CAREFUL (somebody else sees it): mentee@cast.example"),
        ({"contact_notes": "Not on Sundays"}, "CAREFUL (read the note on their record): mentee@cast.example"),
        ({"contact_how": "text"}, "CAREFUL (asked for another way): mentee@cast.example"),
    ],
)
def test_what_is_not_safe_to_use_says_so_in_its_own_cell(cast, changes, said):
    young_person_edit(young_person=cast.young_person, changes=changes, by=cast.coordinator)
    rows = opened(cast.client(cast.coordinator, fresh=True).post(YOUNG_PEOPLE, EXCEL))
    assert column(rows, "E-mail") == [said]


def test_careful_is_said_in_csv_too_and_no_address_can_be_copied_out_of_it_unread():
    assert safe_cell(Careful("jay@x.example", "somebody else sees it")).startswith("CAREFUL")


@pytest.mark.parametrize("name", ["safeguarding:check_download", "schemes:training_download"])
def test_checks_and_training_leave_the_same_way(world, name):
    client = world.client(world.coordinator, fresh=True)
    address = reverse(name, args=[world.scheme.slug]) + ("?show=all" if "check" in name else "")
    rows = opened(client.post(address, EXCEL))
    page = client.get(address).context["sheet"]
    assert len(rows) == page.number + 1 > 1
    assert AuditEntry.objects.filter(verb__endswith=".downloaded", details__why="meeting").count() == 1


def test_a_supervisor_takes_the_training_of_own_mentors_only(world):
    client = world.client(world.supervisor, fresh=True)
    names = column(opened(client.post("/schemes/sheffield/training/download/", EXCEL)), "Name")
    assert set(names) <= {"Zofia Nowak", "Kofi Boateng", "Rae Moss"}


def test_the_number_of_a_certificate_is_for_those_who_write_checks(world):
    rows = {
        who: [
            cell.value
            for cell in opened(world.client(who, fresh=True).post("/schemes/sheffield/checks/download/", EXCEL))[0]
        ]
        for who in (world.coordinator, world.lead)
    }
    assert "Number" in rows[world.coordinator]
    assert "Number" not in rows[world.lead]
