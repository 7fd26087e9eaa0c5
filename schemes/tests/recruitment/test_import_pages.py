"""S9, S10: a co-ordinator uploads a list, looks through it, puts right or leaves out, and brings people in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentoring.audit.models import AuditEntry
from schemes.people.models import Volunteer, YoungPerson
from schemes.recruitment.importing import actions
from schemes.recruitment.models import ImportBatch
from schemes.tests.recruitment.sheet_cases import TODAY, VOLUNTEERS, YOUNG_PEOPLE

SMALL = b"Name,DOB,Email\nAnn Reid,1/2/1980,ann@example.org\nBob Ali,31/2/1980,bob@example.org\n"


@pytest.fixture
def pages(cast):
    return Pages(cast)


class Pages:
    """The co-ordinator's browser on the pages of one list."""

    def __init__(self, cast):
        self.scheme = cast.scheme
        self.browser = cast.client(cast.coordinator)
        self.batch = None

    def address(self, name):
        kwargs = {"scheme": self.scheme.slug} | ({"batch": self.batch.pk} if self.batch else {})
        return reverse(f"schemes:import_{name}", kwargs=kwargs)

    def upload(self, data, kind="volunteers", name="list.csv"):
        self.batch = None
        sent = {"kind": kind, "file": SimpleUploadedFile(name, data)}
        answer = self.browser.post(self.address("upload"), sent)
        self.batch = ImportBatch.objects.order_by("-created_at").first()
        return answer

    def show(self, **where):
        return self.browser.get(self.address("show"), where).content.decode()

    def decide(self, **said):
        return self.browser.post(self.address("line_decide"), said, follow=True).content.decode()

    def apply(self):
        return self.browser.post(self.address("apply"), follow=True).content.decode()


def test_s9_upload_leads_to_every_problem_by_line(pages):
    answer = pages.upload(VOLUNTEERS)
    assert answer.status_code == 302
    shown = pages.show()
    assert "72 rows with somebody on them, 3 blank" in shown
    assert "Bring in 64 volunteers" in shown
    for line, words in ((13, "31/02/1990"), (9, "not an email"), (53, "lots"), (38, "would make this person 7")):
        assert f"Line {line}</span>" in shown
        assert words in shown


def test_s9_nothing_comes_in_until_it_is_said(pages):
    before = Volunteer.objects.count()
    pages.upload(VOLUNTEERS)
    pages.show()
    assert Volunteer.objects.count() == before


def test_s9_heaps_can_be_looked_at_one_by_one(pages):
    pages.upload(VOLUNTEERS)
    assert "Theo Campbell" in pages.show(show="ready")
    assert "Theo Campbell" not in pages.show(show="attention")
    assert "Same as line 7" in pages.show(show="duplicates")
    assert "Niamh Holt" not in pages.show(show="ready")
    assert "Niamh Holt" in pages.show(show="ready", page="2")


def test_s9_corrected_value_makes_the_line_ready_and_comes_in(pages):
    pages.upload(VOLUNTEERS)
    assert "still needs you" in pages.decide(line=13, choice="check", born_on="30/02/1990")
    assert "value=&quot;30/02/1990&quot;" in pages.show() or 'value="30/02/1990"' in pages.show()
    assert "Line 13 (Marcus Garcia) is ready" in pages.decide(line=13, choice="check", born_on="28 Feb 1990")
    assert "65 volunteers came in." in pages.apply()
    assert str(Volunteer.objects.get(name="Marcus Garcia").born_on) == "1990-02-28"


def test_s9_line_left_out_can_be_taken_back(pages):
    pages.upload(VOLUNTEERS)
    assert "Line 4 is left out" in pages.decide(line=4, choice="skip")
    assert "Bring in 63 volunteers" in pages.show()
    pages.decide(line=4, choice="undo")
    assert "Bring in 64 volunteers" in pages.show()


def test_s9_line_let_in_without_its_wrong_value(pages):
    pages.upload(VOLUNTEERS)
    pages.decide(line=9, choice="anyway")
    pages.apply()
    hassan = Volunteer.objects.get(name="Hassan Walsh")
    assert (hassan.email, hassan.sheet_notes["E-mail"]) == ("", "not an email")


def test_s9_child_of_seven_cannot_be_let_in(pages):
    pages.upload(VOLUNTEERS)
    pages.decide(line=38, choice="anyway")
    pages.apply()
    assert not Volunteer.objects.filter(name="Shanice Campbell").exists()


