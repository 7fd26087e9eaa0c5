"""What a page does while nobody touches it, in a real browser (ASVS 5.0, 7.3.1; WCAG 2.2.1): it warns, and then it is
not readable any more."""

import pytest
from playwright.sync_api import expect

from mentoring.accounts.lasting import MAY_IDLE
from mentoring.tests.accessibility import violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def left_alone(chromium, live_server, cast):
    """Opens Jay's page on a phone; the sign-in bears so many seconds of nothing."""
    context = chromium.new_context(viewport={"width": 360, "height": 640}, base_url=live_server.url)

    def opened(seconds: int):
        client = cast.client(cast.mentee)
        session = client.session
        session[MAY_IDLE] = seconds
        session.save()
        cookie = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
        page = context.new_page()
        page.goto("/")
        return page

    yield opened
    context.close()


def test_l9_a_minute_before_the_end_the_page_asks_and_one_press_goes_on(left_alone):
    page = left_alone(68)
    box = page.get_by_role("alertdialog", name="Are you still here?")
    expect(box).to_be_hidden()
    expect(box).to_be_visible(timeout=25_000)
    assert violations(page) == []
    page.wait_for_timeout(1500)
    page.keyboard.press("Enter")
    expect(box).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_l9_a_page_that_nobody_touches_is_not_left_readable(left_alone):
    page = left_alone(4)
    shown = page.get_by_role("heading", level=1).inner_text()
    page.wait_for_url("**/accounts/login/?next=/me/", timeout=20_000)
    expect(page.get_by_text("You were signed out")).to_be_visible()
    page.go_back()
    page.wait_for_load_state()
    assert shown not in page.locator("body").inner_text(), "the Back button shows nothing"
