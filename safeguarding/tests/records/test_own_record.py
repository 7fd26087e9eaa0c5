"""My record, as a page, as PDF and as data (issue 5)."""

import io
import json
import time
import zipfile
from urllib.parse import urlencode

import pytest
import time_machine
from django.urls import reverse
from pypdf import PdfReader

from mentoring.audit.models import AuditEntry
from mentoring.tests.reading_age import reading_age_of_page
from schemes.people.actions import young_person_edit
from schemes.young_people.diary.actions import diary_write

READ, PAPER, DATA = (f"safeguarding:record_mine_{name}" for name in ("read", "print", "data"))


def shown_again(client):
    """They type their password again just now."""
    client.post(reverse("account_reauthenticate"), {"password": "seventeen steps", "next": "/"})
    return client


@pytest.fixture
def jay(cast):
    """With something that only they wrote, and only for themselves."""
    changes = {"about_me": "I cook = for six", "contact_notes": "Never ring before ten"}
    young_person_edit(young_person=cast.young_person, changes=changes, by=cast.coordinator)
    diary_write(words="I sing in the bath", by=cast.mentee)
    return cast.client(cast.mentee)


@pytest.mark.parametrize("name", [READ, PAPER, DATA])
def test_it_opens_to_whoever_types_their_password_again_and_for_five_minutes(cast, jay, name):
    asked = jay.get(reverse(name))
    assert asked.url == f"{reverse('account_reauthenticate')}?{urlencode({'next': reverse(name)})}"
    client = shown_again(jay)
    assert client.get(reverse(name)).status_code == 200
    with time_machine.travel(time.time() + 5 * 60 + 5):
        assert client.get(reverse(name)).status_code == 302


def test_the_password_leads_on_to_the_page(cast, jay):
    said = {"password": "seventeen steps", "next": reverse(READ)}
    assert jay.post(reverse("account_reauthenticate"), said).url == reverse(READ)
    assert "I cook = for six" in jay.get(reverse(READ)).content.decode()


def test_the_page_before_it_shows_nothing_of_it_in_words_everybody_reads(cast, jay):
    page = jay.get(reverse("safeguarding:record_mine")).content.decode()
    assert "I cook" not in page
    assert "Jay Holt" not in page.partition("<main")[2]
    assert reading_age_of_page(page) <= 9


def test_the_paper_can_be_read_and_its_name_and_title_say_nothing(cast, jay):
    answer = shown_again(jay).get(reverse(PAPER))
    paper = PdfReader(io.BytesIO(answer.content))
    words = " ".join(page.extract_text() for page in paper.pages)
    assert "I cook = for six" in words
    assert "I sing in the bath" in words
    assert paper.metadata.title == "My record"
    assert "jay" not in answer.headers["Content-Disposition"].lower()


def test_the_data_hold_all_of_it_with_a_text_that_says_what_is_in_it(cast, jay):
    answer = shown_again(jay).get(reverse(DATA))
    with zipfile.ZipFile(io.BytesIO(answer.content)) as folder:
        files = {name: folder.read(name).decode() for name in folder.namelist()}
    record = json.loads(files["record.json"])
    facts = {fact["name"]: fact for part in record["parts"] for one in part["records"] for fact in one["facts"]}
    assert facts["About getting in touch with you"]["data"] == "Never ring before ten"
    assert "I sing in the bath" in files["record.json"]
    assert "Keep it somewhere that only you can open." in files["README.txt"]
    assert {part["sort"] for part in record["parts"]} == {"own"}


@pytest.mark.parametrize(("name", "kind"), [(PAPER, "pdf"), (DATA, "data")])
def test_a_copy_stands_in_the_trail_before_it_goes(cast, jay, name, kind):
    shown_again(jay).get(reverse(name))
    line = AuditEntry.objects.filter(verb="record.exported").latest("place")
    assert (line.by_key, line.details) == (str(cast.mentee.pk), {"as": kind})
    assert "I sing" not in str(line.__dict__)


def test_nobody_reads_anybody_elses(cast, jay):
    for person in ("coordinator", "lead", "manager", "mentor", "outsider", "site_admin"):
        page = shown_again(cast.client(getattr(cast, person))).get(reverse(READ)).content.decode()
        assert "I cook = for six" not in page
        assert "I sing in the bath" not in page
