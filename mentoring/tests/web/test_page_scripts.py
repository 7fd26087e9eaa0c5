"""What the small script does in a real browser: leaving at once, keeping what is typed, going to the mistakes."""

import pytest

from mentoring.accounts.models import User
from mentoring.tests.accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(chromium, live_server, client):
    """A phone, signed in, that can reach nothing but us."""
    user = User.objects.make(email="jay@demo.example", name="Jay", password="a long one, here")
    client.force_login(user)
    context = chromium.new_context(viewport={"width": 360, "height": 640}, base_url=live_server.url)
    cookie = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    context.route(
        "https://www.bbc.co.uk/**", lambda route: route.fulfill(body="<h1>Sunny</h1>", content_type="text/html")
    )
    yield context.new_page()
    context.close()


def signed_in(page) -> bool:
    """Asked of the server with the cookie the browser still holds."""
    return "accounts/login" not in page.context.request.get("/accounts/2fa/").url


@pytest.mark.parametrize("way", ["press", "shift three times"])
def test_leaving_goes_elsewhere_at_once_and_signs_out(page, way):
    page.goto("/kit/?base=portal")
    assert signed_in(page)
    if way == "press":
        page.click("text=Leave this page")
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    page.wait_for_url("https://www.bbc.co.uk/weather")
    # The browser signs out behind the page that is shown already, so what counts is seen on the server.
    for _ in range(50):
        if not signed_in(page):
            return
        page.wait_for_timeout(100)
    raise AssertionError("Five seconds after leaving, whoever picks up the phone is still signed in.")


@pytest.mark.parametrize("server", ["answers", "hangs"])
def test_leaving_works_without_scripts_whether_or_not_the_server_answers(chromium, live_server, page, server):
    """The link itself leads elsewhere; the browser signs out behind it."""
    context = chromium.new_context(java_script_enabled=False, base_url=live_server.url)
    context.add_cookies([each for each in page.context.cookies() if each["name"] == "sessionid"])
    context.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="Sunny", content_type="text/html"))
    plain = context.new_page()
    plain.goto("/kit/?base=portal")
    if server == "hangs":
        context.route(live_server.url + "/**", lambda route: None)
    plain.click("text=Leave this page", no_wait_after=True)
    plain.wait_for_url("https://www.bbc.co.uk/weather", timeout=5_000)
    if server == "answers":
        for _ in range(50):
            if not signed_in(plain):
                break
            plain.wait_for_timeout(100)
        assert not signed_in(plain)
    context.close()


def test_what_is_typed_is_kept_and_the_page_says_so(page):
    page.goto("/kit/?base=portal")
    page.fill("#id_new-summary", "We cooked")
    page.wait_for_selector(".autosave >> text=just now", timeout=8000)
    assert User.objects.get(name="Jay").drafts.get().typed["new-summary"] == ["We cooked"]


def test_the_page_goes_to_the_mistakes_and_says_so_in_its_title(page):
    page.goto("/kit/")
    assert page.evaluate("document.activeElement.className") == "error-summary"
    assert page.title().startswith("Please check: ")


def test_menus_open_and_close_by_keyboard_without_bootstrap(page):
    page.goto("/kit/")
    page.focus("details.bar-phone > summary")
    page.keyboard.press("Enter")
    assert page.is_visible("details.bar-phone nav")
    page.keyboard.press("Escape")
    assert not page.is_visible("details.bar-phone nav")


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (360, "dark"), (768, "light"), (1440, "dark")])
@pytest.mark.parametrize("address", ["/kit/", "/kit/?base=portal", "/kit/?base=public"])
def test_every_piece_is_open_to_everyone_and_nothing_scrolls_sideways(chromium, live_server, width, scheme, address):
    context = chromium.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, base_url=live_server.url
    )
    page = context.new_page()
    mistakes = []
    page.on("console", lambda message: mistakes.append(message.text) if message.type == "error" else None)
    page.goto(address)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert mistakes == []
    context.close()


@pytest.mark.parametrize("address", ["/accounts/login/", "/accounts/password/reset/", "/accounts/signup/", "/nowhere/"])
def test_pages_before_signing_in_are_open_to_everyone(chromium, live_server, address):
    page = chromium.new_page(base_url=live_server.url, viewport={"width": 360, "height": 640})
    page.goto(address)
    assert violations(page) == []
    page.close()


def test_the_first_page_of_a_portal_is_light_enough_for_a_cracked_phone(chromium, live_server):
    """At most 150 KB over the wire, counted as a server sends it: text packed, fonts as they are."""
    import gzip

    page = chromium.new_page(base_url=live_server.url)
    bodies = []
    page.on("response", lambda response: bodies.append(response))
    page.goto("/kit/?base=portal")
    page.wait_for_load_state("networkidle")
    sizes = {}
    for response in bodies:
        body = response.body()
        packed = body if response.url.endswith((".woff2", ".png")) else gzip.compress(body, 6)
        sizes[response.url] = len(packed)
    assert sum(sizes.values()) <= 150_000, sizes
    page.close()
