"""Nothing typed is lost: the server dies between two key strokes, somebody signs out in another tab, another person
signs in on the same computer, and it is read on from another device (S13)."""

import re

import pytest
from django.contrib.sessions.backends.db import SessionStore

from matching.tests.relationships.mortal_server import Site
from mentoring.accounts.second_factor import COUNTS_AS_SECOND_FACTOR
from mentoring.tests.journey.people import Person
from mentoring.web.models import Draft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "seventeen steps"
SAVED = re.compile(r"Saved\s*just now")


@pytest.fixture
def site(pair):
    one = Site()
    yield one
    one.kill()


@pytest.fixture
def device(site, chromium, pair):
    """A browser of its own, in which Zofia signs in and opens the form."""
    opened = []

    def made():
        somebody = Person(chromium, site.url, "Zofia", lambda *_: "", phone=True)
        opened.append(somebody.context)
        page = somebody.page
        page.on("dialog", lambda dialog: dialog.accept())
        signs_in(page, pair.mentor)
        page.goto(f"/me/matches/{pair.match.pk}/sessions/log/")
        return page

    yield made
    for context in opened:
        context.close()


def signs_in(page, user) -> None:
    page.goto("/accounts/login/")
    page.locator("input[name=login]").fill(user.email)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main form button").first.click()
    page.wait_for_url(lambda url: "/accounts/login/" not in url)
    page.wait_for_load_state()
    with_second_step(page)


def with_second_step(page) -> None:
    """As after a code of their app, which the journeys type."""
    key = next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "sessionid")
    session = SessionStore(key)
    session[COUNTS_AS_SECOND_FACTOR] = True
    session.save()


def signs_out(page) -> None:
    page.goto("/me/")
    page.locator("details.bar-menu summary").first.click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_load_state()


def types(page, words: str) -> None:
    page.locator("#id_shared_note").press("Control+End")
    page.keyboard.type(words)


def says(page, words: str | re.Pattern) -> None:
    page.locator(".autosave", has_text=words).wait_for(timeout=30_000)


def kept(page) -> str:
    return page.locator("#id_shared_note").input_value()


def test_s13_nothing_typed_is_lost_whatever_happens_between_two_key_strokes(site, device, pair):
    # Given half a sentence, saved
    zofia = device()
    zofia.get_by_text("Yes, we met").click()
    types(zofia, "We cooked ")
    says(zofia, SAVED)
    # When the server is killed and the typing goes on, then the page says so, and saves once it is back
    site.kill()
    types(zofia, "soup ")
    says(zofia, "Not saved yet")
    site.start()
    says(zofia, SAVED)
    # When she signs out in another tab and the typing goes on, then she is told
    tab = zofia.context.new_page()
    signs_out(tab)
    types(zofia, "and talked ")
    says(zofia, "You are signed out")
    # When somebody else signs in there, then nothing of it comes into their keeping
    signs_in(tab, pair.peer)
    types(zofia, "about ")
    says(zofia, "Somebody else has signed in")
    assert not Draft.objects.filter(owner=pair.peer).exists()
    # When she signs in again, then it is saved
    signs_out(tab)
    signs_in(tab, pair.mentor)
    types(zofia, "rent ")
    says(zofia, SAVED)
    # When she leaves in the middle of a word, then every letter is there on another device
    types(zofia, "and lif")
    zofia.goto("/me/")
    other = device()
    assert kept(other) == "We cooked soup and talked about rent and lif"
    assert other.get_by_label("Yes, we met").is_checked()
    # And it is sent from there, once, and kept no longer
    types(other, "ts.")
    other.get_by_role("button", name="Write it down").click()
    other.get_by_text("Written down. Thank you.").wait_for()
    assert pair.match.mentoringsessions.get().shared_note == "We cooked soup and talked about rent and lifts."
    assert not Draft.objects.exists()


@pytest.mark.parametrize("trouble", ["signed out", "dead"])
def test_s13_a_form_is_not_sent_into_a_sign_in_page_or_to_nobody(site, device, pair, trouble):
    zofia = device()
    tab = zofia.context.new_page()
    signs_out(tab) if trouble == "signed out" else site.kill()
    # When it is sent in the same breath as it is typed
    zofia.get_by_text("Yes, we met").click()
    zofia.locator("#id_shared_note").fill("We cooked soup.")
    zofia.get_by_role("button", name="Write it down").click()
    # Then it stays; without a server it goes by itself once there is one, after signing in again by another press
    says(zofia, "You are signed out" if trouble == "signed out" else "It goes when you are back online")
    assert kept(zofia) == "We cooked soup."
    if trouble == "signed out":
        signs_in(tab, pair.mentor)
        says(zofia, SAVED)
        zofia.get_by_role("button", name="Write it down").click()
    else:
        site.start()
    zofia.get_by_text("Written down. Thank you.").wait_for()
    assert pair.match.mentoringsessions.get().shared_note == "We cooked soup."


def test_the_page_says_how_long_ago_it_was_saved(device):
    zofia = device()
    types(zofia, "We")
    says(zofia, SAVED)
    says(zofia, "10 s ago")
