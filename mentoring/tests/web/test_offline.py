"""Without a connection, and on a phone's home screen: what the browser keeps, what is never kept, what is not lost."""

import json

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from matching.tests.relationships.mortal_server import Site
from mentoring.accounts.models import User
from mentoring.tests.accessibility import violations

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "a long one, here"
TELLING = ("mentor", "care", "young", "support", "safeguard")


class TestTheHomeScreen:
    def test_it_says_our_name_and_not_a_word_of_what_it_is_for(self, client):
        answer = client.get(reverse("manifest"))
        assert answer.headers["Content-Type"] == "application/manifest+json"
        facts = json.loads(answer.content)
        assert facts["start_url"] == "/me/"
        assert facts["name"] == facts["short_name"] == "Alongside"
        assert not [word for word in TELLING if word in answer.content.decode().lower()]

    def test_its_pictures_are_there(self, client):
        for icon in json.loads(client.get(reverse("manifest")).content)["icons"]:
            assert finders.find(icon["src"].removeprefix("/static/")), icon["src"]

    def test_staff_pages_are_not_put_onto_a_home_screen(self, client, db):
        assert 'rel="manifest"' not in client.get(reverse("kit_show"), {"base": "staff"}).content.decode()
        assert 'rel="manifest"' in client.get(reverse("kit_show"), {"base": "portal"}).content.decode()


class TestTheWorker:
    def test_its_script_names_nobody_and_is_asked_for_anew(self, client, db):
        jay = User.objects.make(email="jay@demo.example", name="Jay", password=PASSWORD)
        nobody = client.get(reverse("service_worker")).content
        client.force_login(jay)
        answer = client.get(reverse("service_worker"))
        assert answer.content == nobody
        assert answer.headers["Content-Type"].startswith("text/javascript")

    def test_all_that_it_keeps_is_there(self, client):
        script = client.get(reverse("service_worker")).content.decode()
        kept = json.loads("[" + script.split("const KEPT = [OFFLINE, ")[1].split("]")[0] + "]")
        assert len(kept) >= 6
        assert [address for address in kept if not finders.find(address.removeprefix("/static/"))] == []
        assert client.get(reverse("offline_show")).status_code == 200


@pytest.fixture
def site(transactional_db):
    one = Site()
    yield one
    one.kill()


@pytest.fixture
def jay(transactional_db):
    return User.objects.make(email="jay@demo.example", name="Jay Quartzwren", password=PASSWORD)


@pytest.fixture
def phone(site, chromium, client, jay):
    """A phone on which Jay is signed in, and on which the worker has taken up its work."""
    client.force_login(jay)
    context = chromium.new_context(viewport={"width": 360, "height": 640}, base_url=site.url)
    cookie = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": site.url}])
    context.route(
        "https://www.bbc.co.uk/**", lambda route: route.fulfill(body="<h1>Sunny</h1>", content_type="text/html")
    )
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto("/kit/?base=portal")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null", timeout=20_000)
    yield page
    context.close()


KEPT = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      found.push([new URL(request.url).pathname, await (await cache.match(request, {ignoreVary: true})).text()]);
    }
  }
  return found;
}"""


@pytest.mark.browser
def test_the_browser_keeps_files_and_one_page_of_nobody_whatever_was_looked_at(phone):
    phone.goto("/notices/")
    phone.goto("/accounts/email/")
    assert "jay@demo.example" in phone.content()
    kept = dict(phone.evaluate(KEPT))
    pages = [address for address in kept if not address.startswith("/static/")]
    assert pages == ["/offline/"]
    assert not [address for address, text in kept.items() if "Quartzwren" in text or "jay@demo" in text]
    # htmx notes the address of the page for as long as the tab is open; nothing of ours is kept there.
    assert phone.evaluate("Object.keys({...localStorage, ...sessionStorage})") in (
        [],
        ["htmx-current-path-for-history"],
    )
    assert phone.evaluate("indexedDB.databases().then(found => found.length)") == 0


@pytest.mark.browser
@pytest.mark.parametrize("way", ["no connection", "the server is down"])
def test_a_page_without_a_connection_says_what_can_be_done_and_comes_back_by_itself(phone, site, way):
    if way == "no connection":
        phone.context.set_offline(True)
    else:
        site.kill()
    phone.goto("/notices/")
    assert phone.inner_text("h1") == "You are offline"
    assert phone.get_attribute("text=Call 999", "href") == "tel:999"
    assert "Quartzwren" not in phone.content()
    assert violations(phone) == []
    assert phone.evaluate("getComputedStyle(document.querySelector('.leave')).backgroundColor") != "rgba(0, 0, 0, 0)"
    if way == "no connection":
        phone.context.set_offline(False)
    else:
        site.start()
    phone.wait_for_function("() => document.querySelector('h1')?.innerText !== 'You are offline'", timeout=40_000)


@pytest.mark.browser
def test_what_is_written_offline_stays_and_goes_when_there_is_a_connection(phone, jay):
    """A form that is kept as it is typed: sent without a connection, it waits on the page, and then goes once."""
    phone.context.set_offline(True)
    phone.fill("#id_new-summary", "We cooked")
    phone.locator("form[data-autosave-url] button").first.click()
    phone.locator(".autosave", has_text="It goes when you are back online").wait_for(timeout=15_000)
    assert phone.input_value("#id_new-summary") == "We cooked"
    assert not jay.drafts.exists()
    with phone.expect_request(lambda request: request.is_navigation_request(), timeout=30_000) as sent:
        phone.context.set_offline(False)
    assert sent.value.method == "POST"
    assert "We+cooked" in (sent.value.post_data or "")
    assert jay.drafts.get().typed["new-summary"] == ["We cooked"]


@pytest.mark.browser
def test_leaving_works_at_once_when_the_server_hangs(phone, site):
    """The way out never waits for us: the server takes the question and does not answer."""
    phone.context.route("**/exit/", lambda route: None)
    phone.click("text=Leave this page", no_wait_after=True)
    phone.wait_for_url("https://www.bbc.co.uk/weather", timeout=5_000)


@pytest.mark.browser
def test_leaving_works_at_once_from_the_page_without_a_connection(phone):
    phone.context.set_offline(True)
    phone.goto("/notices/")
    phone.click("text=Leave this page", no_wait_after=True)
    phone.wait_for_url(lambda url: "127.0.0.1" not in url and "localhost" not in url, timeout=5_000)


@pytest.mark.browser
def test_leaving_makes_the_browser_forget_what_it_kept(phone):
    phone.click("text=Leave this page", no_wait_after=True)
    phone.wait_for_url("https://www.bbc.co.uk/weather")
    other = phone.context.new_page()
    for _ in range(50):
        other.goto("/health/live")
        if other.evaluate("caches.keys().then(names => names.length)") == 0:
            return
        other.wait_for_timeout(100)
    raise AssertionError("Five seconds after leaving, the browser still keeps our files.")