def test_s9_same_list_twice_adds_nobody(pages):
    pages.upload(VOLUNTEERS)
    pages.apply()
    count = Volunteer.objects.count()
    assert "Nobody new came in" in pages.apply()
    pages.upload(VOLUNTEERS)
    assert "Nobody is ready to come in" in pages.show()
    pages.apply()
    assert Volunteer.objects.count() == count


def test_s9_line_put_right_after_the_others_came_in_joins_them(pages):
    pages.upload(VOLUNTEERS)
    pages.apply()
    pages.decide(line=53, choice="check", capacity="2")
    assert "1 volunteer came in." in pages.apply()
    assert Volunteer.objects.get(name="Ravi Kaur").capacity == 2


def test_s9_copy_of_the_file_goes_when_nothing_is_left_to_do(pages):
    pages.upload(SMALL)
    pages.apply()
    assert ImportBatch.objects.get().content
    pages.decide(line=3, choice="skip")
    assert "This list is finished" in pages.apply()
    assert (ImportBatch.objects.get().content, ImportBatch.objects.get().decisions) == ("", {})


def test_s9_file_let_go_of_is_gone_and_people_stay(pages):
    pages.upload(SMALL)
    pages.apply()
    pages.browser.post(pages.address("discard"))
    assert ImportBatch.objects.get().content == ""
    assert Volunteer.objects.filter(name="Ann Reid").exists()


def test_s10_young_people_come_in_as_referred(pages):
    pages.upload(YOUNG_PEOPLE, "young-people")
    assert "Bring in 53 young people" in pages.show()
    assert "53 young people came in." in pages.apply()
    assert YoungPerson.objects.filter(state="referred", referrals__young_person_agreed=False).count() >= 53


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The file is empty."),
        (b"nothing,here\n1,2\n", "No heading row was found."),
        (YOUNG_PEOPLE, "a list of young people, not of volunteers"),
        (b"PK\x03\x04rest", "cannot be read"),
        (b"Name,DOB\n" + b"Ann Reid,1/2/1980\n" * 2_001, "The list has 2,001 rows. Split it"),
    ],
)
def test_s9_file_that_is_no_list_is_explained_beside_the_field(pages, data, said):
    answer = pages.upload(data)
    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert not ImportBatch.objects.exists()


def test_s9_unfinished_list_waits_on_the_upload_page(pages):
    pages.upload(SMALL, name="spring list.csv")
    pages.batch = None
    assert "spring list.csv" in pages.browser.get(pages.address("upload")).content.decode()


def test_s9_uploaded_rows_are_unreadable_in_the_database(pages, cast):
    pages.upload(SMALL)
    pages.decide(line=3, choice="check", email="secret@example.org")
    with connection.cursor() as cursor:
        cursor.execute("select content, decisions from schemes_importbatch")
        stored = str(cursor.fetchall())
    assert "secret@example.org" not in stored
    assert "enc1:" in stored


def test_s9_list_of_another_scheme_is_not_there(pages, cast):
    pages.upload(SMALL)
    other = cast.client(cast.outsider)
    address = reverse("schemes:import_show", kwargs={"scheme": cast.other_scheme.slug, "batch": pages.batch.pk})
    assert other.get(address).status_code == 404
    assert other.post(f"{address}apply/").status_code == 404


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    said=st.dictionaries(
        st.sampled_from(["line", "choice", "born_on", "email", "name", "capacity", "odd"]), st.text(max_size=40)
    ),
    where=st.dictionaries(st.sampled_from(["show", "page"]), st.text(max_size=12)),
)
def test_any_words_in_any_box_get_an_answer(pages, said, where):
    if pages.batch is None:
        pages.upload(SMALL)
    assert pages.browser.get(pages.address("show"), where).status_code == 200
    assert pages.browser.post(pages.address("line_decide"), said).status_code == 302
    assert pages.browser.get(pages.address("show")).status_code == 200


def test_s9_audit_tells_upload_and_apply(pages, cast):
    pages.upload(SMALL)
    actions.import_apply(batch=pages.batch, today=TODAY, by=cast.coordinator)
    verbs = list(AuditEntry.objects.filter(verb__startswith="import.").values_list("verb", flat=True))
    assert sorted(verbs) == ["import.applied", "import.uploaded"]


def test_s9_page_asks_the_database_no_more_for_a_long_list(pages):
    def queries(rows):
        names = ("".join("abcdefghij"[int(figure)] for figure in f"{n:03}").title() for n in rows)
        lines = [f"{name} Reid,1/2/1980" for name in names]
        pages.upload(("Name,DOB\n" + "\n".join(lines) + "\n").encode())
        with CaptureQueriesContext(connection) as asked:
            pages.show()
        return len(asked)

    assert queries(range(10)) == queries(range(1000))
