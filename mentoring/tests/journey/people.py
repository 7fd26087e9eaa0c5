"""A person at a browser: they open links, fill in fields by their labels, press buttons, and read what is there."""

import base64
import hmac
import re
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import TimeoutError

PASSWORD = "kettle harbour violin"
STEP = 30  # seconds that a code of an authenticator app holds
#: Whether a button sends its form by leaving the page; not where a part of the page is swapped, or it is asked again.
SENDS = """button => button.type === "submit" && button.form?.method === "post"
    && !button.closest("[hx-post], [hx-get], [data-confirm]")"""
SECOND_STEP = "/accounts/second-step/"
PATIENCE = 15_000  # milliseconds until something that is not there counts as missing


def code_now(secret: str, at: float | None = None) -> str:
    """The six figures that an authenticator app shows for this secret (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int((at or time.time()) // STEP)), "sha1").digest()
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start : start + 4], 'big') & 0x7FFFFFFF) % 10**6:06d}"


class Person:
    """Somebody with a browser of their own; `post` gives the newest mail to an address that has these words in it."""

    def __init__(self, browser, site: str, name: str, post: Callable[[str, str], str], *, phone: bool = False):
        size = {"width": 360, "height": 740} if phone else {"width": 1280, "height": 900}
        kind = {"viewport": size, "has_touch": phone, "is_mobile": phone}
        self.context = browser.new_context(base_url=site, **kind, service_workers="block")  # test_offline has them
        self.context.set_default_timeout(PATIENCE)
        self.context.set_default_navigation_timeout(4 * PATIENCE)  # the first page of a server reads all its code in
        self.page = self.context.new_page()
        self.name, self.post = name, post
        self.email = f"{name.split()[0].lower()}@journey.example"
        self.page.on("response", self._broken)
        self.trouble: list[str] = []
        self.second_steps = 0  # how often they set one up

    def _broken(self, response) -> None:
        if response.status >= 500:
            self.trouble.append(f"{response.status} at {response.url}")

    def goes_to(self, path: str) -> None:
        self.page.goto(path)
        self.reads_on()

    def opens(self, *links: str) -> None:
        """Follow links, each by (part of) its words; the menu of a phone is opened where it hides them."""
        for words in links:
            found = self.page.get_by_role("link", name=re.compile(re.escape(words), re.IGNORECASE))
            with self.told(words):
                found.first.click()
            self.reads_on()

    def unfolds(self, words: str) -> None:
        self.page.locator("summary", has_text=words).first.click()

    def fills(self, answers: dict[str, str]) -> None:
        """Type into the fields under these labels; tick boxes with True; choose from lists by what they say."""
        for label, answer in answers.items():
            field = self._field(label)
            with self.told(label):
                kind = field.evaluate("field => field.tagName + ' ' + field.type")
            if answer is True:
                field.check()
            elif kind.startswith("SELECT"):
                self._choose(field, answer)
            else:
                field.fill(answer)

    def _field(self, label: str):
        """By its label's first words: hints and "optional" may stand behind them."""
        return self.page.get_by_label(re.compile(rf"^\s*{re.escape(label)}", re.IGNORECASE)).first

    def _choose(self, field, words: str) -> None:
        offered = field.locator("option").all_inner_texts()
        fitting = next((text for text in offered if words.lower() in text.lower()), None)
        assert fitting, f"{self.name}: “{words}” is not among {offered}"
        field.select_option(label=fitting.strip())

    def ticks(self, *labels: str) -> None:
        for label in labels:
            self._field(label).check()

    def presses(self, words: str) -> None:
        """Where the press sends a form, the page it was on is gone before the story goes on."""
        button = self.page.get_by_role("button", name=re.compile(re.escape(words), re.IGNORECASE)).first
        if not button.evaluate(SENDS):
            button.click()
        else:
            with self.page.expect_navigation():
                button.click()
        self.reads_on()

    def reads_on(self) -> None:
        """Wait until the page is there. One that broke ends the story."""
        self.page.wait_for_load_state("load")
        assert not self.trouble, f"{self.name}: {self.trouble}"
        if self.page.url.endswith(SECOND_STEP):
            self.takes_second_step()

    def chooses_everywhere(self, words: str) -> None:
        """The same answer to every question of a page."""
        choices = self.page.get_by_role("radio", name=words, exact=True)
        choices.first.wait_for()
        for choice in choices.all():
            choice.check()

    @contextmanager
    def told(self, words: str) -> Iterator[None]:
        """Whoever does not find these words says where they are, and what is there in their place."""
        try:
            yield
        except TimeoutError as missing:
            raise AssertionError(f"{self.name} misses “{words}” at {self.page.url}:\n{self.text}") from missing

    @property
    def text(self) -> str:
        return self.page.inner_text("body")

    def sees(self, *words: str) -> None:
        """Each of these, at once or in a moment: a page may still be on its way, or a part of it may be swapped."""
        for part in words:
            found = self.reads(f"(?i){re.escape(part)}")
            assert found, f"{self.name} misses “{part}” at {self.page.url}:\n{self.text}"

    def reads(self, pattern: str) -> str:
        """The first words of the page that fit, waited for; "" where none come."""
        deadline = time.monotonic() + PATIENCE / 1000
        while True:
            if found := re.search(pattern, self.text):
                return found.group()
            if time.monotonic() > deadline:
                return ""
            self.page.wait_for_timeout(100)

    def sees_nothing_of(self, *words: str) -> None:
        for part in words:
            assert part.lower() not in self.text.lower(), f"{self.name} sees “{part}” at {self.page.url}"

    def sends(self, answers: dict[str, str], button: str, says: str = "") -> None:
        """Fill a form in and send it; it must be taken, and say so where `says` is given."""
        self.fills(answers)
        self.presses(button)
        wrong = self.page.locator(".error-summary")
        assert wrong.count() == 0, f"{self.name} at {self.page.url}: {wrong.first.inner_text()}"
        if says:
            self.sees(says)

    def takes_up_invitation(self) -> None:
        """From the link in the mail to the first page."""
        self.page.goto(link_in(self.post(self.email, "/invitation/")))
        self.sends({"Choose a password": PASSWORD}, "Choose this password")

    def takes_second_step(self) -> None:
        """Whoever is to read of others meets this page once, does as it says, and is where they were going."""
        self.opens("Set up an app")
        if "reauthenticate" in self.page.url:
            self.sends({"Password": PASSWORD}, "Yes, it is me")
        self._types_code(self.page.locator("code.secret").inner_text().strip())
        self.second_steps += 1
        self.opens("I have kept them")

    def _types_code(self, secret: str) -> None:
        """As people do: a code that runs out before it arrives is refused, so they type the next one."""
        box, asked_at = self.page.locator("main input[name=code]"), self.page.url
        for _ in range(2):
            box.fill(code_now(secret))
            self.page.locator("main form:has(input[name=code]) button").first.click()
            self.reads_on()
            if not (self.page.url == asked_at and box.count()):
                return
        raise AssertionError(f"{self.name}: no code was taken at {asked_at}:\n{self.text}")


def link_in(mail: str) -> str:
    """The first address in a mail."""
    return re.search(r"https?://\S+", mail).group().rstrip(".>)")
