"""What young people and mentors read is in the language files, also where Python says it: every page of theirs is
opened, every form on it is sent empty, as it stands and full of nonsense, and what comes back is read."""

import pytest
from django.db import transaction
from django.urls import reverse

from mentoring.tests.access_kit import table, url_of
from mentoring.tests.page_forms import TYPED, PageForm, forms_of
from mentoring.tests.spoken import kept_words, listed_words, mark_what_is_translated, unmarked, without_kept

pytestmark = pytest.mark.django_db
NONSENSE = "Quartzwren"
#: The same in every language: the product, and languages, which are named in themselves.
FIXED = ("Alongside", "Cymraeg", "English")
#: A trainer's questions and their answers, which are kept as one text.
WRITTEN_BY_PEOPLE = ("schemes:my_study",)
#: Pages that say more outside gettext than a list can hold: verbs and things put together, a form made of columns.
NOT_YET_PAGES = ("safeguarding:who_looked_mine", "matching:agreement_draft_mine")
LEFT_OUT = (*WRITTEN_BY_PEOPLE, *NOT_YET_PAGES)


def portal_rows() -> list[tuple[str, object]]:
    return [(name, row) for name, row in sorted(table().items()) if row.kind in ("portal", "signed-in")]


def sendings(form: PageForm) -> list[dict]:
    """What a form is sent with: nothing, and what stands in it with nonsense wherever something can be typed."""
    stands = {name: field.written or (field.offered or [""])[-1] for name, field in form.fields.items()}
    typed = {name: NONSENSE for name, field in form.fields.items() if field.kind in TYPED and not field.written}
    return [{}, stands | typed]


def is_read(response) -> bool:
    return response.status_code < 500 and response.headers.get("Content-Type", "").startswith("text/html")


class Round:
    """One person's way through their pages: what each said outside gettext, by the name of its address."""

    def __init__(self, world, person):
        self.client, self.said, self.sent = world.client(getattr(world, person)), {}, set()

    def undone(self, ask):
        """Ask for something, read what comes of it, and leave everything as it was."""
        cookies = self.client.cookies.copy()
        with transaction.atomic():
            response = ask()
            transaction.set_rollback(True)
        self.client.cookies = cookies
        return response

    def read(self, name, response) -> None:
        if is_read(response):
            self.said.setdefault(name, []).extend(unmarked(response.content.decode()))

    def send(self, name, url, data) -> None:
        response = self.undone(lambda: self.client.post(url, data, follow=True))
        self.read(name, response)

    def open(self, name, url) -> None:
        response = self.undone(lambda: self.client.get(url))
        self.read(name, response)
        if response.status_code != 200 or not is_read(response):
            return
        for form in forms_of(response.content.decode(), url):
            if form.method == "post" and form.path not in self.sent and form.path != reverse("account_logout"):
                self.sent.add(form.path)
                for data in sendings(form):
                    self.send(name, form.path, data)


def read_by(world, person: str, rows) -> dict[str, set[str]]:
    """Address → what somebody reads there that is neither in the language files nor anybody's own words."""
    walk = Round(world, person)
    for name, row in rows:
        if row.expected(person) == "opens":
            if row.method == "post":
                walk.send(name, url_of(name, row, world), row.data(world))
            else:
                walk.open(name, url_of(name, row, world))
    return walk.said


def bare(world, person: str, rows) -> set[str]:
    kept, own = sorted({*kept_words(), NONSENSE, *FIXED}, key=len, reverse=True), listed_words()
    said = read_by(world, person, rows)
    pieces = {piece for name, said_there in said.items() if name not in LEFT_OUT for piece in said_there}
    return {left for piece in pieces if set(piece.split(", ")) - own and (left := without_kept(piece, kept))}


def test_what_a_young_person_reads_is_in_the_language_files(world, monkeypatch):
    mark_what_is_translated(monkeypatch)
    found = bare(world, "mentee", portal_rows())
    assert found == set(), "give these to gettext"


def test_what_a_mentor_reads_is_in_the_language_files(world, monkeypatch):
    """The peer mentor reads on where this mentor has nothing: who is asked, who stands in, whose match ends."""
    mark_what_is_translated(monkeypatch)
    rest = [(name, row) for name, row in portal_rows() if row.kind == "portal" and "mentor" not in row.opens_to]
    found = bare(world, "mentor", portal_rows()) | bare(world, "peer", rest)
    assert found == set(), "give these to gettext"
