"""Lists leave only with whoever shows again that it is them, and say who took them (issue "Safeguarding and privacy",
security rows 4 and 23)."""

import io
from datetime import timedelta

import openpyxl
import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from mentoring.audit.models import AuditEntry
from mentoring.tests.access_kit import MEMBERS, table, url_of
from mentoring.web.marks import reference_made, reference_read
from schemes.people.models import Membership

#: Counts of a period in which small numbers are hidden; nobody is on them.
FIGURES = {"evaluation:evaluation_download", "evaluation:report_download"}
LISTS = sorted(name for name in table() if name.endswith("_download") and name not in FIGURES)
EXCEL = {"why": "meeting", "file_kind": "xlsx"}
PASSWORD = {"password": "seventeen steps"}
AGAIN = "account_reauthenticate"


def taker(name: str) -> str:
    return next(person for person in MEMBERS if person in table()[name].opens_to)


def taken():
    """What the trail has of lists that left; the world brings some."""
    return AuditEntry.objects.filter(verb__endswith=".downloaded")


def is_file(answer) -> bool:
    return "attachment" in answer.headers.get("Content-Disposition", "")


def test_each_list_of_the_house_is_among_them():
    assert len(LISTS) >= 5


@pytest.mark.parametrize("name", LISTS)
class TestEachList:
    def test_it_asks_for_the_password_before_it_leaves(self, world, name):
        url, client = url_of(name, table()[name], world), world.client(getattr(world, taker(name)))
        before = set(taken())
        for answer in (client.get(url), client.post(url, EXCEL)):
            assert answer.status_code == 302 and answer.url.startswith(reverse(AGAIN))
        assert set(taken()) == before

    def test_the_reference_in_the_file_is_the_one_in_the_trail(self, world, name):
        person = getattr(world, taker(name))
        before = list(taken().values_list("pk", flat=True))
        answer = world.client(person, fresh=True).post(url_of(name, table()[name], world), EXCEL)
        entry = taken().exclude(pk__in=before).get()
        book = openpyxl.load_workbook(io.BytesIO(answer.content))
        told = book["Who took this"]["A1"].value
        assert entry.by_key == str(person.pk)
        for words in (person.name, "A meeting or a panel", f"{timezone.localtime():%d/%m/%Y}", entry.details["ref"]):
            assert words in told and words in book.active.oddFooter.left.text
        assert entry.details["ref"] in answer.headers["Content-Disposition"]
        assert book.properties.identifier == entry.details["ref"]

    def test_a_right_taken_away_between_asking_and_taking_takes_the_file_away(self, world, name):
        person, url = getattr(world, taker(name)), url_of(name, table()[name], world)
        client = world.client(person, fresh=True)
        assert client.get(url).status_code == 200
        Membership.objects.filter(user=person, scheme=world.scheme).update(ended_at=timezone.now())
        assert client.post(url, EXCEL).status_code == 404

    def test_strangers_find_nothing(self, world, name):
        client = world.client(world.outsider, fresh=True)
        assert client.post(url_of(name, table()[name], world), EXCEL).status_code == 404


def test_the_password_counts_for_five_minutes(cast):
    client, url = cast.client(cast.coordinator), "/schemes/sheffield/people/volunteers/download/"
    client.post(reverse(AGAIN), {**PASSWORD, "next": url})
    assert is_file(client.post(url, EXCEL))
    with time_machine.travel(timezone.now() + timedelta(minutes=5, seconds=1)):
        assert client.post(url, EXCEL).url.startswith(reverse(AGAIN))
        assert is_file(client.post(reverse(AGAIN), {**PASSWORD, "next": url})), "what was chosen is not asked again"


def test_in_a_csv_the_name_of_the_file_has_the_reference_and_no_line_more_is_in_it(cast):
    client = cast.client(cast.coordinator, fresh=True)
    answer = client.post("/schemes/sheffield/people/volunteers/download/", {**EXCEL, "file_kind": "csv"})
    lines = b"".join(answer.streaming_content).decode().splitlines()
    entry = AuditEntry.objects.get(verb="volunteer.downloaded")
    assert len(lines) == entry.details["n"] + 1
    assert answer.headers["Content-Disposition"].endswith(f'volunteers-{entry.details["ref"]}.csv"')


def test_a_manager_finds_by_the_reference_who_took_a_file(cast):
    for _ in range(2):
        client = cast.client(cast.coordinator, fresh=True)
        client.post("/schemes/sheffield/people/volunteers/download/", EXCEL)
    ref = AuditEntry.objects.filter(verb="volunteer.downloaded").first().details["ref"]
    typed = ref.upper().replace("-", " ")
    trail = reverse("safeguarding:trail_list", args=["sheffield"])
    lines = cast.client(cast.manager).get(trail, {"reference": typed}).context["lines"]
    assert [line["who"] for line in lines] == ["Dee Parker"]
    assert "took a copy" in lines[0]["what"]
    assert cast.client(cast.manager).get(trail, {"reference": reference_made()}).context["lines"] == []
    assert "eight letters" in cast.client(cast.manager).get(trail, {"reference": "k7m"}).content.decode()


@pytest.mark.parametrize("typed", ["k7m2-pq4x", " K7M2 PQ4X ", "k7m2pq4x", "K7M2–PQ4X"])
def test_a_reference_is_read_however_it_was_typed(typed):
    assert reference_read(typed) == "k7m2-pq4x"
