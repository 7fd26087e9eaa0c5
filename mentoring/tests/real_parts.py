"""Fixtures that are the real thing: a browser, a mail server, a broker. Loaded by conftest.py as a plugin."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

import pytest

from mentoring.serve.processes import free_port
from mentoring.tests.emptying import emptied
from mentoring.tests.installation import Installation
from mentoring.tests.services import RedisServer, redis_program, throwaway_redis

# Playwright's own event loop runs in the test's thread, which Django takes for an async view.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

CHROMIUM_PLACES = [
    "/usr/bin/chromium-headless-shell",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
]
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
]


def chromium_path() -> str | None:
    """The system's own Chromium; Playwright's is never downloaded. `CHROMIUM` names another one."""
    return next(filter(shutil.which, [os.environ.get("CHROMIUM", ""), *CHROMIUM_PLACES]), None)


def missing(what: str) -> None:
    """A real part that is not here: left out on a developer's machine, a failure in CI."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing, and CI leaves nothing out.")
    pytest.skip(f"{what} is missing on this machine.")


@pytest.fixture(scope="session")
def chromium() -> Iterator:
    """One headless browser for the session; take a fresh context of it per test: `chromium.new_context()`."""
    path = chromium_path()
    if path is None:
        missing("Chromium")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=15_000)  # on a busy machine an answer may take its time
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


class SmtpSink:
    """A mail relay that keeps what it takes: `messages` holds (recipients, text) in the order they came."""

    def __init__(self):
        self.messages: list[tuple[list[str], str]] = []
        self.port = free_port()
        self.url = f"smtp://127.0.0.1:{self.port}"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802  aiosmtpd's name
        self.messages.append((list(envelope.rcpt_tos), envelope.content.decode("utf-8", "replace")))
        return "250 taken"

    @contextmanager
    def listening(self) -> Iterator[Self]:
        from aiosmtpd.controller import Controller

        controller = Controller(self, hostname="127.0.0.1", port=self.port)
        controller.start()
        try:
            yield self
        finally:
            controller.stop()


@pytest.fixture
def smtp_sink() -> Iterator[SmtpSink]:
    """A real SMTP server on a free port: `.port`, `.url` (for EMAIL_URL), `.messages`."""
    with SmtpSink().listening() as sink:
        yield sink


@pytest.fixture
def redis_server() -> Iterator[RedisServer]:
    """A broker that a test may kill and start again; Redis itself in the run on PostgreSQL and Redis."""
    if redis_program() is None:
        missing("A Redis or Valkey server")
    with throwaway_redis(prefer_redis=bool(os.environ.get("REDIS_URL"))) as server:
        yield server


@pytest.fixture
def installation(tmp_path, request) -> Iterator[Installation]:
    """A whole Alongside of one's own, not yet started; on Redis itself in the run on PostgreSQL and Redis."""
    broker = request.getfixturevalue("redis_server").url if os.environ.get("REDIS_URL") else ""
    whole = Installation(tmp_path, redis_url=broker)
    yield whole
    whole.remove()


@pytest.fixture(scope="session", autouse=True)
def emptied_between_tests() -> None:
    """Tests that commit leave nothing behind, and take nothing away that others have built."""
    from django.test import TransactionTestCase

    TransactionTestCase._fixture_teardown = emptied
