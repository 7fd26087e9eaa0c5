"""Papers from records in which somebody wrote what they should not: nothing is fetched or opened, nothing hides in the
paper, and it is there in time (issue "Held by others' measure", done when 5)."""

from datetime import date
from html import escape
from io import BytesIO
from itertools import cycle
from pathlib import Path
from time import process_time

import pikepdf
import pytest
from django.urls import reverse

from evaluation.reports.drawing import report_pdf
from evaluation.turnover.periods import Period
from mentoring.tests.access_kit import PEOPLE, table, url_of
from mentoring.tests.hostile.for_papers import HOSTILE_WORDS
from mentoring.tests.hostile.planting import plant
from mentoring.tests.hostile.reaching import reached
from mentoring.web.pdf import PdfUnavailable, pdf_of_html

SECONDS = 40  # the fullest record takes a dozen on a busy machine; what never ends takes minutes
A_FIELD = 400  # letters in each of some hundred columns; longer words have a test of their own
HIDES = {
    "/EmbeddedFile",
    "/EmbeddedFiles",
    "/EF",
    "/AF",
    "/JS",
    "/JavaScript",
    "/Launch",
    "/OpenAction",
    "/AA",
    "/SubmitForm",
}
BY_ADDRESS = ("matching:ending_letter", "matching:mentor_certificate", "schemes:certificate_print")


@pytest.fixture(autouse=True, scope="module")
def libraries_are_there():
    """The first paper of a process looks for the libraries of the system."""
    pdf_of_html("<html lang=en><title>x</title><p>x</p></html>")


def drawn(world):
    """(name, paper) of each that the house draws from somebody's words."""
    for name in BY_ADDRESS:
        row = table()[name]
        person = next(person for person in PEOPLE if row.expected(person) == "opens")
        yield name, world.client(getattr(world, person)).get(url_of(name, row, world)).content
    for person in ("mentee", "mentor"):
        client = world.client(getattr(world, person))
        client.post(reverse("account_reauthenticate"), {"password": "seventeen steps", "next": "/"})
        yield f"{person}'s record", client.get(reverse("safeguarding:record_mine_print")).content
    yield (
        "report",
        report_pdf(world.scheme, Period(date(2026, 1, 1), date(2026, 12, 31)), prepared_for=world.scheme.name),
    )


def check(world) -> None:
    papers = drawn(world)
    while True:
        begun = process_time()
        with reached() as asked:
            name, paper = next(papers, (None, b""))
        if name is None:
            return
        assert not asked, f"{name} reached for {asked[:3]}"
        assert paper.startswith(b"%PDF-"), f"{name}: {paper[:300]!r}"
        assert process_time() - begun <= SECONDS, f"{name} took {process_time() - begun:.1f} s"
        assert not hidden_in(paper), f"{name} holds {hidden_in(paper)}"


def hidden_in(paper: bytes) -> set[str]:
    with pikepdf.open(BytesIO(paper)) as pdf:
        things = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream)]
        return {name for thing in things for name in [*thing.keys(), str(thing.get("/S", ""))] if name in HIDES}


def test_there_are_sixty_of_them():
    assert len(HOSTILE_WORDS) >= 60


@pytest.mark.parametrize("what", [what for what, words in HOSTILE_WORDS.items() if len(words) > 10_000])
def test_words_without_end_are_drawn_in_time_or_refused_in_a_sentence(what):
    begun = process_time()
    try:
        made = pdf_of_html(f"<html lang=en><title>x</title><p>{escape(HOSTILE_WORDS[what])}</p></html>")
        assert made.startswith(b"%PDF-")
    except PdfUnavailable as refused:
        assert "is the most" in str(refused)
    assert process_time() - begun <= SECONDS


def test_papers_from_hostile_words_fetch_nothing_and_hide_nothing(world):
    """Every column holds another of them."""
    turns = cycle(HOSTILE_WORDS.values())
    plant(lambda: next(turns)[:A_FIELD])
    check(world)


@pytest.mark.slow
@pytest.mark.parametrize("what", HOSTILE_WORDS)
def test_papers_in_which_every_column_holds_it_fetch_nothing_and_hide_nothing(world, what):
    plant(lambda: HOSTILE_WORDS[what][:A_FIELD])
    check(world)


def test_what_is_reached_for_is_noticed():
    with reached() as asked, pytest.raises(OSError):
        Path("/etc/alongside-nowhere").read_bytes()
    assert "alongside-nowhere" in asked[0]
