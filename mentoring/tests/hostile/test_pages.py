"""Whatever lies in the database, a page shows it as words (issue "Held by others' measure", done when 5)."""

from itertools import cycle

import pytest

from mentoring.tests.doors import Doors, attempt
from mentoring.tests.hostile.escaping import broke_out
from mentoring.tests.hostile.planting import plant
from mentoring.tests.hostile.words import MARKUP

EVERY = 8


def pages_of(world, *, every: int, most: int | None) -> list[str]:
    """What is wrong with the pages, as each of the first `most` who may read one of `every`."""
    doors, wrong, seen = Doors(world, sorted(Doors.names())[::every], most=0), [], 0

    def read(person, name):
        nonlocal seen
        page = doors.knock(person, "get", doors.url(name), {})
        assert page.status_code not in range(500, 503)
        if page.headers.get("Content-Type", "").startswith("text/html"):
            html = page.content.decode()
            seen += "x-hostile" in html
            assert not broke_out(html), f"{broke_out(html)[:3]}"

    for name, row in doors.rows.items():
        for person in doors.visitors(row)[:most] if row.method == "get" else ():
            attempt(wrong, f"{name} as {person}", lambda person=person, name=name: read(person, name))
    assert seen > len(doors.rows) // 4, "what was planted must be seen"
    return wrong


def test_what_lies_in_the_database_is_words_on_a_few_pages(world):
    turns = cycle(MARKUP)
    planted, kept_out = plant(lambda: next(turns))
    assert planted > 200 and len(kept_out) < 20, kept_out
    wrong = pages_of(world, every=EVERY, most=1)
    assert not wrong, "\n".join(wrong)


@pytest.mark.slow
@pytest.mark.parametrize("turn", range(3))
def test_what_lies_in_the_database_is_words_on_every_page_for_everybody(world, turn):
    """In each turn a column holds other words."""
    turns = cycle(MARKUP[turn * 7 :] + MARKUP[: turn * 7])
    plant(lambda: next(turns))
    wrong = pages_of(world, every=1, most=None)
    assert not wrong, "\n".join(wrong)


def test_an_element_an_attribute_and_an_address_of_somebodys_are_noticed():
    """That the reader of these tests sees what it is for."""
    for html in ("<b><x-hostile></b>", "<a x-hostile-attr=1>", "<a href='javascript:x-hostile'>", "<X-Hostile a=1>"):
        assert broke_out(html), html
    for html in ("&lt;x-hostile&gt;", '<a title="x-hostile-attr=1">', "<p>javascript:x-hostile</p>"):
        assert not broke_out(html), html
