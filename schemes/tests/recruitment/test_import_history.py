"""S9, S11, L10: what a list claims of checks and training comes in as rows to be confirmed; nobody arrives approved."""

import datetime as dt
from decimal import Decimal

import pytest
from django.utils import timezone

from safeguarding.vetting.models import VettingCheck
from safeguarding.vetting.queries import clearance_of
from schemes.models import TrainingClaim, Volunteer
from schemes.recruitment.importing.actions import import_apply, import_sheet_apply, import_upload
from schemes.recruitment.sheet_history import CRIMINAL_RECORD, REFERENCE, TRAINING, PastRow, read_history
from schemes.recruitment.sheets import read_sheet
from schemes.tests.recruitment.sheet_cases import DATA

TODAY = dt.date(2026, 11, 22)
SHEET = (
    b"Name,Date of birth,Email,DBS level,DBS date,DBS number,DBS expiry,Reference 1 received,Ref 2,"
    b"Training course,Training date,Training hours\n"
    b"Ann Reid,1/2/1980,ann@x.example,Enhanced,3/5/2024,001234567890,3/5/2027,1/4/2024,,Induction,9/6/2024,12\n"
    b"Bo Lund,2/3/1981,bo@x.example,applied for,3/5/2024,,,,,booked,,\n"
)


@pytest.mark.parametrize(
    ("said", "rows"),
    [
        ({}, ()),
        ({"dbs_type": "Enh"}, ()),
        ({"dbs_type": "Enh", "dbs_on": "soon"}, ()),
        ({"dbs_type": "applied for", "dbs_on": "3/5/2024"}, ()),
        ({"dbs_on": "3/5/2099"}, ()),
        ({"dbs_on": "=TODAY()"}, ()),
        ({"dbs_on": "3/5/2024"}, (PastRow(CRIMINAL_RECORD, on=dt.date(2024, 5, 3)),)),
        (
            {"dbs_type": "enhanced DBS + barred list", "dbs_on": "3/5/24", "dbs_expires": "3/5/27"},
            (
                PastRow(
                    CRIMINAL_RECORD,
                    on=dt.date(2024, 5, 3),
                    level="enhanced with barred list",
                    expires_on=dt.date(2027, 5, 3),
                ),
            ),
        ),
        ({"reference_2": "1 Apr 2024"}, (PastRow(REFERENCE, on=dt.date(2024, 4, 1)),)),
        ({"reference_1": "yes"}, ()),
        ({"training": "passed 3/9"}, (PastRow(TRAINING, course="passed 3/9"),)),
        ({"training": "no"}, ()),
        ({"training": "booked"}, ()),
        ({"training": "did not attend"}, ()),
        (
            {"training": "Induction", "training_hours": "12 hrs"},
            (PastRow(TRAINING, course="Induction", hours=Decimal(12)),),
        ),
    ],
)
def test_only_what_the_sheet_says_has_happened_becomes_a_row(said, rows):
    assert read_history(said, today=TODAY) == rows


@pytest.fixture
def brought_in(cast):
    import_sheet_apply(scheme=cast.scheme, sheet=read_sheet(SHEET, "volunteers"), today=TODAY, by=cast.coordinator)
    return Volunteer.objects.get(name="Ann Reid")


def test_checks_and_references_land_undecided(brought_in):
    checks = list(brought_in.checks.order_by("kind").values_list("kind", "level", "number", "issued_on", "decision"))
    assert checks == [
        ("criminal-record", "enhanced", "001234567890", dt.date(2024, 5, 3), ""),
        ("reference", "", "", dt.date(2024, 4, 1), ""),
    ]
    assert all(check.stands == "Came back, waits for a decision" for check in brought_in.checks.all())


def test_nobody_arrives_approved_or_cleared(brought_in):
    assert brought_in.state == "enquired"
    assert not clearance_of([brought_in], timezone.localdate())[brought_in.pk].is_clear


def test_training_lands_as_a_claim_that_counts_for_nothing(brought_in):
    from schemes.training.queries import training_standing

    claim = brought_in.training_claims.get()
    assert (claim.course, claim.done_on, claim.hours) == ("Induction", dt.date(2024, 6, 9), 12)
    assert training_standing(brought_in).hours == 0


def test_what_was_only_asked_for_leaves_no_row(brought_in):
    other = Volunteer.objects.get(name="Bo Lund")
    assert not other.checks.exists()
    assert not other.training_claims.exists()
    assert other.sheet_notes["DBS level"] == "applied for"


def test_every_word_of_it_stays_beside_the_person(brought_in):
    assert brought_in.sheet_notes["DBS expiry"] == "3/5/2027"
    assert brought_in.sheet_notes["Training hours"] == "12"


def test_the_preview_shows_it_before_anybody_comes_in_and_twice_brings_no_row_twice(cast):
    batch = import_upload(scheme=cast.scheme, kind="volunteers", file_name="list.csv", data=SHEET, by=cast.coordinator)
    page = cast.client(cast.coordinator).get(f"/schemes/sheffield/people/import/{batch.pk}/").content.decode()
    assert "To be confirmed: Enhanced check of 3 May 2024, runs out 3 May 2027; Reference of 1 April 2024" in page
    assert "Training “Induction” of 9 June 2024, 12 hours" in page
    for _ in range(2):
        import_apply(batch=batch, today=TODAY, by=cast.coordinator)
    assert VettingCheck.objects.filter(volunteer__email="ann@x.example").count() == 2
    assert TrainingClaim.objects.count() == 1


def test_the_record_shows_the_claim_until_somebody_has_looked_at_it(cast, brought_in):
    client = cast.client(cast.coordinator)
    address = f"/schemes/sheffield/people/volunteers/{brought_in.pk}/"
    assert "Training, says your list" in client.get(address).content.decode()
    client.post(f"/schemes/sheffield/people/training-claims/{brought_in.training_claims.get().pk}/settle/")
    assert "Training, says your list" not in client.get(address).content.decode()


def test_of_the_given_list_every_check_with_a_date_lands_once_and_undecided(cast):
    """72 rows as before: 64 came in; each check among them can be traced to a date in the sheet."""
    sheet = read_sheet((DATA / "volunteers.csv").read_bytes(), "volunteers")
    _, refs = import_sheet_apply(scheme=cast.scheme, sheet=sheet, today=TODAY)
    assert len(refs) == 64
    checks = VettingCheck.objects.filter(volunteer__ref__in=refs.values())
    assert checks.count() == checks.values("volunteer").distinct().count() > 40
    assert set(checks.values_list("decision", flat=True)) == {""}
