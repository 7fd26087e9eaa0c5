"""What young people and mentors read is in the language files, also where Python says it: every page of theirs is
opened, every form on it is sent empty, as it stands and full of nonsense, and what comes back is read."""

import pytest
from django.db import transaction
from django.urls import reverse

from mentoring.tests.page_forms import TYPED, PageForm, forms_of
from mentoring.tests.spoken import kept_words, listed_words, mark_what_is_translated, unmarked, without_kept
from mentoring.tests.test_access import table, url_of

pytestmark = pytest.mark.django_db
NONSENSE = "Quartzwren"
#: The same in every language: the product, and languages, which are named in themselves.
FIXED = ("Alongside", "Cymraeg", "English")
#: A trainer's questions and their answers, which are kept as one text.
WRITTEN_BY_PEOPLE = ("schemes:my_study",)
#: Pages that say more outside gettext than a list can hold: verbs and things put together, a form made of columns.
NOT_YET_PAGES = ("safeguarding:who_looked_mine", "matching:agreement_draft_mine")
#: Not given to gettext yet: how pauses, outcomes and ages are said, which staff pages read too. Only gets shorter.
NOT_YET_TO_BOTH = {
    ". Choose a day on which they meet again.",
    "Held",
    "Planned",
    "The two have a pause until #",
    "until #",
}
#: The same, on young people’s pages alone.
NOT_YET_TO_YOUNG_PEOPLE = {
    "It doesn’t matter",
    "can meet you until then.",
    "gets in touch with you every # weeks.",
    "is away from #",
}
#: The same, on mentors’ pages alone: kinds of expenses and sessions, the card before a first meeting.
NOT_YET_TO_MENTORS = {
    "A visit or appointment together",
    "A workshop",
    "A workshop · Not said",
    "Ask what a good day looks like.",
    "Ask what they would rather not be asked.",
    "Bus, train or tram",
    "Come ten minutes early, and bring nothing but time.",
    "Food and drink together",
    "Good",
    "Hard",
    "I’d rather not say",
    "Just the two of you",
    "Keep no secret that worries you: tell .",
    "Late, ill, or not sure about something? Tell .",
    "Leave the past alone. They tell of it if and when they want to.",
    "Look for a table where others can see you and nobody can listen.",
    "Miles in my car",
    "Mixed",
    "No presents, no money, no promises you cannot keep. The rest is in what you two agreed.",
    "Not said",
    "Say who you are and why you do this. Then listen more than you talk.",
    "Session",
    "Shadowing: one sees the other at work",
    "Silence is fine, and so is a short meeting.",
    "Something else",
    "Something we did",
    "Taken back",
    "The same day somebody rings.",
    "The scheme called it off",
    "Wait a quarter of an hour with , who finds out what happened. Do not take it to heart: many need a second try.",
    "With a group",
    "You are away from #",
    "You are away until #",
    "gets in touch with every # weeks.",
    "meets until then.",
    "with J.",
    "with L.",
    "£#.#, bus, train or tram",
    "£#.#, food and drink together",
}
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
    not_yet = NOT_YET_TO_BOTH | NOT_YET_TO_YOUNG_PEOPLE
    assert found - not_yet == set(), "give these to gettext"
    assert not_yet - found == set(), "done: take them off the list"


def test_what_a_mentor_reads_is_in_the_language_files(world, monkeypatch):
    """The peer mentor reads on where this mentor has nothing: who is asked, who stands in, whose match ends."""
    mark_what_is_translated(monkeypatch)
    rest = [(name, row) for name, row in portal_rows() if row.kind == "portal" and "mentor" not in row.opens_to]
    found = bare(world, "mentor", portal_rows()) | bare(world, "peer", rest)
    not_yet = NOT_YET_TO_BOTH | NOT_YET_TO_MENTORS
    assert found - not_yet == set(), "give these to gettext"
    assert not_yet - found == set(), "done: take them off the list"
