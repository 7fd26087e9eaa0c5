"""Whatever breaks that keeps a page shut, opens nothing: where the trail, a right, a row's `visible_to`, a second
factor, a seal or the scanner fails while a page is made, nobody is served anything of anybody (issue "Safeguarding and
privacy", done when 3; security row 25; ASVS 5.0, 16.5.3)."""

import gc
import random
from dataclasses import dataclass

import pytest
from django.apps import apps
from django.db import transaction

from mentoring import fields
from mentoring.audit.models import AuditEntry
from mentoring.tests.access_kit import MEMBERS, table, url_of
from mentoring.tests.test_canaries import text_of
from mentoring.web import files_out
from schemes.people import actors, gates

pytestmark = pytest.mark.django_db
#: Of so many pages as somebody opens them, so many places each.
PLACES_EACH = 4
#: Names that stand on the pages of this cast, and belong on no page that says that something went wrong.
NAMES = ("Jay", "Zofia", "Kofi", "Una", "Dee", "Morgan", "Okoye", "Lou", "Tess", "Ruth", "Sheffield")


class Broken(Exception):
    """What keeps a page shut is out of order."""


@dataclass
class Faults:
    """Counts the places that a page comes by, and breaks one of them: the first is 1, 0 is none."""

    met: int = 0
    breaks: int = 0

    def before(self, does):
        def guarded(*args, **kwargs):
            self.met += 1
            if self.met == self.breaks:
                raise Broken(does.__qualname__)
            return does(*args, **kwargs)

        return guarded

    def during(self, ask, *, breaks: int = 0):
        self.met, self.breaks = 0, breaks
        try:
            return ask()
        finally:
            self.breaks = 0


def guards() -> list[tuple[object, str]]:
    """(where, name) of all that stands between a person and what is not theirs."""
    rows = {type(model._default_manager.all()) for model in apps.get_models()}
    defined = {kind for one in rows for kind in one.__mro__ if "visible_to" in vars(kind)}
    return [
        *((kind, "visible_to") for kind in sorted(defined, key=lambda kind: kind.__qualname__)),
        (actors.Actor, "may"),
        (actors.Actor, "scheme_named"),
        (gates, "actor_of"),
        (gates, "has_second_factor"),
        (AuditEntry, "save"),
        (fields, "unseal"),
        (fields, "unseal_bytes"),
        (files_out, "virus_in"),
    ]


@pytest.fixture
def faults(monkeypatch, settings):
    counted = Faults()
    settings.CLAMD_URL = "tcp://127.0.0.1:9"
    monkeypatch.setattr(files_out, "virus_in", lambda data: False)
    for where, name in guards():
        monkeypatch.setattr(where, name, counted.before(getattr(where, name)))
    yield counted
    gc.collect()  # what broke in the middle of reading rows holds on to their cursor


def pages() -> list[tuple[str, str]]:
    """(person, address) of each page that opens to somebody because of who they are."""
    return [
        (person, name)
        for person in MEMBERS
        for name, row in sorted(table().items())
        if row.kind in ("scheme", "portal") and row.expected(person) == "opens"
    ]


def asking(world, person: str, name: str):
    """Asks for the page as its row in the access table does, and leaves everything as it was."""
    row, client = table()[name], world.client(getattr(world, person))
    client.raise_request_exception = False
    url = url_of(name, row, world)

    def ask():
        with transaction.atomic():
            response = client.post(url, row.data(world)) if row.method == "post" else client.get(url)
            transaction.set_rollback(True)
        return response

    return ask


def broken_places(world, faults, much: int):
    """(person, address, place, answer) for places taken by chance."""
    dice = random.Random(1983)
    for person, name in dice.sample(pages(), much):
        ask = asking(world, person, name)
        faults.during(ask)
        for place in dice.sample(range(1, faults.met + 1), min(PLACES_EACH, faults.met)):
            yield person, name, place, faults.during(ask, breaks=place)


def served(answer) -> bool:
    return answer.status_code < 400 or any(name in text_of(answer) for name in NAMES)


@pytest.mark.parametrize("much", [40, pytest.param(300, marks=pytest.mark.slow)])
def test_whatever_breaks_on_the_way_to_a_page_nothing_is_served(world, faults, much):
    asked = [(*where, served(answer)) for *where, answer in broken_places(world, faults, much)]
    assert [place for *place, is_served in asked if is_served] == []
    assert len(asked) > much * PLACES_EACH * 0.85, "hardly anything stands between people and these pages"


def test_each_page_of_a_scheme_comes_by_a_right_and_each_protected_row_by_visible_to(world, faults):
    """The count itself can fail: a page that comes by nothing would never be broken."""
    for person, name in (("coordinator", "schemes:volunteer_list"), ("lead", "safeguarding:concern_list")):
        faults.during(asking(world, person, name))
        assert faults.met >= 4, name


def test_a_file_comes_by_a_right_its_row_its_seal_and_the_scanner_and_waits_for_each(world, faults):
    ask = asking(world, "mentor", "matching:receipt_mine")
    assert faults.during(ask).status_code == 200
    places = range(1, faults.met + 1)
    assert len(places) >= 3
    assert {faults.during(ask, breaks=place).status_code for place in places} == {500}
