"""The long lists: filters in the address, counts, deep pages, downloads (S9, S10; performance G11, G12)."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mentoring.audit.models import AuditEntry
from schemes.people.actions import volunteer_add, volunteer_edit
from schemes.people.models import Volunteer

LIST = "/schemes/sheffield/people/volunteers/"


@pytest.fixture
def dee(cast):
    return cast.client(cast.coordinator, fresh=True)


def add(world, number, **fields):
    fields = {"name": f"Person {number}", "email": f"p{number}@cast.example", "area": "Leeds", **fields}
    return volunteer_add(scheme=world.scheme, by=world.coordinator, **fields)


def names(response):
    return [row["name"] for row in response.context["roster"].rows]


def test_filters_stay_in_the_address_and_in_every_link(cast, dee):
    add(cast, 1, area="Rotherham")
    page = dee.get(LIST + "?area=Rotherham&q=person")
    assert names(page) == ["Person 1"]
    assert "state=enquired&amp;area=Rotherham&amp;q=person" in page.content.decode()


@pytest.mark.parametrize("q", ["una", "UNA@cast", "uncleared@"])
def test_people_are_found_by_part_of_name_or_e_mail(cast, dee, q):
    assert names(dee.get(LIST, {"q": q.replace("UNA@cast", "uncleared@CAST")})) == ["Una Reid"]


def test_people_are_found_by_their_reference(cast, dee):
    assert names(dee.get(LIST, {"q": cast.volunteer.ref.lower()})) == ["Zofia Nowak"]


def test_counts_per_state_keep_to_the_other_filters(cast, dee):
    add(cast, 1, area="Rotherham")
    roster = dee.get(LIST + "?area=Rotherham&state=enquired").context["roster"]
    assert roster.states == [("enquired", "Enquired", 1)]
    assert roster.shown == 1


def test_garbage_in_the_address_shows_everybody_and_breaks_nothing(cast, dee):
    for bad in ("?state=x", "?after=x", "?before=2026-01-01_zz", "?after=2026-01-01T00:00:00_", "?area=%00"):
        assert dee.get(LIST + bad).status_code == 200, bad
    assert len(names(dee.get(LIST + "?state=nonsense&after=9999"))) == 3


def walk(client, start, way):
    """Names page by page, following "older" or "newer" to the end."""
    found, query = [], start
    while True:
        roster = client.get(LIST + "?" + query).context["roster"]
        found.append([row["name"] for row in roster.rows])
        query = getattr(roster.page, way)
        if not query:
            return found, roster


def test_every_row_stands_on_exactly_one_page_there_and_back(cast, dee, monkeypatch):
    for number in range(10):
        add(cast, number)
    monkeypatch.setattr("mentoring.web.keyset.keyset_page.__kwdefaults__", {"after": "", "before": "", "size": 4})
    ahead, last = walk(dee, "", "older")
    back, _ = walk(dee, last.page.newer, "newer")
    everybody = [name for page in ahead for name in page]
    assert [len(page) for page in ahead] == [4, 4, 4, 1]
    assert len(set(everybody)) == 13
    assert [name for page in reversed(back) for name in page] == everybody[: -len(ahead[-1])]


def queries_of(client, url):
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    asked = [query["sql"] for query in caught]
    return [sql for sql in asked if "django_session" not in sql and "mentoring_user" not in sql.split("WHERE")[0]]


def test_query_count_is_flat_from_ten_rows_to_a_thousand(cast, dee):
    """G11: at most five questions of the database beside session and user, however long the list is."""
    dee.get(LIST)
    few = len(queries_of(dee, LIST))
    Volunteer.objects.bulk_create(Volunteer(scheme=cast.scheme, name=f"Many {n}") for n in range(1000))
    many = len(queries_of(dee, LIST))
    assert few == many
    assert many <= 5


AS_CSV = {"why": "funders", "file_kind": "csv"}


def test_a_download_holds_exactly_what_the_filter_shows_and_the_trail_says_who_took_it_and_why(cast, dee):
    add(cast, 1, area="Rotherham")
    response = dee.post(LIST + "download/?area=Rotherham", AS_CSV)
    rows = list(csv.reader(io.StringIO(b"".join(response.streaming_content).decode("utf-8-sig"))))
    shown = dee.get(LIST + "?area=Rotherham").context["roster"].rows
    assert rows[0][0] == "Name"
    assert [row[0] for row in rows[1:]] == [row["name"] for row in shown] == ["Person 1"]
    entry = AuditEntry.objects.filter(verb="volunteer.downloaded").get()
    details = {"n": 1, "why": "funders", "as": "csv", "ref": entry.details["ref"]}
    assert (entry.by_key, entry.details) == (str(cast.coordinator.pk), details)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_a_download_runs_as_a_formula(cast, dee, start):
    volunteer_edit(volunteer=cast.volunteer, changes={"name": f"{start}2+5"}, by=cast.coordinator)
    text = b"".join(dee.post(LIST + "download/", AS_CSV).streaming_content).decode()
    assert f"'{start}2+5" in text


def test_a_supervisor_sees_own_mentors_only(cast):
    volunteer_edit(volunteer=cast.volunteer, changes={"supervisor": cast.supervisor}, by=cast.coordinator)
    assert names(cast.client(cast.supervisor).get(LIST)) == ["Zofia Nowak"]


def test_a_mentor_who_is_staff_elsewhere_does_not_slip_into_that_schemes_list(cast):
    """A list inside one scheme never shows rows of another, not even one's own."""
    volunteer_add(scheme=cast.other_scheme, by=cast.outsider, user=cast.coordinator, name="Dee elsewhere")
    assert "Dee elsewhere" not in names(cast.client(cast.coordinator).get(LIST))


def test_an_empty_list_says_how_to_fill_it(cast):
    page = cast.client(cast.outsider).get("/schemes/leeds/people/volunteers/").content.decode()
    assert "/schemes/leeds/people/import/" in page
    assert "/join/leeds/" in page
