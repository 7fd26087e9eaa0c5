"""Every page of the access table in a real browser, as the first person it opens to: axe on desktop and phone, and
nothing that scrolls sideways. `PICTURES=folder` keeps a picture of each."""

import os
from pathlib import Path

import pytest
from django.http import HttpResponse

from mentoring.tests.access_kit import MEMBERS, STRANGERS, table, url_of
from mentoring.tests.accessibility import violations

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        os.environ.get("DATABASE_URL", "").startswith("postgres"),
        reason="Pages look the same on every database; they are looked at in the run on SQLite.",
    ),
]
SHARES = 2  # looked at side by side where tests run so
SIZES = {"desktop": (1440, 900), "tablet": (768, 1024), "phone": (360, 640)}
SIDEWAYS = "document.documentElement.scrollWidth > window.innerWidth"
LEAVES_THE_HOUSE = ("exit_now",)


def is_page(response: HttpResponse) -> bool:
    return response.status_code == 200 and response.headers.get("Content-Type", "").startswith("text/html")


def visitor_of(row) -> str:
    """Whoever the page opens to; a public page is looked at by nobody in particular."""
    people = ["anonymous"] if row.kind == "public" else [*MEMBERS, *STRANGERS]
    return next((person for person in people if row.expected(person) == "opens"), "")


def pages_of(world):
    """(name, address, person) of every page that can be looked at; what downloads or redirects is left out."""
    for name, row in sorted(table().items()):
        person = visitor_of(row)
        if row.method != "get" or name in LEAVES_THE_HOUSE or not person:
            continue
        url = url_of(name, row, world)
        if is_page(world.client(getattr(world, person, None)).get(url)):
            yield name, url, person


def look(page, name: str) -> list[str]:
    """What is wrong with the page that is open, at each size."""
    wrong = []
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        if page.evaluate(SIDEWAYS):
            wrong.append(f"{name} on a {size} scrolls sideways")
        if size == "phone" and is_portal(page):
            wrong += [f"{name} on a {size} scrolls sideways when its text is twice as large"] * sideways_in_large(page)
        if size != "tablet":
            wrong += [f"{name} on a {size}: {found}" for found in violations(page)]
        if folder := os.environ.get("PICTURES"):
            page.screenshot(path=Path(folder) / f"{name.replace(':', '-')}-{size}.png", full_page=True)
    return wrong


def is_portal(page) -> bool:
    return page.evaluate("document.body.classList.contains('portal')")


def sideways_in_large(page) -> bool:
    """Whether it scrolls sideways with text of twice the size, as some people's telephones show it."""
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    found = page.evaluate(SIDEWAYS)
    page.evaluate("document.documentElement.style.fontSize = ''")
    return found


@pytest.mark.parametrize("share", range(SHARES))
def test_every_page_is_open_to_everyone_on_every_screen(world, chromium, live_server, share):
    wrong, contexts, seen = [], {}, 0
    for name, url, person in list(pages_of(world))[share::SHARES]:
        if person not in contexts:
            contexts[person] = chromium.new_context(base_url=live_server.url)
            if cookie := world.client(getattr(world, person, None)).cookies.get("sessionid"):
                contexts[person].add_cookies([{"name": "sessionid", "value": cookie.value, "url": live_server.url}])
        page = contexts[person].new_page()
        said: list[str] = []
        page.on("console", lambda line, said=said: said.append(line.text) if line.type == "error" else None)
        page.goto(url)
        wrong += look(page, name) + [f"{name} says: {line}" for line in said]
        page.close()
        seen += 1
    for context in contexts.values():
        context.close()
    assert seen > 25 // SHARES
    assert not wrong, "\n".join(wrong)
